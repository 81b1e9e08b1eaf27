"""What one member can take along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from amends.ledger import export as exporting
from amends.ledger import log
from amends.ledger.append import append
from amends.ledger.erase import erase
from amends.ledger.export import export
from amends.ledger.findings import Flaw
from amends.ledger.ledgers import own_ledger, pair_ledger, shared_ledger
from amends.ledger.models import Entry, Ledger
from amends.ledger.reach import Reach, reach_of
from amends.ledger.verify import extract_checkpoints, verify
from amends.people.models import Bond, Member
from tests.cast import MINUTE, NOW, make_user
from tests.ledger.cast import make_members, moment

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def taken(viewer: Member) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(export(viewer, NOW))
    assert verify(plain).unchanged
    return plain


def kept(viewer: Member) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(extract_checkpoints(taken(viewer)))
    return plain


def test_a_bond_without_acts_can_be_taken_along(anna: Member) -> None:
    plain = taken(anna)
    assert plain["ledgers"] == []
    assert plain["bond"]["title"] == "Tuesdays"


def test_it_holds_what_one_may_read_and_nothing_else(friends: list[Member]) -> None:
    maya, lena, jo = friends
    append(shared_ledger(maya.bond), maya, moment(maya, "For all."))
    append(pair_ledger(maya, lena), lena, moment(lena, "For two."))
    for member in friends:
        append(own_ledger(member), member, moment(member, f"For {member.name}."))
    (stranger,) = make_members("Sam")
    append(shared_ledger(stranger.bond), stranger, moment(stranger, "For others."))
    everything = {"For all.", "For two.", "For Maya.", "For Lena.", "For Jo.", "For others."}
    readable = {
        maya: {"For all.", "For two.", "For Maya."},
        lena: {"For all.", "For two.", "For Lena."},
        jo: {"For all.", "For Jo."},
    }
    for member, words in readable.items():
        text = json.dumps(taken(member))
        assert {each for each in everything if each in text} == words


def test_it_names_members_and_no_address(anna: Member) -> None:
    user = make_user("Anna")
    anna.user = user
    anna.save()
    append(shared_ledger(anna.bond), anna, moment(anna))
    plain = taken(anna)
    assert {member["name"] for member in plain["members"]} == {"Anna", "Toby"}
    assert all(member.keys() == {"id", "name"} for member in plain["members"])
    assert "@" not in json.dumps(plain)
    assert str(user.id) not in json.dumps(plain)


def test_words_stand_in_it_as_they_were_kept(anna: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna, "Zoë: “well”,\nsaid she."))
    entry = Entry.objects.get()
    (exported,) = taken(anna)["ledgers"][0]["entries"]
    assert exported["header"].encode() == bytes(entry.header)
    assert exported["body"].encode() == bytes(entry.body or b"")
    assert exported["salt"] == bytes(entry.salt or b"").hex()


def test_what_was_erased_leaves_its_header_alone(anna: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    erase(anna, act.id)
    plain = taken(anna)
    assert plain["ledgers"][0]["entries"][0].keys() == {"header"}
    assert str(act.id) not in json.dumps(plain)


def test_two_members_have_the_same_code_for_the_same_history(anna: Member, toby: Member) -> None:
    for _ in range(5):
        append(shared_ledger(anna.bond), anna, moment(anna))
    codes = [verify(taken(member)).ledgers[0].code for member in (anna, toby)]
    assert codes[0] == codes[1]


def test_a_later_export_fits_an_earlier_checkpoint_of_oneself_or_another(anna: Member, toby: Member) -> None:
    append(own_ledger(anna), anna, moment(anna))
    append(shared_ledger(anna.bond), anna, moment(anna))
    mine, theirs = kept(anna), kept(toby)
    append(shared_ledger(anna.bond), toby, moment(toby))
    for checkpoint in (mine, theirs):
        assert verify(taken(anna), checkpoint).unchanged


@pytest.mark.parametrize("part", ["header", "body", "salt"])
def test_what_a_host_changed_in_the_database_shows(anna: Member, part: str) -> None:
    for _ in range(3):
        append(shared_ledger(anna.bond), anna, moment(anna))
    entry = Entry.objects.get(seq=1)
    changed = bytearray(bytes(getattr(entry, part)))
    changed[5] ^= 0x80  # also no longer UTF-8
    Entry.objects.filter(pk=entry.pk).update(**{part: bytes(changed)})
    findings = verify(json.loads(export(anna, NOW))).findings
    assert {finding.seq for finding in findings} & {1}


def test_a_row_that_a_host_deleted_shows(anna: Member) -> None:
    for _ in range(3):
        append(shared_ledger(anna.bond), anna, moment(anna))
    Entry.objects.filter(seq=2).delete()
    assert {finding.flaw for finding in verify(json.loads(export(anna, NOW))).findings} == {Flaw.SIZE}


def test_words_that_a_host_took_out_of_the_database_show(anna: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna))
    Entry.objects.update(body=None, salt=None)
    assert {finding.flaw for finding in verify(json.loads(export(anna, NOW))).findings} == {Flaw.GONE}


def test_a_database_that_was_rewound_shows_to_whoever_kept_a_checkpoint(anna: Member) -> None:
    ledger = shared_ledger(anna.bond)
    append(ledger, anna, moment(anna))
    rewound = dict(Ledger.objects.values("size", "frontier")[0])
    append(ledger, anna, moment(anna, "What must not have been."))
    checkpoint = kept(anna)
    Entry.objects.filter(seq=1).delete()
    Ledger.objects.update(**rewound)
    assert {finding.flaw for finding in verify(taken(anna), checkpoint).findings} == {Flaw.CUT}
    append(ledger, anna, moment(anna, "What shall have been."))
    assert {finding.flaw for finding in verify(taken(anna), checkpoint).findings} == {Flaw.FORK}


def test_whoever_left_takes_their_own_words_and_what_was_shared_until_then(
    friends: list[Member],
) -> None:
    maya, lena, jo = friends
    before, after = NOW, NOW + 10 * MINUTE
    for at in (before, after):
        when = "before" if at == before else "after"
        append(shared_ledger(maya.bond), maya, moment(maya, f"All, {when}.", recorded_at=at))
        append(pair_ledger(maya, lena), maya, moment(maya, f"Two, {when}.", recorded_at=at))
        append(own_ledger(lena), lena, moment(lena, f"Lena, {when}.", recorded_at=at))
        append(own_ledger(maya), maya, moment(maya, f"Maya, {when}.", recorded_at=at))
    lena.left_at, lena.notice = NOW + 5 * MINUTE, "never"
    lena.save()
    jo.joined_at = NOW + 6 * MINUTE
    jo.save()
    plain = taken(lena)
    text = json.dumps(plain)
    present = {who: [when for when in ("before", "after") if f"{who}, {when}." in text] for who in WHO}
    assert present == {"All": ["before"], "Two": ["before"], "Lena": ["before", "after"], "Maya": []}
    assert {member["name"] for member in plain["members"]} == {"Maya", "Lena"}
    assert {ledger["kind"]: ledger.get("until") for ledger in plain["ledgers"]} == {
        "own": None, "pair": "left", "shared": "left"
    }  # fmt: skip


WHO = ("All", "Two", "Lena", "Maya")


def test_what_whoever_left_takes_fits_what_they_kept_before(anna: Member, toby: Member) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    append(shared_ledger(anna.bond), anna, moment(anna))
    checkpoint = kept(toby)
    toby.left_at = NOW + 5 * MINUTE
    erase(anna, act.id)  # marked beyond what Toby may read
    append(shared_ledger(anna.bond), anna, moment(anna, recorded_at=NOW + 10 * MINUTE))
    plain = taken(toby)
    assert len(plain["ledgers"][0]["entries"]) == 2
    assert verify(plain, checkpoint).unchanged


def test_an_erasure_in_the_middle_of_an_export_is_seen_whole(
    anna: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = moment(anna)
    append(shared_ledger(anna.bond), anna, act)
    looks = []

    def look_then_erase(viewer: Member) -> list[Reach]:
        reach = reach_of(viewer)
        looks.append(reach)
        if len(looks) == 1:
            erase(anna, act.id)
        return reach

    monkeypatch.setattr(exporting, "reach_of", look_then_erase)
    assert [entry.keys() == {"header"} for entry in taken(anna)["ledgers"][0]["entries"]] == [True, False]


def test_an_export_is_canonical_json(anna: Member) -> None:
    append(shared_ledger(anna.bond), anna, moment(anna))
    data = export(anna, NOW)
    assert log.canonical(json.loads(data)) == data


def test_all_exports_are_signed_with_one_key(anna: Member, data: Path) -> None:
    bond = Bond.objects.create(title="Elsewhere", setting="couple", zone="UTC")
    other = Member.objects.create(bond=bond, name="Anna", joined_at=NOW)
    assert taken(anna)["key"] == taken(other)["key"]
    assert (data / "signing.key").exists()
