// Fields for a recovery code, one a group: the next is reached as soon as one is full, and a pasted code spreads out.
import { GROUP, GROUPS } from "./format.js";

const LENGTH = GROUP + 1;

export function addFields(place, label) {
  const fields = Array.from({ length: GROUPS }, (_, index) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "text", autocomplete: "off", spellcheck: false, required: true });
    field.setAttribute("autocapitalize", "characters");
    field.setAttribute("aria-label", label(index + 1));
    field.addEventListener("input", () => spread(fields, index));
    return field;
  });
  place.append(...fields);
}

export const spelledIn = (form) => [...form.querySelectorAll("[data-groups] input")].map((field) => field.value).join("-");

function spread(fields, index) {
  const typed = fields[index].value.replaceAll(/[^0-9a-z]/gi, "").toUpperCase();
  fields[index].value = typed.slice(0, LENGTH);
  if (typed.length < LENGTH || index + 1 === fields.length) return;
  fields[index + 1].focus();
  if (typed.length === LENGTH) return;
  fields[index + 1].value = typed.slice(LENGTH);
  spread(fields, index + 1);
}
