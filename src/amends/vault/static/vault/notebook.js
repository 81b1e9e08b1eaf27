// One kind of item in the open vault: its form, its list, and what happens where two devices wrote at once.
import * as vault from "./vault.js";
import { clone } from "./parts.js";

const FIRST = 40; // rows shown before one asks for more

export class Notebook {
  // `tell` shows a saying, `changed` is called when an item was kept or erased.
  constructor(kind, root, { tell, say, changed }) {
    Object.assign(this, { kind, tell, say, changed });
    this.form = root.querySelector(`form[data-kind=${kind}]`);
    this.list = root.querySelector(`[data-list=${kind}]`);
    this.items = [];
    this.shown = FIRST;
    this.begun = null; // words that were typed and not kept, sealed: they outlast a lock, in this page alone
    this.form.addEventListener("input", () => this.sealBegun());
    this.form.querySelector("[data-anew] button").addEventListener("click", () => this.anew());
    this.anew();
  }

  // Shows what was read from the vault, and what was begun before it was locked.
  async fill(items) {
    this.items = items.filter((item) => item.kind === this.kind);
    this.show();
    if (!this.begun) return this.anew();
    const { id, sealed } = this.begun;
    this.put(await vault.unseal(id, 1, sealed));
  }

  // Leaves no word in the page.
  clear() {
    this.items = [];
    this.shown = FIRST;
    this.list.replaceChildren();
    this.anew();
  }

  // Begins another item; what was typed goes.
  anew() {
    this.form.reset();
    this.put({ id: crypto.randomUUID(), revision: 0, words: "", ...(this.form.day && { day: today(), mood: "neutral" }) });
  }

  // Begins another item with words from elsewhere, beneath what may have been typed here.
  begin(words) {
    this.form.words.value = [this.form.words.value.trim(), words].filter(Boolean).join("\n\n");
    return this.sealBegun();
  }

  put(item) {
    this.item = item;
    this.form.words.value = item.words;
    if (this.form.day) [this.form.day.value, this.form.day.max, this.form.mood.value] = [item.day, today(), item.mood];
    this.form.querySelector("[data-anew]").hidden = item.revision === 0;
    this.form.querySelector("[data-theirs]").hidden = true;
    this.form.querySelector("[data-theirs]").replaceChildren();
  }

  typed() {
    const { id, revision } = this.item;
    const common = { ...this.item, id, revision, kind: this.kind, words: this.form.words.value.trim() };
    if (!this.form.day) return { ...common, day: this.item.day ?? today() };
    return { ...common, day: this.form.day.value, mood: this.form.mood.value };
  }

  async sealBegun() {
    const id = crypto.randomUUID();
    if (vault.isOpen()) this.begun = { id, sealed: await vault.seal(id, 1, this.typed()) };
  }

  // Says whether it was kept.
  async keep() {
    try {
      const kept = await vault.keep(this.typed());
      this.begun = null;
      if (!vault.isOpen()) return true;
      this.items = [...this.items.filter((item) => item.id !== kept.id), kept];
      this.anew();
      this.show();
      this.tell("kept");
      this.changed();
      return true;
    } catch (refused) {
      if (refused.theirs) return this.showTheirs(refused.theirs);
      if (refused.what === "gone") Object.assign(this.item, { id: crypto.randomUUID(), revision: 0 });
      throw refused;
    }
  }

  // Two devices wrote the same item: both stand on the page until one says what shall be.
  showTheirs(theirs) {
    const place = this.form.querySelector("[data-theirs]");
    this.item.revision = theirs.revision;
    place.replaceChildren(clone("#vault-theirs"));
    place.querySelector("[data-words]").textContent = theirs.words;
    place.querySelector("[data-join]").addEventListener("click", () => {
      this.form.words.value = `${this.form.words.value.trim()}\n\n${theirs.words}`;
      this.sealBegun();
    });
    place.querySelector("[data-take]").addEventListener("click", () => {
      this.put(theirs);
      this.sealBegun();
    });
    place.hidden = false;
    place.querySelector("button").focus();
    return false;
  }

  show() {
    const sorted = this.items.toSorted((one, other) => other.day.localeCompare(one.day) || one.id.localeCompare(other.id));
    this.list.replaceChildren(...sorted.slice(0, this.shown).map((item) => this.row(item)));
    if (sorted.length > this.shown) this.list.append(this.moreRow());
  }

  row(item) {
    const row = clone("#vault-row").querySelector("li");
    row.querySelector("[data-words]").textContent = item.words;
    row.querySelector("[data-day]").textContent = longDay(item.day);
    const mood = row.querySelector("[data-mood]");
    if (item.mood) mood.textContent = this.say(item.mood);
    else mood.remove();
    row.querySelector("[data-change]").addEventListener("click", () => {
      this.put(item);
      this.form.words.focus();
    });
    row.querySelector("[data-copy-words]").addEventListener("click", async () => {
      await navigator.clipboard.writeText(item.words);
      this.tell("copied");
    });
    const erase = row.querySelector("[data-erase]");
    erase.addEventListener("click", () => (erase.dataset.asked ? this.erase(item) : this.askOnce(erase)));
    return row;
  }

  moreRow() {
    const row = document.createElement("li");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "link", textContent: this.say("more") });
    button.addEventListener("click", () => {
      this.shown *= 4;
      this.show();
    });
    row.append(button);
    return row;
  }

  askOnce(button) {
    button.dataset.asked = "yes";
    button.textContent = button.dataset.sure;
  }

  async erase(item) {
    try {
      await vault.erase(item);
      if (!vault.isOpen()) return;
      this.items = this.items.filter((one) => one.id !== item.id);
      if (this.item.id === item.id) this.anew();
      this.tell("erased");
    } catch (refused) {
      if (refused.theirs) this.items = this.items.map((one) => (one.id === item.id ? refused.theirs : one));
      this.tell(refused.theirs ? "otherwise" : refused.what);
    }
    this.show();
    this.changed();
  }
}

export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const language = () => document.documentElement.lang;
const written = (day, how) => new Intl.DateTimeFormat(language(), { timeZone: "UTC", ...how }).format(new Date(`${day}T00:00Z`));
export const longDay = (day) => written(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const shortDay = (day) => written(day, { day: "numeric", month: "long" });
