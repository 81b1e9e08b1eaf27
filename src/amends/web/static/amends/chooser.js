// A field whose words can be looked for in a list, as the combobox of the ARIA authoring practices. One's own
// words stay as good as any. Nothing of what is looked for leaves the page.
const MOST = 12; // words found that are shown

class Chooser extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    this.input = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.told = this.querySelector("[role=status]");
    this.toggle = this.querySelector("button");
    this.input.addEventListener("input", (event) => event.isTrusted && this.look(lastOf(this.input.value, this.joins)));
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.close());
    this.toggle.addEventListener("click", () => (this.list.hidden ? this.browse() : this.close()));
    // A press on the list keeps the caret in the field.
    for (const part of [this.list, this.toggle]) part.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
  }

  // What joins two words in this language, such as "and".
  get joins() {
    return [", ", ` ${this.dataset.and} `];
  }

  async words() {
    const { address, kind } = this.dataset;
    known[address] ??= fetch(address).then((answer) => (answer.ok && !answer.redirected ? answer.json() : null)).catch(() => null);
    const all = await known[address];
    if (!all) delete known[address]; // asked again next time
    return all && { groups: all[kind], judgements: kind === "felt" ? all.judgements : {} };
  }

  async look(said) {
    const sought = plain(said);
    if (!sought) return this.close();
    const all = await this.words();
    if (!all || sought !== plain(lastOf(this.input.value, this.joins))) return;
    const judged = sought.length > 2 ? Object.keys(all.judgements).find((word) => plain(word).startsWith(sought)) : undefined;
    if (judged) return this.show([{ name: "", words: all.judgements[judged] }], this.dataset.beneath);
    const found = all.groups.flatMap(({ words }) => words.map(([word, ...also]) => [closeness(sought, word, also), word]));
    const best = found.filter(([close]) => close).sort(([one], [other]) => one - other).slice(0, MOST);
    this.show([{ name: "", words: best.map(([, word]) => word) }], "");
  }

  async browse() {
    this.input.focus();
    const all = await this.words();
    if (all) this.show(all.groups.map(({ name, words }) => ({ name, words: words.map(([word]) => word) })), "");
  }

  show(groups, note) {
    const count = groups.reduce((sum, { words }) => sum + words.length, 0);
    if (!count) return this.close();
    let number = 0;
    const parts = groups.map(({ name, words }) => {
      const options = words.map((word) => made("div", { id: `${this.list.id}_${(number += 1)}`, role: "option", textContent: word }));
      if (!name) return options;
      const group = made("div", { role: "group", ariaLabel: name });
      group.append(made("div", { className: "small soft", ariaHidden: "true", textContent: name }), ...options);
      return [group];
    });
    this.list.replaceChildren(...parts.flat());
    for (const option of this.options) option.setAttribute("aria-selected", "false");
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
    this.told.textContent = note || this.dataset.found.replace("{n}", count);
    this.told.classList.toggle("hidden-text", !note);
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.told.textContent = "";
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  pressed(event) {
    const { options } = this;
    const at = this.list.hidden ? -1 : options.findIndex((one) => one.ariaSelected === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) return void this.browse();
      const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
      this.point(options, next);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      this.choose(options[at]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    }
  }

  point(options, at) {
    options.forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
    this.input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  // The word takes the place of the one that was being typed; those before it stay.
  choose(option) {
    const { value } = this.input;
    this.input.value = value.slice(0, value.length - lastOf(value, this.joins).length) + option.textContent;
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.close();
    this.input.focus();
  }
}

const known = {};
const made = (name, { role, ...having }) => {
  const one = Object.assign(document.createElement(name), having);
  one.setAttribute("role", role ?? "presentation");
  return one;
};

// Letters alone: without marks, capitals and hyphens, so that "melee" finds "mêlée".
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().replace(/[-’']/g, " ").trim();

// How near a word is to what is sought, 1 the nearest; 0 where it isn't.
function closeness(sought, word, also) {
  if (plain(word).startsWith(sought)) return 1;
  if (plain(word).split(/\s+/).some((part) => part.startsWith(sought))) return 2;
  const others = also.map(plain);
  if (others.some((one) => one.startsWith(sought))) return 3;
  return others.some((one) => one.split(/\s+/).some((part) => part.startsWith(sought))) ? 4 : 0;
}

// What comes after the last of the signs that join words.
function lastOf(value, joins) {
  const from = Math.max(0, ...joins.map((sign) => value.lastIndexOf(sign) + 1 && value.lastIndexOf(sign) + sign.length));
  return value.slice(from);
}

customElements.define("amends-chooser", Chooser);
