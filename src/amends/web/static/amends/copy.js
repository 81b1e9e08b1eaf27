// Puts a button beside what someone may want to copy: a field, or words.
"use strict";
for (const field of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break; // plain HTTP: the field can still be selected
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = field.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value ?? field.textContent);
    button.textContent = field.dataset.copied;
  });
  field.after(button);
}
