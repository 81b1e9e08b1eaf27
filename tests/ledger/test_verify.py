"""What checking an export finds, and that it finds all of it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.ledger import log
from amends.ledger.findings import Flaw, Verdict
from amends.ledger.log import Unreadable
from amends.ledger.verify import extract_checkpoints, load_checkpoint, load_export, verify
from tests.ledger.cast import an_id
from tests.ledger.paper import ANNA, AUTHORS, OTHER_KEY, TOBY, PaperLedger, export, seal, twelve

GOOD = export(twelve(), PaperLedger(2, "own").add(ANNA))
GOOD_BYTES = log.canonical(GOOD)
SEQS = st.integers(0, 11)


def flaws(verdict: Verdict) -> set[Flaw]:
    return {finding.flaw for finding in verdict.findings}


def kept_of(plain: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(extract_checkpoints(plain))
    return kept


def flip(data: bytes, bit: int) -> bytes:
    flipped = bytearray(data)
    flipped[bit // 8] ^= 1 << bit % 8
    return bytes(flipped)


def test_what_was_not_changed_is_found_unchanged() -> None:
    verdict = verify(GOOD, kept_of(GOOD))
    assert verdict.findings == ()
    assert verdict.unchanged
    shared, own = verdict.ledgers
    assert (shared.kind, shared.size, shared.erased) == ("shared", 12, 1)
    assert (own.kind, own.size, own.erased) == ("own", 1, 0)
    assert shared.code == log.short_code(twelve().root)


# Whoever has the file and not the key


@given(st.integers(0, 8 * len(GOOD_BYTES) - 1))
def test_any_flipped_bit_of_the_file_is_found(bit: int) -> None:
    try:
        plain = log.read_json(flip(GOOD_BYTES, bit))
    except Unreadable:
        return  # found: it is no export any more
    assert not verify(plain).unchanged


@given(st.data())
def test_any_flipped_bit_of_a_kept_checkpoint_is_found(data: st.DataObject) -> None:
    kept = extract_checkpoints(GOOD)
    bit = data.draw(st.integers(0, 8 * len(kept) - 1))
    try:
        plain = log.read_json(flip(kept, bit))
    except Unreadable:
        return
    assert not verify(GOOD, plain).unchanged


# Whoever could sign the file again, and left the ledger's own checkpoint as it was


@given(seq=SEQS, part=st.sampled_from(["header", "body", "salt", "id"]), data=st.data())
def test_any_flipped_bit_of_an_entry_is_found_in_its_ledger(seq: int, part: str, data: st.DataObject) -> None:
    plain = copy.deepcopy(GOOD)
    entry = plain["ledgers"][0]["entries"][seq]
    if part not in entry:  # erased
        part = "header"
    whole = entry[part].encode()
    changed = flip(whole, data.draw(st.integers(0, 8 * len(whole) - 1)))
    entry[part] = changed.decode(errors="backslashreplace")
    verdict = verify(seal(plain))
    assert Flaw.FILE not in flaws(verdict)
    assert not verdict.unchanged


@given(st.data())
def test_any_flipped_bit_of_a_checkpoint_is_found(data: st.DataObject) -> None:
    plain = copy.deepcopy(GOOD)
    part = data.draw(st.sampled_from(["text", "signature"]))
    checkpoint = plain["ledgers"][0]["checkpoint"]
    whole = checkpoint[part].encode()
    changed = flip(whole, data.draw(st.integers(0, 8 * len(whole) - 1)))
    checkpoint[part] = changed.decode(errors="backslashreplace")
    assert flaws(verify(seal(plain))) & {Flaw.SIGNATURE, Flaw.SHAPE}


@given(SEQS)
def test_a_deleted_entry_is_found(seq: int) -> None:
    plain = copy.deepcopy(GOOD)
    del plain["ledgers"][0]["entries"][seq]
    assert Flaw.SIZE in flaws(verify(seal(plain)))


@given(SEQS, SEQS)
def test_two_swapped_entries_are_found(one: int, other: int) -> None:
    plain = copy.deepcopy(GOOD)
    entries = plain["ledgers"][0]["entries"]
    entries[one], entries[other] = entries[other], entries[one]
    assert (Flaw.PLACE in flaws(verify(seal(plain)))) is (one != other)


@given(st.integers(0, 11))
def test_a_cut_ledger_is_found(size: int) -> None:
    plain = copy.deepcopy(GOOD)
    del plain["ledgers"][0]["entries"][size:]
    assert Flaw.SIZE in flaws(verify(seal(plain)))


@given(SEQS, SEQS)
def test_an_entry_that_stands_twice_is_found(seq: int, place: int) -> None:
    plain = copy.deepcopy(GOOD)
    entries = plain["ledgers"][0]["entries"]
    entries.insert(place, entries[seq])
    assert {Flaw.PLACE, Flaw.SIZE} <= flaws(verify(seal(plain)))


@given(SEQS)
def test_words_of_another_entry_are_found(seq: int) -> None:
    plain = copy.deepcopy(GOOD)
    entries = plain["ledgers"][0]["entries"]
    other = entries[(seq + 1) % 12]
    if "body" in entries[seq] and "body" in other:
        entries[seq] |= {"body": other["body"], "id": other["id"], "salt": other["salt"]}
        assert Flaw.BODY in flaws(verify(seal(plain)))


def test_a_checkpoint_of_another_ledger_is_found() -> None:
    plain = copy.deepcopy(GOOD)
    plain["ledgers"][0]["checkpoint"] = plain["ledgers"][1]["checkpoint"]
    assert Flaw.SIGNATURE in flaws(verify(seal(plain)))


# A host, who holds the key and makes everything fit


def history(*words: str, until: int | None = None) -> PaperLedger:
    ledger = PaperLedger()
    for number, each in enumerate(words[:until]):
        ledger.add(ANNA if number % 2 else TOBY, each)
    return ledger


WORDS = tuple(f"Number {number}." for number in range(9))
KEPT = kept_of(export(history(*WORDS)))


@given(st.integers(0, 8), st.text(max_size=5))
def test_a_rewritten_history_is_a_fork_to_whoever_kept_a_checkpoint(seq: int, words: str) -> None:
    forked = export(history(*WORDS[:seq], words, *WORDS[seq + 1 :]))
    assert verify(forked).unchanged  # nobody can tell without one
    assert flaws(verify(forked, KEPT)) == {Flaw.FORK}


@given(st.integers(0, 8), st.integers(1, 5))
def test_a_history_rewritten_and_continued_is_a_fork(seq: int, more: int) -> None:
    forked = export(history(*WORDS[:seq], *WORDS[seq + 1 :], *["And on."] * more))
    assert flaws(verify(forked, KEPT)) == {Flaw.FORK}


@given(st.integers(0, 8))
def test_a_history_cut_and_signed_again_is_found_by_a_kept_checkpoint(size: int) -> None:
    cut = export(history(*WORDS, until=size))
    assert verify(cut).unchanged
    assert flaws(verify(cut, KEPT)) == {Flaw.CUT}


@given(st.lists(st.text(max_size=5), max_size=5))
def test_a_history_that_only_grew_fits_what_was_kept(more: list[str]) -> None:
    assert verify(export(history(*WORDS, *more)), KEPT).unchanged


def test_an_export_kept_from_earlier_serves_as_a_checkpoint() -> None:
    earlier = export(history(*WORDS))
    assert verify(export(history(*WORDS, "More.")), earlier).unchanged
    assert flaws(verify(export(history("Other.", *WORDS)), earlier)) == {Flaw.FORK}


def test_a_ledger_left_out_is_found_by_its_reader_alone() -> None:
    both = export(history(*WORDS), PaperLedger(2, "own").add(ANNA))
    less = export(history(*WORDS))
    assert flaws(verify(less, kept_of(both))) == {Flaw.MISSING}
    as_toby = export(history(*WORDS), PaperLedger(3, "own").add(TOBY), viewer=TOBY)
    assert verify(both, kept_of(as_toby)).unchanged


def test_a_checkpoint_of_other_people_cannot_serve() -> None:
    elsewhere = kept_of(export(PaperLedger(7).add(TOBY)))
    assert flaws(verify(GOOD, elsewhere)) == {Flaw.MISSING}
    assert flaws(verify(GOOD, elsewhere | {"viewer": str(an_id(55))})) == {Flaw.SHAPE}


def test_another_key_is_found_by_a_kept_checkpoint() -> None:
    moved = export(history(*WORDS), key=OTHER_KEY)
    assert verify(moved).unchanged
    assert flaws(verify(moved, KEPT)) == {Flaw.KEY}


def test_a_signature_by_a_key_that_is_not_named_is_found() -> None:
    plain = seal(export(history(*WORDS)), OTHER_KEY)
    assert flaws(verify(plain)) == {Flaw.FILE}


def test_words_that_vanished_without_a_mark_are_found() -> None:
    ledger = twelve()
    ledger.entries[2] = {"header": ledger.entries[2]["header"]}
    assert [(found.flaw, found.seq) for found in verify(export(ledger)).findings] == [(Flaw.GONE, 2)]


def test_words_that_came_back_after_they_were_erased_are_found() -> None:
    ledger = history(*WORDS)
    before = dict(ledger.entries[3])
    ledger.erase(3, ANNA)
    assert verify(export(ledger)).unchanged
    ledger.entries[3] = before
    assert flaws(verify(export(ledger))) == {Flaw.ERASED}


def test_words_erased_by_another_than_their_author_are_found() -> None:
    assert flaws(verify(export(history(*WORDS).erase(3, TOBY)))) == {Flaw.AUTHOR}


@pytest.mark.parametrize("seq", [-1, 9, 99, True, "3", None])
def test_a_mark_for_no_entry_is_found(seq: object) -> None:
    ledger = history(*WORDS).put(AUTHORS[ANNA], {"kind": "erasure", "author": ANNA, "seq": seq})
    assert flaws(verify(export(ledger))) == {Flaw.ERASED}


def test_words_filed_under_another_author_are_found() -> None:
    ledger = history(*WORDS).put(AUTHORS[ANNA], {"kind": "moment", "author": TOBY})
    assert flaws(verify(export(ledger))) == {Flaw.AUTHOR}


def test_an_act_recorded_twice_is_found() -> None:
    ledger = history(*WORDS)
    ledger.put(AUTHORS[ANNA], {"kind": "moment", "author": ANNA, "id": ledger.entries[0]["id"]})
    ledger.entries[-1]["id"] = ledger.entries[0]["id"]
    assert flaws(verify(export(ledger))) == {Flaw.PLACE}


def test_where_a_reader_left_later_erasures_lie_beyond_the_end() -> None:
    ledger = history(*WORDS)
    ledger.entries[3] = {"header": ledger.entries[3]["header"]}
    plain = export(ledger)
    plain["ledgers"][0]["until"] = "left"
    verdict = verify(seal(plain))
    assert verdict.unchanged
    assert verdict.ledgers[0].until_left


def test_entries_lost_in_a_restore_are_counted() -> None:
    restored = export(history(*WORDS).restore(5).add(ANNA))
    assert verify(restored).unchanged
    verdict = verify(restored, KEPT)
    assert flaws(verdict) == {Flaw.LOST}
    assert verdict.findings[0].text == "shared ledger: entries lost when a backup was restored: 4"
    before = kept_of(export(history(*WORDS, until=5)))
    assert verify(restored, before).unchanged
    other = kept_of(export(history("Other.", *WORDS, until=5)))
    assert flaws(verify(restored, other)) == {Flaw.FORK}


def test_an_export_from_before_a_restore_does_not_fit_a_later_checkpoint() -> None:
    later = kept_of(export(history(*WORDS).restore(5)))
    assert flaws(verify(export(history(*WORDS)), later)) == {Flaw.FORK}


def test_a_restore_that_names_another_history_is_found() -> None:
    ledger = history(*WORDS)
    ledger.epoch = 1
    ledger.put(an_id(900), {"kind": "restored", "size": 9, "root": "00" * 32})
    assert flaws(verify(export(ledger))) == {Flaw.EPOCH}


def test_a_restore_that_is_kept_quiet_is_found() -> None:
    ledger = history(*WORDS)
    ledger.epoch = 1
    assert flaws(verify(export(ledger))) == {Flaw.EPOCH}


# Files of every kind

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_anything_at_all_gets_an_answer(anything: object) -> None:
    assert flaws(verify(anything)) == {Flaw.SHAPE}
    assert flaws(verify(GOOD, anything if anything is not None else 0)) == {Flaw.SHAPE}


def places(plain: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


def put(plain: Any, path: tuple[Any, ...], value: Any) -> Any:
    changed = copy.deepcopy(plain)
    target = changed
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return changed


@pytest.mark.parametrize("resign", [False, True])
@given(st.sampled_from(places(GOOD)[1:]), JSON)
def test_anything_in_any_place_gets_an_answer(resign: bool, path: tuple[Any, ...], value: Any) -> None:
    plain = put(GOOD, path, value)
    if resign:
        try:
            plain = seal(plain)
        except Unreadable:
            return
    verdict = verify(plain, kept_of(GOOD))
    assert resign or not verdict.unchanged or plain == GOOD


@given(st.sampled_from(places(kept_of(GOOD))[1:]), JSON)
def test_anything_in_any_place_of_a_kept_checkpoint_gets_an_answer(path: tuple[Any, ...], value: Any) -> None:
    kept = put(kept_of(GOOD), path, value)
    assert not verify(GOOD, kept).unchanged or kept == kept_of(GOOD)


@given(st.binary(max_size=60))
def test_a_file_of_anything_is_read_or_refused_in_one_line(tmp_path_factory: Any, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "anything"
    path.write_bytes(data)
    for load in (load_export, load_checkpoint):
        with pytest.raises(Unreadable) as refusal:
            load(path)
        assert "\n" not in str(refusal.value)


def test_files_are_loaded(tmp_path: Path) -> None:
    whole, kept = tmp_path / "export.json", tmp_path / "kept.json"
    whole.write_bytes(GOOD_BYTES)
    kept.write_bytes(extract_checkpoints(GOOD))
    assert load_export(whole) == GOOD
    assert verify(load_export(whole), load_checkpoint(kept)).unchanged
    assert verify(load_export(whole), load_checkpoint(whole)).unchanged
    with pytest.raises(Unreadable, match="not an Amends export"):
        load_export(kept)


@pytest.mark.parametrize("load", [load_export, load_checkpoint])
def test_a_missing_file_is_named(load: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"nowhere\.json can't be read: No such file"):
        load(tmp_path / "nowhere.json")
    with pytest.raises(Unreadable, match="can't be read: Is a directory"):
        load(tmp_path)


def test_an_export_laid_out_for_reading_is_still_unchanged() -> None:
    assert verify(json.loads(json.dumps(GOOD, indent=2))).unchanged


def test_checking_needs_no_django() -> None:
    code = "import sys, amends.ledger.verify; print('django' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert answer.stdout == "False\n"
