// The answers are looked at here and nowhere else: nothing is sent, nothing is kept, and leaving clears it.
const form = document.getElementById("check");
const sections = ["crisis", "yes", "none", "open"].map((id) => document.getElementById(id));
const CRISIS = "alive";

function show(...shown) {
  for (const section of sections) section.hidden = !shown.includes(section.id);
}

function look() {
  const marked = [...form.querySelectorAll("input:checked")];
  const yes = marked.filter((input) => input.value === "yes").map((input) => input.name);
  const found = [];
  if (yes.includes(CRISIS)) found.push("crisis");
  if (yes.some((name) => name !== CRISIS)) found.push("yes");
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
