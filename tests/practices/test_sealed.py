"""A sealed exercise tells nobody how far another is, and ends without saying through whom."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from amends.acts.base import Act, Person
from amends.acts.membership import Leaving
from amends.acts.scope import Placed, Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Session
from amends.acts.when import When
from amends.practices.sealed import OPEN_FOR, Phase, read_exercise

ANNA, TOBY, JO = Person("Anna"), Person("Toby"), Person("Jo")
START = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
BYTES = b64encode(bytes(32)).decode()


def made(kind: type[Act], author: Person, *, minute: int = 0, **more: Any) -> Any:
    """An act."""
    at = START + timedelta(minutes=minute)
    common: dict[str, Any] = {"id": uuid4(), "author": author, "by": author, "recorded_at": at}
    return kind(**common | {"occurred": When.received(at, "UTC")} | more)


SESSION: Session = made(Session, ANNA, affected=(TOBY, JO), practice="both-sides")
SEALS = {
    one: made(Seal, one, minute=5, exercise=SESSION.id, commitment=BYTES, ciphertext=BYTES)
    for one in (ANNA, TOBY, JO)
}
KEYS = {one: made(Reveal, one, minute=9, seal=seal.id, key=BYTES, salt=BYTES) for one, seal in SEALS.items()}


def read(*acts: Act, own: tuple[Act, ...] = (), after: timedelta = timedelta(hours=1)) -> Any:
    """As Anna reads it."""
    placed = [*(Placed(one, Scope.SHARED) for one in acts), *(Placed(one, Scope.OWN) for one in own)]
    return read_exercise(SESSION, placed, ANNA, START + after)


def test_it_goes_from_waiting_to_opened() -> None:
    alone = read(own=(SEALS[ANNA],))
    assert (alone.phase, alone.sealed, alone.seals) == (Phase.WAITING, SEALS[ANNA], {})
    sealed = read(*SEALS.values(), own=(KEYS[ANNA],))
    assert (sealed.phase, sealed.revealed, sealed.reveals) == (Phase.SEALED, KEYS[ANNA], {})
    opened = read(*SEALS.values(), *KEYS.values())
    assert (opened.phase, dict(opened.reveals)) == (Phase.OPENED, KEYS)


@pytest.mark.parametrize("acts", [(), tuple(SEALS.values())])
def test_it_ends_the_same_after_thirty_days_and_when_someone_left(acts: tuple[Act, ...]) -> None:
    lapsed = read(*acts, after=OPEN_FOR)
    left = read(*acts, made(Leaving, JO, minute=20))
    assert lapsed.phase is Phase.CANCELLED
    assert lapsed == left


def test_what_was_opened_stays_open() -> None:
    acts = (*SEALS.values(), *KEYS.values(), made(Leaving, JO, minute=20))
    assert read(*acts, after=2 * OPEN_FOR).phase is Phase.OPENED


def test_of_two_answers_the_first_counts() -> None:
    """Nobody may seal anew once they could have read what another wrote."""
    second = made(Seal, TOBY, minute=8, exercise=SESSION.id, commitment=BYTES, ciphertext=BYTES)
    assert read(second, *SEALS.values()).seals[TOBY] == SEALS[TOBY]


def test_an_answer_erased_since_ends_it() -> None:
    left_over = [SEALS[ANNA], SEALS[JO]]
    assert read(*left_over).phase is Phase.CANCELLED
    another = made(Seal, TOBY, minute=30, exercise=SESSION.id, commitment=BYTES, ciphertext=BYTES)
    assert read(*left_over, KEYS[JO], own=(another,)).phase is Phase.CANCELLED


def test_what_belongs_to_another_exercise_or_a_stranger_counts_for_nothing() -> None:
    other = made(Seal, TOBY, exercise=uuid4(), commitment=BYTES, ciphertext=BYTES)
    stranger = made(Seal, Person("Lou"), exercise=SESSION.id, commitment=BYTES, ciphertext=BYTES)
    assert read(other, stranger).phase is Phase.WAITING
