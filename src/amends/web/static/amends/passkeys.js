// Asks the browser for a passkey when a form is sent that needs one, and sends what it answers along.
const stored = document.getElementById("passkey-options");
const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!can && form.dataset.passkey === "get") continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form);
  }, true);
}

async function ask(form) {
  const says = form.querySelector("[data-failed]");
  try {
    const credential = form.dataset.passkey === "create" ? await create() : await get(form);
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    says.textContent = says.dataset.failed; // asked for and not given, or not known here: both are fine
  }
}

async function create() {
  const { publicKey } = JSON.parse(stored.textContent).creation_options;
  // It shall be found without a name being typed, and opened only by who can unlock the device.
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required",
  };
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
}

async function get(form) {
  const options = stored
    ? JSON.parse(stored.textContent)
    : await (await fetch(form.action, { headers: { Accept: "application/json" } })).json();
  const { publicKey } = options.request_options;
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
}
