// Puts a button beside a field that holds something to copy.
"use strict";
for (const field of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break; // plain HTTP: the field can still be selected
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = field.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = field.dataset.copied;
  });
  field.after(button);
}
