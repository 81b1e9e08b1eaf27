// Tells the server the browser's time zone, where a form asks for one and nobody has chosen yet.
"use strict";
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll("[data-zone]")) {
  const known = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === zone);
  if (zone && known && ["", "UTC"].includes(field.value)) field.value = zone;
}
