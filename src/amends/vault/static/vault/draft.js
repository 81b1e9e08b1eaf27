// Hands a draft from a form to the vault, in a window of its own, once that is open: from page to page within this
// browser, through no server and no storage.
const place = document.querySelector("#draft");
const field = document.querySelector("#act textarea[name=words]");
const origin = window.location.origin;
let opened = null;

if (place && field && window.isSecureContext) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    opened = window.open(place.dataset.vault);
  });
  window.addEventListener("message", (event) => {
    if (event.origin !== origin || !opened || event.source !== opened) return;
    if (event.data === "vault:open") opened.postMessage({ draft: field.value }, origin);
    if (event.data === "vault:kept") place.querySelector("[role=status]").textContent = place.dataset.kept;
  });
}
