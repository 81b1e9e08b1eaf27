// Brings in what the other said while the page is looked at. It asks every few seconds whether
// something is new, rests while the page is hidden, and never touches words that were typed.
const EVERY = 1000 * Number(document.querySelector("#turn").dataset.every);
let seen = null;

const typed = () => [...document.querySelectorAll("#turn :is(textarea, input[type=text])")].some((one) => one.value.trim());

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname, { headers: seen ? { "If-None-Match": seen } : {}, cache: "no-store" });
    if (!answer.ok) return;
    const first = seen === null;
    seen = answer.headers.get("ETag");
    if (!first) bringIn(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // Without a connection it asks again later.
  }
}

function bringIn(page) {
  const said = document.querySelector("#said");
  for (const line of page.querySelectorAll("#said > li")) {
    if (!document.getElementById(line.id)) said.append(document.importNode(line, true));
  }
  const turn = page.querySelector("#turn");
  if (turn && !typed()) {
    document.querySelector("#turn").replaceChildren(...document.importNode(turn, true).childNodes);
  }
}

if (EVERY) setInterval(look, EVERY), look();
document.addEventListener("visibilitychange", look);
