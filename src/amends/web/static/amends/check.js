// The answers are looked at here and nowhere else: nothing is sent, nothing is kept, and leaving clears it.
const form = document.getElementById("check");
const sections = ["crisis", "low", "yes", "none", "open"].map((id) => document.getElementById(id));
const OF_ONESELF = { alive: "crisis", mood: "low" }; // what says how someone is, and which section answers it

function show(...shown) {
  for (const section of sections) section.hidden = !shown.includes(section.id);
}

function look() {
  const marked = [...form.querySelectorAll("input:checked")];
  const yes = marked.filter((input) => input.value === "yes").map((input) => input.name);
  const found = [];
  for (const [name, section] of Object.entries(OF_ONESELF)) if (yes.includes(name)) found.push(section);
  if (yes.some((name) => !(name in OF_ONESELF))) found.push("yes");
  if (!found.length) found.push(marked.length ? "none" : "open");
  show(...found);
  document.getElementById("found").scrollIntoView({ block: "nearest" });
}

for (const button of form.querySelectorAll("button")) button.hidden = false;
show();
document.getElementById("look").addEventListener("click", look);
form.addEventListener("submit", (event) => event.preventDefault()); // Enter sends nothing
form.addEventListener("reset", () => show());
addEventListener("pagehide", () => form.reset());
