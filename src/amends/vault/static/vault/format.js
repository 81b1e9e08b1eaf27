// How the vault's keys and entries are spelled, byte by byte: the twin of amends/vault/format.py, and held
// to it by tests/vault/vectors.json. docs/decisions/0004-vault-format.md explains it. Nothing here keeps anything.
import "./vendor/hash-wasm/argon2.umd.min.js";

const { argon2id } = globalThis.hashwasm;
const text = new TextEncoder();

export const VERSION = 1;
export const HOUSE = { memory: 65536, passes: 3, lanes: 1 };
const LEAST = { memory: 19456, passes: 2 };
const MOST = { memory: 262144, passes: 10 };
const BUCKETS = [8, 9, 10, 11, 12, 13, 14, 15, 16].map((power) => 2 ** power);
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NONCE = 12;
export const GROUPS = 7;
export const GROUP = 4;

// What does not open. `what` is one word: "cost", "key", "entry", "version", "padding", or a group's number.
export class Unopened extends Error {
  constructor(what) {
    super(`unopened: ${what}`);
    this.what = what;
  }
}

export const random = (size) => crypto.getRandomValues(new Uint8Array(size));
export const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
export const fromBase64 = (spelled) => Uint8Array.from(atob(spelled), (character) => character.charCodeAt(0));

// Keys. Each is a CryptoKey that can't be taken out of the browser; only the account key is bytes, and only
// while it is wrapped or unwrapped.

export async function passphraseKey(passphrase, salt, { memory, passes, lanes }) {
  checkCost({ memory, passes, lanes });
  const secret = await argon2id({
    password: text.encode(passphrase.normalize("NFKC")), salt,
    memorySize: memory, iterations: passes, parallelism: lanes, hashLength: 32, outputType: "binary",
  });
  return importKey(secret);
}

export async function codeKey(code) {
  return derive(text.encode(await readCode(code)), "recovery");
}

export const passkeyKey = (secret) => derive(secret, "passkey");
export const entriesKey = (accountKey) => derive(accountKey, "entries");

export async function doorToken(accountKey) {
  const material = await crypto.subtle.importKey("raw", accountKey, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf("door"), material, 256));
}

export function checkCost({ memory, passes, lanes }) {
  const fits = memory >= LEAST.memory && memory <= MOST.memory && passes >= LEAST.passes && passes <= MOST.passes;
  if (!fits || lanes !== 1) throw new Unopened("cost");
}

async function derive(secret, purpose) {
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const kind = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(hkdf(purpose), material, kind, false, ["encrypt", "decrypt"]);
}

const hkdf = (purpose) => ({
  name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: text.encode(`amends/vault/1/${purpose}`),
});
const importKey = (bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);

// Wrapping the account key, sealing an entry.

export async function wrap(accountKey, key, owner, way, nonce = random(NONCE)) {
  return join(nonce, await encrypt(key, nonce, accountKey, aboutKey(owner, way)));
}

export const unwrap = (wrapped, key, owner, way) => decrypt(key, wrapped, aboutKey(owner, way), "key");

export async function seal(said, key, owner, entry, revision, nonce = random(NONCE)) {
  const sealed = await encrypt(key, nonce, pad(said), aboutEntry(owner, entry, revision));
  return join([VERSION], nonce, sealed);
}

export async function unseal(sealed, key, owner, entry, revision) {
  if (sealed[0] !== VERSION) throw new Unopened("version");
  return unpad(await decrypt(key, sealed.subarray(1), aboutEntry(owner, entry, revision), "entry"));
}

export function pad(said) {
  const bucket = BUCKETS.find((size) => size >= said.length + 4);
  if (!bucket) throw new RangeError("too long");
  const padded = new Uint8Array(bucket);
  new DataView(padded.buffer).setUint32(0, said.length);
  padded.set(said, 4);
  return padded;
}

export function unpad(padded) {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const fits = BUCKETS.includes(padded.length) && length <= padded.length - 4;
  if (!fits || padded.subarray(4 + length).some((byte) => byte)) throw new Unopened("padding");
  return padded.slice(4, 4 + length);
}

const aboutKey = (owner, way) => text.encode(canonical({ owner, v: VERSION, way, what: "key" }));
const aboutEntry = (owner, entry, revision) =>
  text.encode(canonical({ entry, owner, revision, v: VERSION, what: "entry" }));

async function encrypt(key, iv, plain, additionalData) {
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, plain));
}

async function decrypt(key, sealed, additionalData, what) {
  const algorithm = { name: "AES-GCM", iv: sealed.subarray(0, NONCE), additionalData };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(NONCE)));
  } catch {
    throw new Unopened(what);
  }
}

function join(...parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

// The recovery code.

export async function spellCode(numbers) {
  const characters = Array.from(numbers, (number) => ALPHABET[number]).join("");
  const groups = Array.from({ length: GROUPS }, (_, index) => characters.slice(index * GROUP, (index + 1) * GROUP));
  return (await Promise.all(groups.map(async (group, index) => group + (await checkCharacter(index, group))))).join("-");
}

export const newCode = () => spellCode(random(GROUP * GROUPS).map((byte) => byte % 32));

export async function readCode(spelled) {
  const plain = spelled.toUpperCase().replaceAll("O", "0").replaceAll("I", "1").replaceAll("L", "1");
  const typed = [...plain].filter((character) => ALPHABET.includes(character)).join("");
  let read = "";
  for (let index = 0; index < GROUPS; index++) {
    const group = typed.slice(index * (GROUP + 1), (index + 1) * (GROUP + 1));
    const data = group.slice(0, GROUP);
    if (group.length !== GROUP + 1 || group[GROUP] !== (await checkCharacter(index, data))) throw new Unopened(String(index + 1));
    read += data;
  }
  if (typed.length !== GROUPS * (GROUP + 1)) throw new Unopened(String(GROUPS));
  return read;
}

async function checkCharacter(index, group) {
  const sum = await crypto.subtle.digest("SHA-256", text.encode(`amends/vault/1/group/${index}/${group}`));
  return ALPHABET[new Uint8Array(sum)[0] % 32];
}

// Binds an author to an answer in a sealed exercise without showing it.

export async function commitment(salt, exercise, author, answer) {
  const key = await crypto.subtle.importKey("raw", salt, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const said = join(text.encode("amends/sealed/1\n"), uuid(exercise), uuid(author), text.encode(canonical(answer)));
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, said));
}

// An answer as the ledger keeps it until its key is given: locked with a key of its own, and bound to its author and
// exercise. To open it again is to look whether it is what its author was bound to.

export const answerKey = importKey;

export async function sealAnswer(answer, key, exercise, author, nonce = random(NONCE)) {
  const sealed = await encrypt(key, nonce, pad(text.encode(canonical(answer))), aboutAnswer(exercise, author));
  return join([VERSION], nonce, sealed);
}

export async function openAnswer({ sealed, key, salt, bound, exercise, author }) {
  if (sealed[0] !== VERSION) throw new Unopened("version");
  const plain = unpad(await decrypt(key, sealed.subarray(1), aboutAnswer(exercise, author), "answer"));
  const answer = read(plain);
  if (!same(await commitment(salt, exercise, author, answer), bound)) throw new Unopened("answer");
  return answer;
}

function read(plain) {
  try {
    const answer = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
    if (Object.values(answer).every((one) => typeof one === "string")) return answer;
  } catch {
    // said below
  }
  throw new Unopened("answer");
}

const aboutAnswer = (exercise, author) => text.encode(canonical({ author, exercise, v: VERSION, what: "answer" }));

export const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

const uuid = (spelled) => Uint8Array.from(spelled.replaceAll("-", "").match(/../g), (two) => parseInt(two, 16));

// Canonical JSON (RFC 8785): keys in the order of their UTF-16 code units, no spaces, numbers as ECMAScript has them.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}
