// Four parts of a sentence, filled from the draft where it says them and left open where it doesn't. What grows
// of them is shown, and can be put into the draft.
import "./chooser.js";

class Builder extends HTMLElement {
  connectedCallback() {
    if (this.parts) return;
    this.parts = Object.fromEntries([...this.querySelectorAll("[data-slot]")].map((one) => [one.dataset.slot, one]));
    this.built = this.querySelector(".built");
    this.hidden = false;
    for (const part of Object.values(this.parts)) {
      part.addEventListener("input", () => {
        part.dataset.typed = "yes"; // from now on the draft doesn't change it
        this.grow();
      });
      part.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    }
    const [instead, below] = this.querySelectorAll("button[data-put]");
    instead.addEventListener("click", () => this.composer.replaceDraft(this.sentence));
    below.addEventListener("click", () => this.composer.replaceDraft(`${this.composer.field.value.trimEnd()}\n\n${this.sentence}`.trimStart()));
    this.grow();
  }

  forget() {
    this.built.textContent = "…";
    for (const part of Object.values(this.parts)) delete part.dataset.typed;
    for (const one of this.querySelectorAll("amends-chooser")) one.close();
  }

  get composer() {
    return this.closest("amends-composer");
  }

  // Takes from a draft what it says, but for the parts that were typed here.
  fill(said) {
    if (!this.parts) this.connectedCallback(); // brought in together, the composer around it speaks first
    for (const [name, part] of Object.entries(this.parts)) {
      if (!part.dataset.typed && document.activeElement !== part) part.value = this.fitting(name, said[name] ?? "");
    }
    this.grow();
  }

  // A feeling of the draft, where an effect is asked for.
  fitting(name, words) {
    const { effect } = this.dataset;
    return name === "felt" && words && effect ? effect.replace("{felt}", words) : words;
  }

  get sentence() {
    const said = Object.fromEntries(Object.entries(this.parts).map(([name, part]) => [name, bare(part.value)]));
    const { whenFelt, felt, need, wouldYou } = this.dataset;
    const told = [];
    if (said.when && said.felt) told.push(fit(whenFelt, said));
    else if (said.when) told.push(`${capital(said.when)}.`);
    else if (said.felt) told.push(fit(felt, said));
    if (said.need) told.push(fit(need, said));
    if (said.wouldYou) told.push(fit(wouldYou, said));
    return told.join(" ");
  }

  grow() {
    const { sentence } = this;
    this.built.textContent = sentence || "…";
    for (const one of this.querySelectorAll("button[data-put]")) one.disabled = !sentence;
  }
}

const bare = (words) => words.trim().replace(/[\s.!?;,…]+$/u, "");
const capital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
const fit = (sentence, said) => sentence.replace(/\{(\w+)\}/g, (_whole, name) => said[name]);

customElements.define("amends-builder", Builder);
