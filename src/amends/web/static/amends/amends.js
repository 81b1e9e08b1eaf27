// What only makes things smoother; every page works without it.

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[data-busy]");
    if (!button) return;
    button.textContent = button.dataset.busy;
    // Not disabled at once: the button's own name and value belong to what is sent.
    setTimeout(() => { button.disabled = true; });
  });
}

// A page taken from the browser's memory must not keep a button that says it is busy.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
