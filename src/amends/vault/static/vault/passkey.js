// A secret that a passkey gives for a salt, again and again the same (WebAuthn's PRF extension). It is made on the
// device and never leaves this page; the server has no part in it and checks nothing.
import { fromBase64, random, toBase64 } from "./format.js";
import { Refused } from "./server.js";

const KINDS = [-7, -8, -257]; // ES256, EdDSA, RS256: what authenticators know
const NAME = "Notes"; // what the device shows beside the passkey

export async function make(salt) {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { name: NAME },
      user: { id: random(32), name: NAME, displayName: NAME },
      pubKeyCredParams: KINDS.map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  const { prf } = made.getClientExtensionResults();
  if (!prf?.enabled) throw new Refused("no-secret");
  const credential = toBase64(new Uint8Array(made.rawId));
  const secret = prf.results ? new Uint8Array(prf.results.first) : await secretOf(credential, salt);
  return { credential, secret };
}

export async function secretOf(credential, salt) {
  const found = await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: [{ type: "public-key", id: fromBase64(credential) }],
      userVerification: "required",
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  const { prf } = found.getClientExtensionResults();
  if (!prf?.results) throw new Refused("no-secret");
  return new Uint8Array(prf.results.first);
}
