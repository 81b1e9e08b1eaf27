// Leaving the page quickly. At once the page is blank; then the session ends and another page takes this
// one's place, so that "back" does not lead here. Loaded before anything else, so that it is there first.
const TIMES = 3;
const WITHIN = 5000;

function leave(form) {
  document.documentElement.classList.add("gone");
  document.title = form.dataset.title;
  dispatchEvent(new Event("amends:exit"));
  new BroadcastChannel("amends:exit").postMessage("now"); // a vault open in another window locks too
  for (const one of document.forms) if (one !== form) one.reset();
  const sent = fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true, redirect: "manual" });
  // The answer is not waited for: the request outlives the page.
  sent.catch(() => {});
  location.replace(form.action); // which says nothing, and leads on
}

document.addEventListener("submit", (event) => {
  if (event.target.id !== "exit") return;
  event.preventDefault();
  leave(event.target);
});

let pressed = [];
document.addEventListener("keydown", (event) => {
  const form = document.getElementById("exit");
  if (event.key !== "Shift" || event.repeat) {
    if (event.key !== "Shift") pressed = [];
    return;
  }
  pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
  if (form && pressed.length >= TIMES) leave(form);
});

// Reached from the skip link, the button is where the eye and the next key are.
addEventListener("hashchange", () => {
  if (location.hash === "#leave") document.getElementById("leave")?.focus();
});
