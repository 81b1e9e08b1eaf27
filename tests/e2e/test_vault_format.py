"""The browser spells the vault's bytes as Python does."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.vault.make_vectors import VECTORS

COMPUTE = """async (given) => {
  const f = await import("/static/vault/format.js");
  const [accountKey, nonce, salt] = [given.account_key, given.nonce, given.salt].map(f.fromBase64);
  const key = await f.entriesKey(accountKey);
  const text = new TextEncoder();
  const place = [given.owner, given.entry];
  const wrapped = async (by, way) => f.toBase64(await f.wrap(accountKey, by, given.owner, way, nonce));
  const opened = [];
  const found = { ...given, passphrases: [], entries: [], answers: [], commitments: [] };
  found.door = f.toBase64(await f.doorToken(accountKey));
  for (const one of given.passphrases) {
    const by = await f.passphraseKey(one.passphrase, salt, one.cost);
    found.passphrases.push({ ...one, wrapped: await wrapped(by, "passphrase") });
    opened.push(f.toBase64(await f.unwrap(f.fromBase64(one.wrapped), by, given.owner, "passphrase")));
  }
  found.ways = {
    recovery: await wrapped(await f.codeKey(given.code.toLowerCase()), "recovery"),
    passkey: await wrapped(await f.passkeyKey(f.fromBase64(given.passkey_secret)), "passkey"),
  };
  for (const one of given.entries) {
    const sealed = await f.seal(text.encode(one.text), key, ...place, one.revision, nonce);
    const back = await f.unseal(f.fromBase64(one.sealed), key, ...place, one.revision);
    found.entries.push({ ...one, text: new TextDecoder().decode(back), sealed: f.toBase64(sealed) });
  }
  for (const one of given.commitments) {
    const made = await f.commitment(accountKey, given.entry, given.owner, one.answer);
    found.commitments.push({ ...one, commitment: f.toBase64(made) });
  }
  const own = await f.answerKey(accountKey);
  for (const { answer } of given.answers) {
    const bound = await f.commitment(accountKey, given.entry, given.owner, answer);
    const sealed = await f.sealAnswer(answer, own, given.entry, given.owner, nonce);
    found.answers.push({ answer, commitment: f.toBase64(bound), sealed: f.toBase64(sealed) });
  }
  found.code = await f.spellCode(Array.from({ length: 28 }, (_, n) => (n * 7) % 32));
  const why = (promise) => promise.then(() => "done", (error) => error.what);
  const cost = (memory, passes) => why(f.passphraseKey("words", salt, { memory, passes, lanes: 1 }));
  const refused = [await cost(19455, 2), await cost(65536, 1), await cost(2 ** 30, 3)];
  const altered = f.fromBase64(given.entries[1].sealed);
  refused.push(await why(f.unseal(altered, key, ...place, 3)));
  altered[40] ^= 1;
  refused.push(await why(f.unseal(altered, key, ...place, 2)));
  refused.push(await why(f.readCode(given.code.replace(/.$/, "?"))));
  const { answer: _, ...one } = given.answers[0];
  const [bound, sealed, other] = [one.commitment, one.sealed, given.answers[1].sealed].map(f.fromBase64);
  const place_ = { key: own, salt: accountKey, bound, exercise: given.entry, author: given.owner };
  refused.push(await why(f.openAnswer({ ...place_, sealed })));
  refused.push(await why(f.openAnswer({ ...place_, sealed: other })));
  refused.push(await why(f.openAnswer({ ...place_, sealed, exercise: given.owner })));
  const taken = await crypto.subtle.exportKey("raw", key).then(() => "taken", () => "stays");
  return { found, opened, refused, taken };
}"""


def test_it_computes_the_same_bytes(enter: Callable[..., Page]) -> None:
    vectors: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
    page = enter("Anna")
    page.goto("/vault/")
    computed = page.evaluate(COMPUTE, vectors)
    assert computed["found"] == vectors
    assert set(computed["opened"]) == {vectors["account_key"]}
    assert computed["refused"] == ["cost", "cost", "cost", "entry", "entry", "7", "done", "answer", "answer"]
    assert computed["taken"] == "stays"
