"""Sealed answers: nothing is elsewhere until all are there, and none takes another's place."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from amends.acts.scope import Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Session
from amends.bonds import share
from amends.bonds.erase import erase
from amends.bonds.errors import Refused
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.bonds.sealed import keep
from amends.ledger.read import find, heads
from amends.people.models import Member, Notice
from amends.practices.sealed import OPEN_FOR
from amends.vault.format import commitment, seal_answer
from tests.cast import MINUTE, NOW, act

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SALT, NONCE = bytes(range(32)), bytes(12)


def begun(author: Member, *others: Member, scope: Scope = Scope.SHARED) -> Session:
    """An exercise."""
    session: Session = act(Session, author, *others, practice="both-sides")
    record(author, session, scope, NOW, other=others[0] if scope is Scope.PAIR else None)
    return session


def key_of(author: Member) -> bytes:
    """The key to someone's answer."""
    return author.id.bytes * 2


def sealed(session: Session, author: Member, *others: Member, words: str = "I was late.") -> Seal:
    """What someone's browser sends."""
    answer, me = {"hurt": "You laughed.", "mine": words}, author.id
    made: Seal = act(
        Seal,
        author,
        *others,
        exercise=session.id,
        commitment=_64(commitment(SALT, session.id, me, answer)),
        ciphertext=_64(seal_answer(answer, key_of(author), session.id, me, NONCE)),
    )
    return made


def key_to(seal: Seal, author: Member, *others: Member, **other: Any) -> Reveal:
    """What someone's browser sends to open it."""
    parts = {"key": _64(key_of(author)), "salt": _64(SALT)} | other
    made: Reveal = act(Reveal, author, *others, seal=seal.id, **parts)
    return made


def both_sealed(anna: Member, toby: Member) -> tuple[Session, Seal, Seal]:
    """An exercise in which both have finished."""
    session = begun(anna, toby)
    hers, his = sealed(session, anna, toby), sealed(session, toby, anna)
    keep(anna, hers, NOW)
    keep(toby, his, NOW)
    return session, hers, his


def test_until_all_have_sealed_nothing_of_it_is_in_another_ledger(
    friends: tuple[Member, Member, Member],
) -> None:
    maya, lena, jo = friends
    session = begun(maya, lena, jo)
    before = heads(jo)
    hers, second = sealed(session, maya, lena, jo), sealed(session, lena, maya, jo)
    keep(maya, hers, NOW)
    keep(lena, second, NOW + MINUTE)
    assert heads(jo) == before
    keep(jo, sealed(session, jo, maya, lena), NOW + 2 * MINUTE)
    assert all(find(jo, one.id) is not None for one in (hers, second))


def test_keys_too_arrive_together(anna: Member, toby: Member) -> None:
    _session, hers, his = both_sealed(anna, toby)
    key = key_to(hers, anna, toby)
    keep(anna, key, NOW + MINUTE)
    assert find(toby, key.id) is None
    keep(toby, key_to(his, toby, anna), NOW + 2 * MINUTE)
    placed = find(toby, key.id)
    assert placed is not None
    assert placed.scope is Scope.SHARED


def test_between_two_of_three_it_stays_between_them(friends: tuple[Member, Member, Member]) -> None:
    maya, lena, jo = friends
    session = begun(maya, lena, scope=Scope.PAIR)
    hers = sealed(session, maya, lena)
    keep(maya, hers, NOW)
    keep(lena, sealed(session, lena, maya), NOW)
    assert find(lena, hers.id) is not None
    assert find(jo, hers.id) is None


def test_sending_it_twice_changes_nothing(anna: Member, toby: Member) -> None:
    session = begun(anna, toby)
    hers = sealed(session, anna, toby)
    keep(anna, hers, NOW)
    before = heads(anna)
    keep(anna, hers, NOW + MINUTE)
    assert heads(anna) == before


def test_no_second_answer_and_none_for_other_people(anna: Member, toby: Member) -> None:
    session = begun(anna, toby)
    keep(anna, sealed(session, anna, toby), NOW)
    with pytest.raises(Refused):
        keep(anna, sealed(session, anna, toby, words="Another."), NOW)
    with pytest.raises(Refused):
        keep(toby, sealed(session, toby), NOW)


def test_it_is_never_shared_by_hand(anna: Member, toby: Member) -> None:
    session = begun(anna, toby)
    hers = sealed(session, anna, toby)
    keep(anna, hers, NOW)
    with pytest.raises(Refused):
        share.share(anna, hers.id, NOW, at_once=True)


def test_no_key_is_kept_before_all_have_sealed(anna: Member, toby: Member) -> None:
    session = begun(anna, toby)
    hers = sealed(session, anna, toby)
    keep(anna, hers, NOW)
    with pytest.raises(Refused):
        keep(anna, key_to(hers, anna, toby), NOW)


def test_what_was_sealed_for_another_exercise_is_refused(anna: Member, toby: Member) -> None:
    """The same bytes under another exercise open nothing."""
    _session, hers, _his = both_sealed(anna, toby)
    again = begun(anna, toby)
    replayed = replace(hers, id=uuid4(), exercise=again.id)
    keep(anna, replayed, NOW)
    keep(toby, sealed(again, toby, anna), NOW)
    with pytest.raises(Refused, match="does not open"):
        keep(anna, key_to(replayed, anna, toby), NOW)


@pytest.mark.parametrize("wrong", ["key", "salt"])
def test_another_answer_than_the_sealed_one_is_refused(anna: Member, toby: Member, wrong: str) -> None:
    _session, hers, _his = both_sealed(anna, toby)
    with pytest.raises(Refused, match="does not open"):
        keep(anna, key_to(hers, anna, toby, **{wrong: _64(bytes(32))}), NOW)


def test_an_answer_that_its_author_was_not_bound_to_is_refused(anna: Member, toby: Member) -> None:
    """Locked with the right key, and yet another answer than the one bound to."""
    session = begun(anna, toby)
    hers = sealed(session, anna, toby)
    other = sealed(session, anna, toby, words="You were late.")
    mixed = replace(hers, ciphertext=other.ciphertext)
    keep(anna, mixed, NOW)
    keep(toby, sealed(session, toby, anna), NOW)
    with pytest.raises(Refused, match="does not open"):
        keep(anna, key_to(mixed, anna, toby), NOW)


def test_after_thirty_days_nothing_more_is_kept(anna: Member, toby: Member) -> None:
    session = begun(anna, toby)
    with pytest.raises(Refused):
        keep(anna, sealed(session, anna, toby), NOW + OPEN_FOR)


def test_whoever_left_without_a_word_leaves_the_other_waiting(anna: Member, toby: Member) -> None:
    """As if they had not opened the app."""
    session = begun(anna, toby)
    keep(toby, sealed(session, toby, anna), NOW)
    leave(toby, Notice.NEVER, NOW + MINUTE)
    before = heads(anna)[1:]
    keep(anna, sealed(session, anna, toby), NOW + timedelta(hours=1))
    assert heads(anna)[1:] == before


def test_what_was_erased_before_the_other_finished_can_be_sealed_anew(anna: Member, toby: Member) -> None:
    session = begun(anna, toby)
    first = sealed(session, anna, toby)
    keep(anna, first, NOW)
    erase(anna, first.id)
    his = sealed(session, toby, anna)
    keep(toby, his, NOW)
    assert find(anna, his.id) is None
    keep(anna, sealed(session, anna, toby, words="In other words."), NOW)
    assert find(anna, his.id) is not None


def _64(found: bytes) -> str:
    return b64encode(found).decode()


def test_an_exercise_is_known_by_its_practice(anna: Member, toby: Member) -> None:
    talk: Session = act(Session, anna, toby, practice="talk")
    record(anna, talk, Scope.SHARED, NOW)
    with pytest.raises(Refused):
        keep(anna, sealed(talk, anna, toby), NOW)
    nowhere = replace(talk, id=UUID(int=7))
    with pytest.raises(Refused):
        keep(anna, sealed(nowhere, anna, toby), NOW)
