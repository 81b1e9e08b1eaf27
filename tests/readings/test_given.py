"""What someone from outside may read: nothing while one of those it concerns does not grant it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.due import Due
from amends.acts.journal import Journal
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair
from amends.acts.response import Response, Stance
from amends.acts.scope import Placed, Scope
from amends.acts.session import Contribution, Session
from amends.acts.when import When
from amends.readings.given import AGREEMENTS, PROMISES, REPAIRS, SESSIONS, Granted, between, own, ownable

MAYA, LENA, JO = Person("maya"), Person("lena"), Person("jo")
EVERYONE = (MAYA, LENA, JO)
SORTS = (REPAIRS, PROMISES, SESSIONS, AGREEMENTS)
NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)


def made(kind: type[Act], number: int, author: Person, *others: Person, **fields: object) -> Act:
    common: dict[str, object] = {
        "id": UUID(int=number),
        "author": author,
        "by": author,
        "affected": others,
        "occurred": When.received(NOW, "Europe/London"),
        "recorded_at": NOW,
    }
    return kind(**common | fields)  # type: ignore[arg-type]


REPAIR = made(Repair, 1, MAYA, LENA, name="Late for lunch")
HURT = made(Breach, 2, MAYA, MAYA, by=LENA, words="I waited.", repair=REPAIR.id)
SEEN = made(Response, 3, LENA, MAYA, of=HURT.id, stance=Stance.SEE, words="I see it.")
TALK = made(Session, 4, MAYA, LENA, practice="talk", repair=REPAIR.id)
SAID = made(Contribution, 5, LENA, MAYA, session=TALK.id, step="say", words="I forgot.")
DUE = Due(When.said("2026-03-04T19:00", "Europe/London"))
PROMISE = made(Promise, 6, LENA, MAYA, words="I ring.", due=DUE)
KEPT = made(Outcome, 7, MAYA, LENA, promise=PROMISE.id, result=Result.KEPT)
JOS = made(Response, 8, JO, MAYA, of=HURT.id, stance=Stance.SEE, words="I was there.")
SHARED = (REPAIR, HURT, SEEN, TALK, SAID, PROMISE, KEPT)
LINES = {person: made(Journal, 10 + place, person, words="Mine.") for place, person in enumerate(EVERYONE)}


def granted(person: Person, *parts: str, acts: tuple[Act, ...] = SHARED) -> Granted:
    shown = [Placed(act, Scope.SHARED) for act in acts] + [Placed(LINES[person], Scope.OWN)]
    return Granted(frozenset(parts), {one.act.id: one for one in shown})


def ids(acts: tuple[Act, ...]) -> set[UUID]:
    return {act.id for act in acts}


def test_a_repair_holds_what_was_said_of_it_but_no_talk() -> None:
    found = between({MAYA: granted(MAYA, REPAIRS), LENA: granted(LENA, str(REPAIR.id))})
    assert [(one.sort, one.root) for one in found] == [(REPAIRS, REPAIR)]
    assert ids(found[0].acts) == ids((REPAIR, HURT, SEEN))


def test_what_was_written_before_a_repair_belongs_to_it_with_what_was_said_of_it() -> None:
    before = made(Breach, 21, MAYA, MAYA, by=LENA, words="I waited then, too.")
    answer = made(Response, 22, LENA, MAYA, of=before.id, stance=Stance.SEE, words="I see it.")
    repair = made(Repair, 23, MAYA, LENA, name="Late for lunch", of=(before.id,))
    acts = (before, answer, repair)
    found = between({person: granted(person, REPAIRS, acts=acts) for person in (MAYA, LENA)})
    assert [ids(one.acts) for one in found] == [ids(acts)]


def test_a_promise_comes_with_how_it_went_and_a_talk_with_what_was_said() -> None:
    found = {one.sort: ids(one.acts) for one in _by_both(PROMISES, SESSIONS)}
    assert found == {PROMISES: ids((PROMISE, KEPT)), SESSIONS: ids((TALK, SAID))}


def test_whoever_wrote_in_it_is_concerned_too() -> None:
    acts = (*SHARED, JOS)
    both = {person: granted(person, REPAIRS, acts=acts) for person in (MAYA, LENA)}
    assert between(both) == ()
    assert len(between(both | {JO: granted(JO, REPAIRS, acts=acts)})) == 1


def test_what_one_of_them_is_not_shown_is_left_out() -> None:
    """Someone who joined lately is shown one hurt after another."""
    found = between({MAYA: granted(MAYA, REPAIRS), LENA: granted(LENA, REPAIRS, acts=(REPAIR,))})
    assert ids(found[0].acts) == {REPAIR.id}
    assert between({MAYA: granted(MAYA, REPAIRS), LENA: granted(LENA, REPAIRS, acts=())}) == ()


@pytest.mark.parametrize("scope", [Scope.SHARED, Scope.PAIR])
def test_ones_own_is_what_one_wrote_and_keeps(scope: Scope) -> None:
    line = LINES[MAYA]
    grant = granted(MAYA, str(line.id), str(HURT.id))
    assert own(MAYA, grant) == (line,)
    assert own(LENA, grant) == ()
    wider = Granted(grant.parts, {line.id: replace(grant.shown[line.id], scope=scope)})
    assert own(MAYA, wider) == ()
    assert list(ownable(MAYA, wider.shown)) == []


PARTS = st.frozensets(st.sampled_from([*SORTS, *(str(act.id) for act in (*SHARED, *LINES.values()))]))


@given(st.dictionaries(st.sampled_from(EVERYONE), PARTS))
def test_nothing_opens_without_the_grant_of_each(chosen: dict[Person, frozenset[str]]) -> None:
    grants = {person: granted(person, *parts) for person, parts in chosen.items()}
    for strand in between(grants):
        people = {person for act in strand.acts for person in (act.author, act.by, *act.affected)}
        assert all(grants[person].parts & {strand.sort, str(strand.root.id)} for person in people)
        assert not ids(strand.acts) & ids(tuple(LINES.values()))


@given(st.dictionaries(st.sampled_from(EVERYONE), PARTS, min_size=1), st.data())
def test_taking_back_never_opens_anything(chosen: dict[Person, frozenset[str]], data: st.DataObject) -> None:
    grants = {person: granted(person, *parts) for person, parts in chosen.items()}
    gone = data.draw(st.sampled_from(sorted(grants)))
    before = {act.id for strand in between(grants) for act in strand.acts}
    del grants[gone]
    after = {act.id for strand in between(grants) for act in strand.acts}
    assert after <= before


def _by_both(*parts: str) -> tuple:  # type: ignore[type-arg]
    return between({person: granted(person, *parts) for person in (MAYA, LENA)})
