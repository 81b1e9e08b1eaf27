// Both sides of something, sealed: written, locked and opened in the browser. The key to an answer lies in its author's
// vault and leaves it once this page has seen that everyone's answer is sealed. What is read is opened here alone.
import { answerKey, commitment, fromBase64, openAnswer, random, same, sealAnswer, toBase64 } from "./format.js";
import { clone, root, say, show, tell } from "./parts.js";
import { ask } from "./server.js";
import * as vault from "./vault.js";

const EVERY = 3000; // how often a page that is looked at asks whether all have come as far
const { exercise, me, parts: address } = root.dataset;
const form = root.querySelector("form[data-do=seal]");

let state = null; // how things stand, as the server tells it
let item = null; // what the vault holds of this: the texts, key and salt, who takes part, which commitments were seen
let begun = null; // words typed and not sealed, locked: they outlast a lock of the vault, in this page alone
let shownAs = "";

const FORMS = {
  async open({ passphrase }) {
    await vault.open(passphrase.value);
    await enter();
  },
  async seal(_form, button) {
    const answer = typed();
    if (button.value === "later") return keepForLater(answer);
    if (!answer.hurt || !(answer.mine || form.nothing.checked)) return missing();
    await sealUp({ ...answer, mine: form.nothing.checked ? "" : answer.mine });
  },
};

const ACTIONS = { passkey: async () => (await vault.openWithPasskey(), enter()), together, slowly };

async function start() {
  document.querySelector("#vault-without").hidden = true;
  if (!vault.isPossible()) return show("off");
  if (await vault.look()) showDoor();
  else show("none");
}

function showDoor() {
  shownAs = "";
  root.querySelector("[data-with-passkey]").hidden = !vault.ways().includes("passkey");
  show("door");
}

async function enter() {
  tell();
  const { items } = await vault.read();
  item = items.find((one) => one.id === exercise) ?? { id: exercise, revision: 0, kind: "sealed", answer: null };
  state = await ask(address);
  if (item.seal && !state.sealed && state.phase === "waiting") await send(item.seal); // it was on its way
  await showState();
}

async function showState() {
  const part = partOf(state);
  if (part === shownAs) return;
  if (part === "opened") await showAnswers();
  if (part === "write") await fill();
  if (part === "cancelled") showOwn();
  shownAs = part;
  show(part);
}

function partOf({ phase, sealed, revealed }) {
  if (phase === "cancelled") return phase;
  if (!sealed) return "write";
  if (!isMine(sealed)) return "lost";
  if (phase === "waiting" || phase === "opened") return phase;
  return revealed ? "opening" : "ready";
}

const isMine = ({ commitment: bound, ciphertext }) =>
  item.seal?.commitment === bound && item.seal?.ciphertext === ciphertext;

// Writing and sealing.

const typed = () => ({ hurt: form.hurt.value.trim(), mine: form.mine.value.trim() });

function missing() {
  tell(typed().hurt ? "missing-mine" : "missing-hurt");
  (typed().hurt ? form.mine : form.hurt).focus();
  return true;
}

async function fill() {
  const answer = begun ? await vault.unseal(exercise, 1, begun) : item.answer;
  if (answer) [form.hurt.value, form.mine.value] = [answer.hurt, answer.mine];
}

async function keepForLater(answer) {
  item = await vault.keep({ ...item, answer });
  begun = null;
  tell("kept");
  return true;
}

// The vault has the key before the server has the answer: whatever stops this half-way, it can be gone on with.
async function sealUp(answer) {
  const [key, salt] = [random(32), random(32)];
  const sealed = await sealAnswer(answer, await answerKey(key), exercise, me);
  const seal = {
    kind: "seal", id: crypto.randomUUID(), ciphertext: toBase64(sealed),
    commitment: toBase64(await commitment(salt, exercise, me, answer)),
  };
  const roster = state.people.map(({ id }) => id);
  item = await vault.keep({ ...item, answer, key: toBase64(key), salt: toBase64(salt), seal, roster });
  begun = null;
  await send(seal);
  await showState();
}

async function send(part) {
  state = await ask(address, "POST", part);
}

// Opening together: nothing of one's own leaves before all sealed answers were looked at.

async function together() {
  state = await ask(address);
  const why = whyNot(state);
  if (why) return tell(why);
  const seen = Object.fromEntries(state.seals.map((one) => [one.author, one.commitment]));
  item = await vault.keep({ ...item, seen, reveal: item.reveal ?? crypto.randomUUID() });
  await send({ kind: "reveal", id: item.reveal, key: item.key, salt: item.salt });
  await showState();
}

function whyNot({ phase, people, seals }) {
  if (phase !== "sealed") return "not-yet";
  const authors = seals.map(({ author }) => author).sort();
  const others = people.map(({ id }) => id).sort();
  const roster = [...item.roster].sort();
  if (String(authors) !== String(roster) || String(others) !== String(roster)) return "other-people";
  const own = seals.find(({ author }) => author === me);
  if (!isMine(own) || seals.some((one) => fromBase64(one.commitment).length !== 32)) return "altered";
  const isTwice = (name) => new Set(seals.map((one) => one[name])).size < seals.length;
  return isTwice("commitment") || isTwice("ciphertext") ? "altered" : "";
}

async function showAnswers() {
  const place = root.querySelector("[data-answers]");
  const mine = state.people.filter(({ id }) => id === me);
  const cards = await Promise.all([...state.people.filter(({ id }) => id !== me), ...mine].map(card));
  place.replaceChildren(...cards);
  root.querySelector("[data-do-now=slowly]").hidden = false;
}

async function card({ id, name }) {
  const made = clone("#sealed-answer");
  made.querySelector("[data-name]").textContent = id === me ? say("you") : name;
  for (const part of ["mine", "hurt"]) {
    made.querySelector(`[data-about-${part}]`).textContent = say(id === me ? `about-my-${part}` : `about-${part}`);
  }
  const answer = await read(id);
  if (!answer) {
    made.querySelector("[data-mine]").textContent = say("unopened");
    made.querySelector("[data-after]").remove();
    return made;
  }
  made.querySelector("[data-mine]").textContent = answer.mine || say("nothing");
  made.querySelector("[data-hurt]").textContent = answer.hurt;
  return made;
}

// What someone wrote, if it is what they were bound to when this browser looked; else null.
async function read(author) {
  const sealed = state.seals.find((one) => one.author === author);
  const given = state.reveals.find((one) => one.author === author);
  const seen = item.seen?.[author];
  try {
    const bound = fromBase64(seen);
    if (!same(bound, fromBase64(sealed.commitment))) return null;
    const [bytes, salt] = [fromBase64(sealed.ciphertext), fromBase64(given.salt)];
    const key = await answerKey(fromBase64(given.key));
    return await openAnswer({ sealed: bytes, key, salt, bound, exercise, author });
  } catch {
    return null;
  }
}

// What one wrote oneself, of something that was not opened.
function showOwn() {
  const { hurt = "", mine = "" } = item.answer ?? {};
  root.querySelector("[data-own]").textContent = [hurt, mine].filter(Boolean).join("\n\n");
}

// First what each owns; then, after a breath, what hurt.
function slowly() {
  for (const one of root.querySelectorAll("[data-after]")) one.hidden = false;
  root.querySelector("[data-do-now=slowly]").hidden = true;
  root.querySelector("[data-after]")?.scrollIntoView({ block: "nearest" });
}

// The page.

function tellWhy(error) {
  if (error instanceof RangeError) return tell("long");
  if (error instanceof DOMException) return tell("passkey-stopped");
  tell({ key: "wrong" }[error.what] ?? error.what ?? "failed");
}

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

async function look() {
  if (document.hidden || !vault.isOpen() || !["waiting", "opening"].includes(shownAs)) return;
  try {
    state = await ask(address);
    if (vault.isOpen()) await showState();
  } catch {
    // Without a connection it asks again later.
  }
}

for (const one of root.querySelectorAll("form[data-do]")) {
  one.addEventListener("submit", (event) => {
    event.preventDefault();
    run(event.submitter, async () => (await FORMS[one.dataset.do](one, event.submitter)) || one.reset());
  });
}
for (const button of root.querySelectorAll("[data-do-now]")) {
  button.addEventListener("click", () => run(button, ACTIONS[button.dataset.doNow]));
}
form?.addEventListener("input", async () => {
  if (vault.isOpen()) begun = await vault.seal(exercise, 1, typed());
});

// Locked: no word of it stays in the page.
window.addEventListener("vault:lock", () => {
  for (const one of root.querySelectorAll("form")) one.reset();
  root.querySelector("[data-answers]").replaceChildren();
  root.querySelector("[data-own]").textContent = "";
  item = null;
  showDoor();
  tell("locked");
});

setInterval(look, EVERY);
run(null, start);
