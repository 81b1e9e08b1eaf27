"""Acts as plain data and back."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any
from uuid import uuid4

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from amends.acts import codec
from amends.acts.base import Act, Person
from amends.acts.codec import Unknown, from_plain, rename, same_payload, to_plain
from amends.acts.errors import InvalidAct
from amends.acts.fields import fields_of
from amends.acts.kinds import KINDS
from amends.acts.references import named_by
from tests.strategies import acts


@given(acts())
def test_an_act_comes_back_as_it_was(act: Act) -> None:
    """Through canonical JSON, to the byte."""
    body = rfc8785.dumps(to_plain(act))
    again = from_plain(json.loads(body))
    assert again == act
    assert isinstance(again, Act)
    assert rfc8785.dumps(to_plain(again)) == body


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@given(data=st.data())
def test_every_kind_can_be_made_and_read(kind: type[Act], data: st.DataObject) -> None:
    """No kind is left out of the tests at random."""
    act = data.draw(acts(kind))
    assert from_plain(to_plain(act)) == act


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_is_documented(kind: type[Act]) -> None:
    """Each field that a kind adds is named in its docstring."""
    own = [one.name for one in fields_of(kind) if one.name not in {field.name for field in fields_of(Act)}]
    assert [name for name in own if name not in (kind.__doc__ or "")] == []


def test_a_kind_that_is_not_known_stays_opaque() -> None:
    """It is kept and never guessed at."""
    found = from_plain({"v": 1, "kind": "serenade", "song": 3})
    assert found == Unknown("serenade", {"v": 1, "kind": "serenade", "song": 3})


@given(acts())
def test_a_field_that_is_not_known_stays_opaque(act: Act) -> None:
    """A newer version may have added one; reading around it would lose what it says."""
    assert isinstance(from_plain({**to_plain(act), "mood_ring": 1}), Unknown)


def test_a_newer_version_stays_opaque() -> None:
    """As does a form from the future."""
    assert isinstance(from_plain({"v": codec.VERSION + 1, "kind": "moment"}), Unknown)


@given(acts(KINDS["moment"]))
def test_an_older_form_is_lifted_when_it_is_read(act: Act) -> None:
    """An upcaster turns version 0 into today's."""
    old = {key: value for key, value in to_plain(act).items() if key != "words"}
    old |= {"v": 0, "text": act.words or "Tea."}

    def lift(body: dict[str, Any]) -> dict[str, Any]:
        return {**{key: value for key, value in body.items() if key != "text"}, "v": 1, "words": body["text"]}

    codec.UPCASTERS[0] = lift
    try:
        found = from_plain(old)
    finally:
        del codec.UPCASTERS[0]
    assert isinstance(found, Act)
    assert found.words == old["text"]


def test_what_says_nothing_is_left_out() -> None:
    """A body holds what was said; a default is the same as nothing said."""
    body = to_plain(_outcome(uuid4()))
    assert body.keys() == {
        *("v", "kind", "id", "author", "by", "affected", "occurred", "recorded_at", "promise", "result"),
    }
    assert from_plain({**body, "told_before": False, "words": ""}) == from_plain(body)


@pytest.mark.parametrize(
    "change",
    [
        {"recorded_at": "2026-03-02T20:00:00Z"},
        {"recorded_at": "2026-03-02T20:00:00.000000Z"},
        {"recorded_at": "2026-03-02T20:00:00.000+00:00"},
        {"recorded_at": "2026-03-02T21:00:00.000+01:00"},
        {"recorded_at": "2026-3-2T20:00:00.000Z"},
        {"occurred": {"local": "2026-03-02", "zone": "UTC", "utc": "2026-03-02T12:00:00.000Z"}},
        {"occurred": {"local": "2026-3-2", "zone": "UTC", "utc": "2026-03-02T12:00:00Z"}},
        {"occurred": {"local": "20260302", "zone": "UTC", "utc": "2026-03-02T12:00:00Z"}},
        {"occurrence": "20260302"},
        {"promise": "URN:UUID:00000000-0000-4000-8000-000000000001"},
        {"told_before": 1},
        {"minutes": True},
    ],
)
def test_there_is_one_spelling_of_everything(change: dict[str, Any]) -> None:
    """So that two bodies that say the same have the same bytes."""
    with pytest.raises(InvalidAct):
        from_plain({**to_plain(_outcome(uuid4())), **change})


@given(acts(), st.data())
def test_bent_data_are_refused_in_plain_words(act: Act, data: st.DataObject) -> None:
    """Any field replaced by something else is an invalid act or another valid one, never a crash."""
    body = to_plain(act)
    key = data.draw(st.sampled_from(sorted(body)))
    body[key] = data.draw(
        st.sampled_from([None, [], {}, "x", -1, 10**30, True, "2026-02-30", [1], {"local": 1}])
    )
    with suppress(InvalidAct):
        from_plain(body)


@given(acts())
def test_a_replay_says_the_same_whatever_the_servers_clock(act: Act) -> None:
    """The receipt is left out of the comparison; the words are not."""
    body = to_plain(act)
    assert same_payload(body, {**body, "recorded_at": "2030-01-01T00:00:00.000Z"})
    assert not same_payload(body, {**body, "words": f"{act.words} and more"})


@given(acts())
def test_renaming_there_and_back_changes_nothing(act: Act) -> None:
    """People and acts called otherwise, and back."""
    there = rename(act, lambda person: Person(f"{person}!"), lambda found: type(found)(int=found.int ^ 1))
    back = rename(there, lambda person: Person(person[:-1]), lambda found: type(found)(int=found.int ^ 1))
    assert back == act
    assert there.author == f"{act.author}!"
    assert set(named_by(there)).isdisjoint(named_by(act)) or not named_by(act)


def test_an_act_names_others_but_not_itself() -> None:
    """Its own id is no reference."""
    promise = uuid4()
    assert named_by(_outcome(promise)) == (promise,)


def _outcome(promise: Any) -> Act:
    from tests.cast import NOW  # noqa: PLC0415

    plain = {
        "v": 1,
        "kind": "outcome",
        "id": str(uuid4()),
        "author": "Anna",
        "by": "Toby",
        "affected": ["Anna"],
        "occurred": {"local": "2026-03-02", "zone": "UTC", "utc": "2026-03-02T12:00:00Z"},
        "recorded_at": NOW.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "promise": str(promise),
        "result": "kept",
    }
    found = from_plain(plain)
    assert isinstance(found, Act)
    return found
