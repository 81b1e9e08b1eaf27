// The page's own parts: which is shown, what is said above them, what stands ready to be copied.
export const root = document.querySelector("#vault");

const said = document.querySelector("#vault-said");

export const clone = (selector) => document.querySelector(selector).content.cloneNode(true);
export const sayings = Object.fromEntries(
  [...document.querySelector("#vault-sayings").content.querySelectorAll("[data-say]")].map((one) => [one.dataset.say, one.textContent]),
);

// A sentence that the page brought along; a number takes its place in it.
export function say(name, number = "") {
  return (sayings[name] ?? sayings.failed).replace("NUMBER", number);
}

// Says something above all parts; nothing clears it.
export function tell(name = "", number = "") {
  said.hidden = !name;
  said.textContent = name && say(name, number);
  if (name) said.scrollIntoView({ block: "nearest" });
}

export function show(part) {
  for (const one of root.querySelectorAll("[data-part]")) one.hidden = one.dataset.part !== part;
  root.hidden = false;
  root.querySelector(`[data-part=${part}] input`)?.focus();
}

export function showRoom(name) {
  for (const one of root.querySelectorAll("[data-in]")) one.hidden = one.dataset.in !== name;
  for (const one of root.querySelectorAll("[data-room]")) {
    if (one.dataset.room === name) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}
