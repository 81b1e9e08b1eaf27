// What the vault sends and fetches: ciphertext, revisions, and the token that shows that the vault is open.

// What the server, or the way to it, refused. `what` is one word that the page has a sentence for.
export class Refused extends Error {
  constructor(what, found = null) {
    super(`refused: ${what}`);
    this.what = what;
    this.found = found;
  }
}

const WHY = { 403: "closed", 410: "gone", 413: "long", 422: "failed", 429: "often", 507: "full" };

// Gives the answer's JSON.
export async function ask(address, method = "GET", body = undefined, door = "") {
  const headers = { Accept: "application/json" };
  if (method !== "GET") {
    headers["X-CSRFToken"] = document.querySelector("#vault [name=csrfmiddlewaretoken]").value;
    headers["Content-Type"] = "application/json";
    headers["Vault-Door"] = door;
  }
  let answer;
  try {
    const redirect = "manual"; // only the page to log in redirects
    answer = await fetch(address, { method, headers, redirect, cache: "no-store", body: body && JSON.stringify(body) });
  } catch {
    throw new Refused("offline");
  }
  if (answer.type === "opaqueredirect") throw new Refused("logged-out");
  if (answer.status === 409) throw new Refused("otherwise", await answer.json());
  if (!answer.ok) throw new Refused(WHY[answer.status] ?? "failed");
  return answer.json();
}
