// The vault's page: which of its parts is shown, and what its forms do.
import { readCode } from "./format.js";
import { addFields, spelledIn } from "./groups.js";
import { Notebook, shortDay, today } from "./notebook.js";
import { root, say, show, showRoom, tell } from "./parts.js";
import { ask } from "./server.js";
import * as vault from "./vault.js";
import { draw, table, weeksOf } from "./weeks.js";

const strip = document.querySelector("#vault-weeks");
const earlier = document.querySelector("#vault-earlier");
const shown = { tell, say, changed: () => drawWeeks() };
const journal = new Notebook("journal", root, shown);
const letters = new Notebook("letter", root, shown);
const notebooks = { journal, letter: letters };

let pending = null; // a code that waits to be typed back, and what then happens
let draft = ""; // handed over by another page of this browser, until it is kept
let waiting = []; // what was written before and still lies outside

// What each form does. One that gives true keeps what was typed; the others are emptied when they are done.
const FORMS = {
  async begin({ passphrase, again }) {
    if (passphrase.value !== again.value) return differ();
    showCode(await vault.begin(passphrase.value));
  },
  async code(form) {
    if ((await readCode(spelledIn(form))) !== (await readCode(pending.code))) return otherCode();
    await pending.confirm();
    forgetCode();
    await enter();
  },
  async open({ passphrase }) {
    await vault.open(passphrase.value);
    await enter();
  },
  async recover(form) {
    await vault.openWithCode(spelledIn(form));
    await enter();
  },
  async rewrap({ current, passphrase, again }) {
    if (passphrase.value !== again.value) return differ();
    await vault.rewrap(current.value, passphrase.value);
    tell("changed");
  },
  async passkey({ current }, button) {
    await (button.value === "add" ? vault.addPasskey : vault.removePasskey)(current.value);
    tell(button.value === "add" ? "passkey-added" : "passkey-removed");
  },
  async recode({ current }) {
    showCode(await vault.recode(current.value));
  },
  async keep(form) {
    const { words, dataset } = form;
    const isDraft = draft && words.value.includes(draft);
    const kept = await notebooks[dataset.kind].keep();
    if (kept && isDraft) handedOver();
    return true;
  },
};

const ACTIONS = {
  async lock() {
    vault.lock();
    tell();
  },
  async passkey() {
    await vault.openWithPasskey();
    await enter();
  },
  async stop() {
    forgetCode();
    await start();
  },
  async copy() {
    const { items } = await vault.read();
    const body = JSON.stringify({ format: "amends/vault-copy/1", items }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([body], { type: "application/json" }));
    link.download = "notes.json";
    link.click();
    URL.revokeObjectURL(link.href);
  },
  move,
};

const differ = () => (tell("differ"), true);
const otherCode = () => (tell("other-code"), true);

async function start() {
  document.querySelector("#vault-without").hidden = true;
  if (!vault.isPossible()) return show("off");
  const isThere = await vault.look();
  for (const one of root.querySelectorAll("[data-passkeys]")) one.hidden = !vault.hasPasskeys();
  if (isThere) showDoor();
  else show("begin");
}

function showDoor() {
  root.querySelector("[data-with-passkey]").hidden = !vault.ways().includes("passkey");
  show("door");
}

function showCode(made) {
  pending = made;
  document.querySelector("#vault-code").textContent = made.code;
  tell();
  show("code");
}

function forgetCode() {
  pending = null;
  document.querySelector("#vault-code").textContent = "";
  root.querySelector("form[data-do=code]").reset();
}

async function enter() {
  tell();
  show("open");
  showRoom("journal");
  const { items, unreadable } = await vault.read();
  if (!vault.isOpen()) return;
  for (const notebook of Object.values(notebooks)) await notebook.fill(items);
  drawWeeks();
  if (unreadable) tell("unreadable");
  window.opener?.postMessage("vault:open", window.location.origin);
  await lookForEarlier();
}

// A page of this browser that opened this one may hand over a draft; it waits in the form until it is kept.
window.addEventListener("message", ({ origin, source, data }) => {
  if (origin !== window.location.origin || source !== window.opener || !vault.isOpen() || !data?.draft) return;
  draft = data.draft.trim();
  letters.begin(draft);
  showRoom("letter");
});

function handedOver() {
  draft = "";
  window.opener?.postMessage("vault:kept", window.location.origin);
}

// What was written for oneself before, and lies where the host could read it.
async function lookForEarlier() {
  const found = await ask(root.dataset.earlier);
  waiting = vault.isOpen() ? found.earlier : [];
  const words = earlier.querySelector("[data-count-one]");
  words.textContent = waiting.length === 1 ? words.dataset.countOne : words.dataset.countMany.replace("COUNT", waiting.length);
  earlier.hidden = !waiting.length;
}

// Locks each here first, under the id it has there, and erases it there once it is kept; whatever stops this half-way,
// each lies in at least one of the two, and the rest can be moved later.
async function move() {
  try {
    for (const { bond, id, ...said } of waiting) {
      await vault.keep({ id, revision: 0, ...said }).catch(unlessThere);
      await ask(`${root.dataset.earlier}${bond}/${id}/`, "POST", {});
    }
  } finally {
    if (vault.isOpen()) await enter();
  }
  tell("moved");
}

function unlessThere(refused) {
  if (!refused.theirs) throw refused;
}

function drawWeeks() {
  const found = weeksOf(journal.items, today());
  const details = document.createElement("details");
  details.append(written("summary", "table"), table(found, say, shortDay));
  strip.replaceChildren(draw(found, say, shortDay), written("figcaption", "thread"), details);
  strip.hidden = !journal.items.length;
}

function written(name, saying) {
  const made = document.createElement(name);
  made.className = name === "figcaption" ? "meta" : "";
  made.textContent = say(saying);
  return made;
}

// Says why something did not work; what was typed stays where it is.
function tellWhy(error) {
  if (/^[1-7]$/.test(error.what)) return tell("group", error.what);
  if (error instanceof RangeError) return tell("long");
  if (error instanceof DOMException) return tell("passkey-stopped");
  tell({ key: "wrong", otherwise: "elsewhere" }[error.what] ?? error.what ?? "failed");
}

// Runs what a button or form stands for, once at a time; a button says meanwhile that it does.
async function run(button, work) {
  if (button?.disabled) return;
  const rests = button?.textContent;
  if (button) button.disabled = true;
  if (button?.dataset.busy) button.textContent = button.dataset.busy;
  await new Promise((painted) => setTimeout(painted, 30)); // deriving a key holds the page for a second
  try {
    await work();
  } catch (error) {
    tellWhy(error);
  } finally {
    if (button) Object.assign(button, { disabled: false, textContent: rests });
  }
}

for (const form of root.querySelectorAll("form[data-do]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(event.submitter, async () => (await FORMS[form.dataset.do](form, event.submitter)) || form.reset());
  });
}
for (const button of root.querySelectorAll("[data-do-now]")) {
  button.addEventListener("click", () => run(button, ACTIONS[button.dataset.doNow]));
}
for (const button of root.querySelectorAll("[data-room]")) {
  button.addEventListener("click", () => {
    tell();
    showRoom(button.dataset.room);
  });
}
for (const place of root.querySelectorAll("[data-groups]")) addFields(place, (number) => say("group-label", number));

// Locked: no word of it stays in the page.
window.addEventListener("vault:lock", () => {
  for (const form of root.querySelectorAll("form")) form.reset();
  for (const notebook of Object.values(notebooks)) notebook.clear();
  strip.replaceChildren();
  waiting = [];
  draft = "";
  earlier.hidden = true;
  forgetCode();
  showDoor();
  tell("locked");
});

run(null, start);
