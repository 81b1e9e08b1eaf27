// The strip of weeks: a stitch for each good day above one thread, for each hard one beneath it, and dots on it for
// the others, in equal calm. Drawn here because the server can't read the journal.
const STITCH = 9; // from one stitch to the next, in pixels
const WEEKS = 12;
const SVG = "http://www.w3.org/2000/svg";
const MOODS = ["good", "neutral", "hard"];

// The last weeks up to a day, oldest first; each with its first day and how many days of each sort it had.
export function weeksOf(items, today) {
  const last = monday(today);
  const weeks = Array.from({ length: WEEKS }, (_, back) => {
    return { first: plus(last, -7 * (WEEKS - 1 - back)), good: 0, neutral: 0, hard: 0 };
  });
  for (const item of items) {
    const week = weeks.find(({ first }) => first === monday(item.day));
    if (week && MOODS.includes(item.mood)) week[item.mood] += 1;
  }
  return weeks;
}

export function draw(weeks, say, shortDay) {
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.good, week.hard)));
  const middle = (most + 1) * STITCH;
  const svg = element("svg", { class: "chart", width: "100%", height: 2 * middle, role: "img", "aria-label": say("weeks") });
  const each = 100 / weeks.length;
  svg.append(element("line", { class: "half", x1: "0%", x2: "100%", y1: middle, y2: middle }));
  weeks.forEach((week, index) => {
    const [left, right] = [(index + 0.2) * each, (index + 0.8) * each].map((at) => `${at.toFixed(2)}%`);
    const group = element("g");
    group.append(element("title", {}, `${say("week")} ${shortDay(week.first)}: ${counted(week, say)}`));
    for (let n = 1; n <= week.good; n++) group.append(stitch("good", left, right, middle - n * STITCH));
    for (let n = 1; n <= week.hard; n++) group.append(stitch("hard", left, right, middle + n * STITCH));
    for (let n = 0; n < week.neutral; n++) {
      const at = (index + 0.2 + (0.6 * (n + 0.5)) / week.neutral) * each;
      group.append(element("circle", { class: "dot", cx: `${at.toFixed(2)}%`, cy: middle, r: 3 }));
    }
    svg.append(group);
  });
  return svg;
}

export function table(weeks, say, shortDay) {
  const made = document.createElement("table");
  const heads = made.createTHead().insertRow();
  for (const name of ["week", ...MOODS]) heads.append(head("col", say(name)));
  const body = made.createTBody();
  for (const week of weeks) {
    const row = body.insertRow();
    row.append(head("row", shortDay(week.first)));
    for (const mood of MOODS) row.insertCell().textContent = week[mood];
  }
  return made;
}

function head(scope, words) {
  const made = document.createElement("th");
  made.scope = scope;
  made.textContent = words;
  return made;
}

const counted = (week, say) => MOODS.map((mood) => `${say(mood)} ${week[mood]}`).join(", ");
const stitch = (kind, x1, x2, y) => element("line", { class: kind, x1, x2, y1: y, y2: y });

function element(name, attributes = {}, words = "") {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.textContent = words;
  return made;
}

// Days are written 2026-03-02 and reckoned in UTC, so that no change of clocks shifts one.
function monday(day) {
  return plus(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));
}

function plus(day, days) {
  const moved = new Date(`${day}T00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
