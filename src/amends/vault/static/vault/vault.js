// One account's vault, open or locked. While it is open its keys lie in this page's memory, as keys that can't be
// taken out of the browser; nothing is written to any storage. It locks after five minutes without use, when the
// page is left, and when `amends:exit` is heard, in this window or another. `vault:lock` on the window says that it did.
//
// An item is {id, revision, ...what it says}; what it says is any JSON, sealed as a whole.
import * as format from "./format.js";
import * as passkey from "./passkey.js";
import { ask, Refused } from "./server.js";

export { Unopened } from "./format.js";
export { Refused } from "./server.js";

const LIMIT = 5 * 60 * 1000;
const place = document.querySelector("#vault").dataset;
const utf8 = new TextEncoder();

let opened = null; // {entries, door}
let ring = null; // {revision, keyring}
let used = 0;
let timer = 0;

export const isOpen = () => opened !== null;
export const isPossible = () => window.isSecureContext && Boolean(globalThis.crypto?.subtle) && "WebAssembly" in globalThis;
export const ways = () => Object.keys(ring?.keyring ?? {});

// Learns which keyring there is; says whether there is one.
export async function look() {
  ring = await ask(place.keyring);
  return ring.revision > 0;
}

// Makes keys for a new vault. Nothing is kept until `confirm`, called once the code was written down.
export async function begin(passphrase) {
  const accountKey = format.random(32);
  const made = { v: format.VERSION, passphrase: await byPassphrase(accountKey, passphrase) };
  return withCode(accountKey, made);
}

export async function open(passphrase) {
  await enter(await accountKeyBy(passphrase));
}

export async function openWithCode(code) {
  const key = await format.codeKey(code);
  await enter(await format.unwrap(format.fromBase64(ring.keyring.recovery.wrapped), key, place.owner, "recovery"));
}

// Locks the same key with another passphrase; entries stay as they are.
export async function rewrap(current, passphrase) {
  const accountKey = await accountKeyBy(current);
  await keepRing(accountKey, { ...ring.keyring, passphrase: await byPassphrase(accountKey, passphrase) });
}

export const hasPasskeys = () => "PublicKeyCredential" in window;

// Lets a passkey of this device open the vault as well, if it can give a secret for that (WebAuthn's PRF).
export async function addPasskey(current) {
  const accountKey = await accountKeyBy(current);
  const salt = format.random(32);
  const { credential, secret } = await passkey.make(salt);
  const wrapped = await format.wrap(accountKey, await format.passkeyKey(secret), place.owner, "passkey");
  const way = { credential, salt: format.toBase64(salt), wrapped: format.toBase64(wrapped) };
  await keepRing(accountKey, { ...ring.keyring, passkey: way });
}

export async function removePasskey(current) {
  const { passkey: _, ...rest } = ring.keyring;
  await keepRing(await accountKeyBy(current), rest);
}

export async function openWithPasskey() {
  const { credential, salt, wrapped } = ring.keyring.passkey;
  const secret = await passkey.secretOf(credential, format.fromBase64(salt));
  const key = await format.passkeyKey(secret);
  await enter(await format.unwrap(format.fromBase64(wrapped), key, place.owner, "passkey"));
}

// Makes another recovery code; the old one works until `confirm`.
export async function recode(current) {
  return withCode(await accountKeyBy(current), ring.keyring);
}

// Seals what an item says at a revision, and opens it again.
export async function seal(id, revision, said) {
  return format.toBase64(await format.seal(utf8.encode(JSON.stringify(said)), key(), place.owner, id, revision));
}

export async function unseal(id, revision, sealed) {
  const plain = await format.unseal(format.fromBase64(sealed), key(), place.owner, id, revision);
  return JSON.parse(new TextDecoder().decode(plain));
}

// All items, and how many do not open.
export async function read() {
  const { entries } = await ask(place.entries);
  const found = await Promise.allSettled(
    entries.map(async ({ id, revision, sealed }) => ({ ...(await unseal(id, revision, sealed)), id, revision })),
  );
  const items = found.filter((one) => one.status === "fulfilled").map((one) => one.value);
  return { items, unreadable: found.length - items.length };
}

// Keeps an item at its next revision. Where another device was quicker it throws Refused("otherwise"), whose `theirs`
// is the item as it lies there.
export async function keep({ id, revision, ...said }) {
  const next = revision + 1;
  const sealed = await seal(id, next, said);
  try {
    await ask(`${place.entries}${id}/`, "PUT", { revision: next, sealed }, opened.door);
  } catch (refused) {
    throw await withTheirs(refused, id);
  }
  return { ...said, id, revision: next };
}

export async function erase({ id, revision }) {
  key();
  try {
    await ask(`${place.entries}${id}/`, "DELETE", { revision }, opened.door);
  } catch (refused) {
    throw await withTheirs(refused, id);
  }
}

export function lock() {
  if (!opened) return;
  opened = null;
  clearTimeout(timer);
  window.dispatchEvent(new Event("vault:lock"));
}

// Called by whatever counts as use.
export function touch() {
  if (!opened || isStale()) return lock();
  used = Date.now();
  clearTimeout(timer);
  timer = setTimeout(lock, LIMIT);
}

const isStale = () => Date.now() - used >= LIMIT;

function key() {
  if (opened && isStale()) lock();
  if (!opened) throw new format.Unopened("locked");
  return opened.entries;
}

async function withTheirs(refused, id) {
  const found = refused instanceof Refused && refused.what === "otherwise" ? refused.found : null;
  if (found?.body) {
    refused.theirs = { ...(await unseal(id, found.revision, found.body)), id, revision: found.revision };
  }
  return refused;
}

async function enter(accountKey) {
  opened = { entries: await format.entriesKey(accountKey), door: format.toBase64(await format.doorToken(accountKey)) };
  used = Date.now();
  touch();
}

async function accountKeyBy(passphrase) {
  const { salt, wrapped, ...cost } = ring.keyring.passphrase;
  const by = await format.passphraseKey(passphrase, format.fromBase64(salt), cost);
  return format.unwrap(format.fromBase64(wrapped), by, place.owner, "passphrase");
}

async function byPassphrase(accountKey, passphrase) {
  const salt = format.random(16);
  const by = await format.passphraseKey(passphrase, salt, format.HOUSE);
  const wrapped = await format.wrap(accountKey, by, place.owner, "passphrase");
  return { ...format.HOUSE, salt: format.toBase64(salt), wrapped: format.toBase64(wrapped) };
}

async function withCode(accountKey, keyring) {
  const code = await format.newCode();
  const wrapped = await format.wrap(accountKey, await format.codeKey(code), place.owner, "recovery");
  const confirm = () => keepRing(accountKey, { ...keyring, recovery: { wrapped: format.toBase64(wrapped) } });
  return { code, confirm };
}

async function keepRing(accountKey, keyring) {
  const door = format.toBase64(await format.doorToken(accountKey));
  ring = await ask(place.keyring, "PUT", { revision: ring.revision + 1, keyring }, door);
  await enter(accountKey);
}

for (const sign of ["pointerdown", "keydown", "input", "scroll"]) {
  window.addEventListener(sign, touch, { capture: true, passive: true });
}
for (const sign of ["pagehide", "amends:exit"]) window.addEventListener(sign, lock, { capture: true });
new BroadcastChannel("amends:exit").addEventListener("message", lock); // heard in another window
// A sleeping device stops its timers: whoever wakes it finds the vault locked.
for (const sign of ["visibilitychange", "focus", "pageshow", "resume"]) {
  window.addEventListener(sign, () => opened && isStale() && lock(), { capture: true });
}
