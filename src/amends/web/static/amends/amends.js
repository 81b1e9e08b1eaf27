// What only makes things smoother; every page works without it.

const forms = document.querySelectorAll('form[method="post"]');
const fields = document.querySelectorAll("textarea, input:not([type=hidden]), select");

// What is sent is sent once, and the button says so.
for (const form of forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (!button?.dataset.busy) return;
    button.dataset.rests = button.textContent;
    button.textContent = button.dataset.busy;
  });
}

// A page may come back from the browser's memory: then what was typed must still be there and can be
// sent again; where nothing was typed, it is asked for anew, since whoever holds the device may have changed.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  if (![...fields].some(isTyped)) return window.location.reload();
  for (const form of forms) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[data-rests]")) button.textContent = button.dataset.rests;
});

// Whoever logs out leaves nothing half written behind.
document.querySelector('form[action$="/log-out/"]')?.addEventListener("submit", () => {
  for (const form of forms) form.reset();
  new BroadcastChannel("amends:exit").postMessage("now"); // a vault open in another window locks too
});

// A form that could not be kept opens where it needs another look.
document.querySelector("[aria-invalid=true]")?.focus();

// A field grows with its words, also where the browser does not do so by itself.
if (!CSS.supports("field-sizing", "content")) {
  for (const field of document.querySelectorAll("textarea")) {
    const fit = () => { field.style.blockSize = "auto"; field.style.blockSize = `${field.scrollHeight + 3}px`; };
    field.addEventListener("input", fit);
    fit();
  }
}

// The menu closes when attention goes elsewhere.
const menu = document.querySelector("details.menu");
document.addEventListener("click", (event) => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

function isTyped(field) {
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}
