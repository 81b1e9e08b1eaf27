// Says beneath the words how they may land, once typing pauses. What is not helpful is left out from then
// on, and all of it can be turned off; both are known to this browser alone.
const form = document.querySelector("form[data-coach]");
const place = document.querySelector("#coach");
const PAUSE = 150;
const OFF = "coach-off";
const UNHELPFUL = "coach-unhelpful";

const unhelpful = () => new Set(JSON.parse(localStorage.getItem(UNHELPFUL) ?? "[]"));
const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;
const draft = () => [...form.querySelectorAll("textarea")].map((field) => field.value).filter(Boolean).join("\n\n");

let waiting;
let asking;

async function look() {
  asking?.abort();
  if (localStorage.getItem(OFF) || !draft().trim()) return show("");
  asking = new AbortController();
  const body = new URLSearchParams({ draft: draft(), csrfmiddlewaretoken: token() });
  try {
    const answer = await fetch(form.dataset.coach, { method: "POST", body, signal: asking.signal });
    show(answer.ok ? await answer.text() : "");
  } catch {
    // Without a connection it rests; the words are still there.
  }
}

function show(said) {
  place.innerHTML = said;
  for (const mark of place.querySelectorAll("[data-label]")) {
    if (unhelpful().has(mark.dataset.label)) mark.remove();
    else mark.append(button(place.dataset.unhelpful, () => leaveOut(mark.dataset.label)));
  }
  const list = place.querySelector(".rows");
  if (list && !list.children.length) place.innerHTML = "";
  if (place.firstElementChild) place.firstElementChild.append(button(place.dataset.off, turnOff));
  else if (localStorage.getItem(OFF)) place.append(button(place.dataset.on, turnOn));
}

function button(said, then) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "link small";
  made.textContent = said;
  made.addEventListener("click", then);
  return made;
}

function leaveOut(label) {
  localStorage.setItem(UNHELPFUL, JSON.stringify([...unhelpful().add(label)]));
  look();
}

function turnOff() {
  localStorage.setItem(OFF, "yes");
  show("");
}

function turnOn() {
  localStorage.removeItem(OFF);
  look();
}

if (form && place) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  if (!place.firstElementChild) look();
}
