// Marks, in the words themselves, what may land otherwise than meant, and says why beneath. Without this
// script the field is a plain one, and the page answers when it is asked to.
//
// The marks lie on a sheet under the field, which holds the same words in the same place, unseen. What is
// not helpful is known to this browser alone, by kind and never by its words.
import "./builder.js";

const PAUSE = 50; // ms without a key; what is asked then is mostly there before 150 are over
const SETTLED = 1500; // ms after which a reader of screens is told
const PATIENCE = 5000; // ms for an answer
const SURE = 50; // percent: from there on the coach speaks
const SURER = 15; // percent more for each time that a kind was not helpful
const ALWAYS_SHOWN = ["danger", "control"]; // nobody can make these rarer for whoever writes here next

class Composer extends HTMLElement {
  #marks = [];
  #drawn = "";
  #aside = new Set();
  #earlier = null; // the draft before other words took its place
  #put = null; // those words

  connectedCallback() {
    this.field ??= this.querySelector("textarea");
    if (!this.field || this.under) return;
    this.answer = this.querySelector(".landing");
    this.under = made("div", { className: "under", ariaHidden: "true", dir: "auto" });
    const paper = made("div", { className: "paper" });
    this.field.replaceWith(paper);
    paper.append(this.under, this.field);
    this.status = made("p", { className: "hidden-text", id: `${this.field.id}_marked`, role: "status" });
    this.foot = made("p", { className: "side small soft" });
    this.answer.before(this.status);
    this.answer.after(this.foot);
    const described = this.field.getAttribute("aria-describedby");
    this.field.setAttribute("aria-describedby", [described, this.status.id].filter(Boolean).join(" "));

    this.field.addEventListener("input", (event) => this.typed(event));
    this.field.addEventListener("scroll", () => this.follow());
    for (const sign of ["click", "keyup", "select"]) this.field.addEventListener(sign, () => this.point());
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.field.form.addEventListener("reset", () => this.forget());
    this.watch = new ResizeObserver(() => this.follow());
    this.watch.observe(this.field);
    this.tryAgain = () => this.look();
    addEventListener("online", this.tryAgain);

    this.draw();
    if (this.answer.querySelector(".coach")) this.say(this.answer.innerHTML);
    else this.look();
  }

  // Whoever leaves the page quickly or logs out empties the form, and nothing of its words stays beside it.
  forget() {
    clearTimeout(this.waiting);
    clearTimeout(this.telling);
    this.asking?.abort();
    this.#marks = [];
    this.#aside.clear();
    this.#earlier = this.#put = null;
    this.#drawn = this.status.textContent = "";
    for (const part of [this.under, this.answer, this.foot]) part.replaceChildren();
    this.querySelector("amends-builder")?.forget();
    this.waiting = setTimeout(() => (this.draw(), this.look())); // by then the form has its first words again
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    removeEventListener("online", this.tryAgain);
    clearTimeout(this.waiting);
    clearTimeout(this.telling);
    this.asking?.abort();
  }

  // Asking.

  typed(event) {
    this.keepMarks();
    this.draw();
    if (this.field.value !== this.#put) this.#earlier = null;
    clearTimeout(this.waiting);
    this.asking?.abort();
    if (!event.isComposing) this.waiting = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const draft = this.field.value;
    this.asking?.abort();
    if (this.rests || !draft.trim()) return this.say("");
    const asking = (this.asking = new AbortController());
    const patience = setTimeout(() => asking.abort(), PATIENCE);
    const { part, of = "" } = this.dataset;
    try {
      const body = new URLSearchParams({ draft, part, of, csrfmiddlewaretoken: this.token });
      const answer = await fetch(this.dataset.coach, { method: "POST", body, signal: asking.signal });
      const said = await answer.text();
      // An answer to other words, or the page of someone who has to log in anew, says nothing here.
      if (answer.ok && !answer.redirected && draft === this.field.value && !this.rests) this.say(said);
    } catch {
      // Without a connection, or after too long, it rests; the words are still there.
    } finally {
      clearTimeout(patience);
    }
  }

  get token() {
    return this.field.form.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  get rests() {
    return this.hasAttribute("data-rests");
  }

  // Showing.

  say(said) {
    this.answer.innerHTML = said;
    this.build();
    this.show();
  }

  show() {
    const least = unhelpful(this.dataset.own);
    let fewer = false;
    this.#marks = [];
    for (const row of this.answer.querySelectorAll("[data-label]")) {
      const { label, start, end, probability } = row.dataset;
      const mark = { label, row, start: Number(start), end: Number(end), words: row.querySelector("mark").textContent };
      if (this.#aside.has(signOf(mark))) this.putAside(mark);
      else if (Number(probability) < SURE + SURER * (least[label] ?? 0)) fewer = Boolean(row.remove()) || true;
      else this.#marks.push(this.open(mark));
    }
    this.offerRewording();
    const rows = this.answer.querySelector(".rows");
    if (rows && !rows.children.length) this.dropEmpty(rows);
    this.keepFoot(fewer);
    this.draw();
    this.tell();
  }

  // What was said beside marks that are all left out.
  dropEmpty(rows) {
    this.answer.querySelector(".with-facts")?.remove();
    rows.previousElementSibling?.remove();
    rows.remove();
    if (this.answer.querySelectorAll(".coach > *").length < 2) this.answer.replaceChildren();
  }

  // Four parts of a sentence take from the draft what it says, and rest where help goes before any wording.
  build() {
    const builder = this.querySelector("amends-builder");
    if (!builder) return;
    const said = this.answer.querySelector("[data-parts]");
    builder.hidden = !said && Boolean(this.answer.firstElementChild);
    builder.fill(said?.dataset ?? {});
    said?.remove();
  }

  open(mark) {
    const words = mark.row.querySelector("mark");
    const go = button("", () => this.goTo(mark), "shows");
    go.title = this.dataset.there;
    words.replaceWith(go);
    go.append(words);
    words.id = `${this.field.id}_mark_${mark.start}_${mark.label.replace(":", "-")}`;
    const off = button(this.dataset.unhelpful, () => this.leaveOut(mark));
    off.setAttribute("aria-describedby", words.id);
    mark.row.append(off);
    return mark;
  }

  offerRewording() {
    const words = this.answer.querySelector("[data-words]");
    if (words) words.after(button(this.dataset.use, () => this.replaceDraft(words.textContent)));
  }

  keepFoot(fewer) {
    const { used, undo, fewer: some, again, off, on } = this.dataset;
    const wasHere = this.foot.contains(document.activeElement);
    this.foot.replaceChildren();
    if (this.#earlier !== null) this.foot.append(said(used), button(undo, () => this.undo()));
    if (fewer) this.foot.append(said(some), button(again, () => this.forgetUnhelpful()));
    if (this.rests) this.foot.append(button(on, () => rest(false)));
    else if (this.answer.firstElementChild || fewer) this.foot.append(button(off, () => rest(true)));
    if (wasHere) (this.foot.querySelector("button:last-child") ?? this.field).focus(); // the one pressed is gone
  }

  // Told once nothing changes any more, and only what is there: that nothing is marked says nothing.
  tell() {
    clearTimeout(this.telling);
    const { marked, keys } = this.dataset;
    const count = this.#marks.length;
    const told = count ? `${marked.replace("{n}", count)} ${keys}` : "";
    if (told !== this.status.textContent) this.telling = setTimeout(() => (this.status.textContent = told), SETTLED);
  }

  // Marks move with the words while there is no answer yet; those whose words were touched go.
  keepMarks() {
    const [old, now] = [this.#drawn, this.field.value];
    const shorter = Math.min(old.length, now.length);
    let first = 0;
    while (first < shorter && old[first] === now[first]) first += 1;
    let last = 0;
    while (last < shorter - first && old[old.length - 1 - last] === now[now.length - 1 - last]) last += 1;
    this.#marks = this.#marks.filter((mark) => {
      if (mark.start >= old.length - last) {
        mark.start += now.length - old.length;
        mark.end += now.length - old.length;
      } else if (mark.end > first) return false;
      return true;
    });
  }

  draw() {
    const text = (this.#drawn = this.field.value);
    const pieces = [];
    let at = 0;
    for (const mark of [...this.#marks].sort((one, other) => one.start - other.start || one.end - other.end)) {
      const start = Math.max(mark.start, at);
      if (start >= mark.end) continue; // words that are marked already
      mark.piece = made("mark", { textContent: text.slice(start, mark.end) });
      pieces.push(text.slice(at, start), mark.piece);
      at = mark.end;
    }
    this.under.replaceChildren(...pieces, `${text.slice(at)}\n`); // the last line break is not drawn
    this.follow();
  }

  // The sheet keeps to the field: as far scrolled, and as narrow where there is a bar to scroll with.
  follow() {
    const { field, under } = this;
    under.classList.toggle("has-bar", field.offsetWidth - field.clientWidth > 8);
    under.scrollTop = field.scrollTop;
  }

  // Moving between the words and the list.

  pressed(event) {
    if (event.key === "F8" && this.#marks.length) {
      event.preventDefault();
      this.goTo(this.next(event.shiftKey ? -1 : 1));
    }
    if (event.key === "Escape" && !event.isComposing) this.goBack();
    const rows = [...this.answer.querySelectorAll(".shows")];
    const at = rows.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    rows[(at + step + rows.length) % rows.length].focus();
  }

  next(step) {
    const marks = [...this.#marks].sort((one, other) => one.start - other.start);
    const here = document.activeElement?.closest("[data-label]");
    const { selectionStart, selectionEnd } = this.field;
    const isChosen = (mark) => mark.start === selectionStart && mark.end === selectionEnd;
    const now = marks.findIndex((mark) => (here ? mark.row === here : isChosen(mark)));
    if (now >= 0) return marks[(now + step + marks.length) % marks.length];
    const after = marks.findIndex((mark) => (step > 0 ? mark.end : mark.start) > selectionStart);
    const from = after < 0 ? marks.length : after;
    return marks[(from + (step > 0 ? 0 : -1) + marks.length) % marks.length];
  }

  goTo(mark) {
    this.cameFrom = mark.row.querySelector(".shows");
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(mark.start, mark.end);
    const { piece } = mark;
    if (piece?.isConnected) {
      const { offsetTop, offsetHeight } = piece;
      const { scrollTop, clientHeight } = this.field;
      const isSeen = offsetTop >= scrollTop && offsetTop + offsetHeight <= scrollTop + clientHeight;
      if (!isSeen) this.field.scrollTop = offsetTop - clientHeight / 3;
      this.follow();
      const { top, bottom } = piece.getBoundingClientRect();
      const { scrollPaddingBlockStart, scrollPaddingBlockEnd } = getComputedStyle(document.documentElement); // bars lie there
      const isCovered = top < parseFloat(scrollPaddingBlockStart) || bottom > innerHeight - parseFloat(scrollPaddingBlockEnd);
      if (isCovered) scrollBy({ top: top - innerHeight / 3 });
    }
    this.point();
  }

  goBack() {
    if (document.activeElement === this.field) this.cameFrom?.isConnected && this.cameFrom.focus();
    else if (this.answer.contains(document.activeElement)) this.field.focus();
  }

  isAt(mark) {
    return this.field.selectionStart >= mark.start && this.field.selectionEnd <= mark.end;
  }

  // In the list, which words the caret is in.
  point() {
    for (const mark of this.#marks) {
      const isHere = document.activeElement === this.field && this.isAt(mark);
      if (isHere) mark.row.setAttribute("aria-current", "true");
      else mark.row.removeAttribute("aria-current");
    }
  }

  // Not helpful.

  leaveOut(mark) {
    this.#aside.add(signOf(mark));
    if (!ALWAYS_SHOWN.includes(mark.label)) learn(this.dataset.own, mark.label, 1);
    this.#marks = this.#marks.filter((one) => one !== mark);
    this.putAside(mark).focus();
    this.draw();
    this.tell();
  }

  putAside(mark) {
    const undo = button(this.dataset.undo, () => this.bringBack(mark));
    undo.setAttribute("aria-label", `${this.dataset.undo}: ${mark.words}`);
    mark.row.removeAttribute("aria-current");
    mark.row.replaceChildren(made("p", { className: "side small soft" }));
    mark.row.firstChild.append(said(this.dataset.aside), undo);
    return undo;
  }

  bringBack(mark) {
    this.#aside.delete(signOf(mark));
    if (!ALWAYS_SHOWN.includes(mark.label)) learn(this.dataset.own, mark.label, -1);
    this.field.focus();
    this.look();
  }

  forgetUnhelpful() {
    remember(this.dataset.own, {});
    this.#aside.clear();
    this.field.focus();
    this.look();
  }

  // Other words for the draft, and back.

  replaceDraft(words) {
    const earlier = this.field.value;
    this.#put = words;
    write(this.field, words);
    this.#earlier = earlier;
    this.keepFoot(false);
  }

  undo() {
    write(this.field, this.#earlier);
    this.keepFoot(false);
  }
}

// Writes as if it were typed, so that the browser's own undo knows of it.
function write(field, words) {
  field.focus();
  field.select();
  if (document.execCommand(words ? "insertText" : "delete", false, words)) return;
  field.setRangeText(words, 0, field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Off for oneself, wherever one writes, until one turns it on again.
function rest(rests) {
  const composers = [...document.querySelectorAll("amends-composer")];
  for (const one of composers) one.toggleAttribute("data-rests", rests), one.look();
  const body = new URLSearchParams({ rests: rests ? "yes" : "no", csrfmiddlewaretoken: composers[0].token });
  fetch(composers[0].dataset.rest, { method: "POST", body, keepalive: true }).catch(() => {}); // else for this page alone
}

// How often each kind was not helpful, to this person in this browser.

function unhelpful(own) {
  try {
    return JSON.parse(localStorage.getItem(`coach-unhelpful:${own}`)) ?? {};
  } catch {
    return {};
  }
}

function learn(own, label, step) {
  const known = unhelpful(own);
  remember(own, { ...known, [label]: Math.max(0, (known[label] ?? 0) + step) });
}

function remember(own, known) {
  try {
    localStorage.setItem(`coach-unhelpful:${own}`, JSON.stringify(known));
  } catch {
    // Where nothing may be kept, it holds for this page.
  }
}

const signOf = (mark) => `${mark.label} ${mark.words}`;
const made = (name, having) => Object.assign(document.createElement(name), having);
const said = (words) => made("span", { textContent: words });

function button(words, then, look = "") {
  const one = made("button", { type: "button", className: `link small ${look}`.trim(), textContent: words });
  one.addEventListener("click", then);
  return one;
}

customElements.define("amends-composer", Composer);
