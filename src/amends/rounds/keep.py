"""Beginning a round, answering it, closing it: the one writer and reader of this room's tables."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import connection, transaction

from amends.people.models import Bond, Member
from amends.rounds.errors import Misshapen, Over, Unbegun, Why
from amends.rounds.models import Round, Slot
from amends.rounds.questions import STEPS, QuestionSet, Sort, question_set
from amends.rounds.sums import FEWEST, Answers, Told, read, spell, tell, tells_too_much

SECRET_BYTES: Final = 32
"""Random bytes of a round's secret."""
REST: Final = timedelta(days=28)
"""For so long the same questions rest, so that nobody is asked again and again [choice]."""
LONGEST: Final = 1_000
"""Characters of one text [choice]."""
REMEMBERED: Final = timedelta(weeks=26)
"""For so long what was told of a round may still tell of someone, beside a later one [choice]."""
_MARK: Final = b"amends/rounds/asked/v1"


@dataclass(frozen=True, slots=True)
class Asking:
    """A round, as anyone in its bond may know of it.

    Attributes:
        id: its own.
        questions: which set.
        begun_by: the seat of whoever began it; None where that is gone.
        closes_at: when it closes or did.
        is_open: whether it takes answers.
        is_withheld: see `Round`.
        count: how many are asked.
        told: what is told of it, once it has closed; None where that is nothing.
    """

    id: UUID
    questions: str
    begun_by: UUID | None
    closes_at: datetime
    is_open: bool
    is_withheld: bool
    count: int
    told: Told | None
    _asked: frozenset[str]

    def asks(self, seat: Member) -> bool:
        """Whether someone is asked."""
        return _mark(seat) in self._asked

    def asked_the_same(self, other: Asking) -> bool:
        """Whether two rounds asked the same people."""
        return self._asked == other._asked


def those_asked(bond: Bond) -> list[Member]:
    """Whom a round beginning now would ask: all with an account who are here, as far as others can tell."""
    here = Member.objects.apparent().filter(bond=bond, user__isnull=False)
    return list(here.order_by("joined_at", "id"))


def stands_against(bond: Bond, questions: str, now: datetime) -> Why | None:
    """What stands against beginning a round now; None for nothing."""
    if len(those_asked(bond)) < FEWEST:
        return Why.TOO_FEW
    same = Round.objects.filter(bond=bond, questions=questions)
    if same.filter(secret__isnull=False).exists():
        return Why.GOES_ON
    return Why.TOO_SOON if same.filter(closes_at__gt=now - REST).exists() else None


def would_be_withheld(bond: Bond, questions: str, now: datetime) -> bool:
    """Whether of a round beginning now nothing would be told, because it asks nearly those asked before."""
    return tells_too_much(_marks(those_asked(bond)), _before(bond, questions, now))


def begin(seat: Member, questions: QuestionSet, closes_at: datetime, now: datetime) -> UUID:
    """Ask everyone in a bond; gives the round's id.

    Raises:
        Unbegun: something stands against it.
    """
    with transaction.atomic():
        bond = Bond.objects.select_for_update().get(id=seat.bond_id)
        why = stands_against(bond, questions.id, now)
        if why is not None:
            raise Unbegun(why)
        asked = those_asked(bond)
        secret = secrets.token_bytes(SECRET_BYTES)
        begun = Round.objects.create(
            bond=bond,
            questions=questions.id,
            version=questions.version,
            begun_by=seat,
            closes_at=closes_at,
            asked=sorted(_marks(asked)),
            is_withheld=would_be_withheld(bond, questions.id, now),
            secret=secret,
        )
        _lay(begun, dict.fromkeys((_number(secret, one) for one in asked), ""))
    return begun.id


def answer(seat: Member, round_id: UUID, answers: Answers, now: datetime) -> None:
    """Put someone's answers in their slot, in place of what lay there; no answers empty it.

    Nothing is kept of when, how often, or that it was done.

    Raises:
        Over: it has closed, there is no such round here, or they are not asked in it.
        Misshapen: that does not answer its questions.
    """
    with transaction.atomic():
        found = Round.objects.select_for_update().filter(id=round_id, bond=seat.bond_id).first()
        if found is None or found.secret is None or found.closes_at <= now:
            raise Over
        _check(found, answers)
        bodies = dict(found.slots.values_list("number", "body"))
        number = _number(bytes(found.secret), seat)
        if number not in bodies:
            raise Over
        bodies[number] = json.dumps(dict(answers), sort_keys=True, ensure_ascii=False) if answers else ""
        _lay(found, bodies)


def take_out(seat: Member) -> None:
    """Empty someone's slots in all rounds of their bond that go on; what has closed is out of reach."""
    with transaction.atomic():
        going = Round.objects.select_for_update().filter(bond=seat.bond_id, secret__isnull=False)
        for found in going.order_by("id"):
            bodies = dict(found.slots.values_list("number", "body"))
            number = _number(bytes(found.secret or b""), seat)
            if number in bodies:
                _lay(found, bodies | {number: ""})


def close_due(now: datetime) -> int:
    """Close every round whose time has come, on the whole server; gives how many that were.

    Without such a round nothing is written. Called by the clock and before anyone reads.
    """
    due = list(Round.objects.filter(secret__isnull=False, closes_at__lte=now).values_list("id", flat=True))
    for round_id in due:
        with transaction.atomic():
            _close(round_id)
            transaction.on_commit(_empty_wal)
    return len(due)


def rounds_of(bond: Bond, now: datetime) -> list[Asking]:
    """All rounds of a bond, the latest first."""
    return [_asking(one, now) for one in Round.objects.filter(bond=bond).order_by("-closes_at", "id")]


def told_to(seat: Member) -> list[dict[str, Any]]:
    """What was told to someone of all rounds, as plain data for their export, the latest first.

    Who left has what was told until then. Nobody's answers are among it, one's own neither: nothing
    leads to them.
    """
    until = {} if seat.left_at is None else {"closes_at__lte": seat.left_at}
    told = Round.objects.filter(bond=seat.bond_id, **until).exclude(told="").order_by("-closes_at", "id")
    return [
        {
            "questions": one.questions,
            "version": one.version,
            "closed_at": one.closes_at.astimezone(UTC).isoformat(),
            "told": json.loads(one.told),
        }
        for one in told
    ]


def find(bond: Bond, round_id: UUID, now: datetime) -> Asking | None:
    """One round of a bond."""
    found = Round.objects.filter(bond=bond, id=round_id).first()
    return None if found is None else _asking(found, now)


def _asking(found: Round, now: datetime) -> Asking:
    return Asking(
        id=found.id,
        questions=found.questions,
        begun_by=found.begun_by_id,
        closes_at=found.closes_at,
        is_open=found.secret is not None and found.closes_at > now,
        is_withheld=found.is_withheld,
        count=len(found.asked),
        told=read(found.told),
        _asked=frozenset(found.asked),
    )


def _lay(found: Round, bodies: dict[str, str]) -> None:
    """Lay all slots of a round anew, in the order of their numbers.

    A row that is written alone comes to lie elsewhere than those that were not, and the order in
    which people answered would show in the file.
    """
    found.slots.all().delete()
    Slot.objects.bulk_create(
        Slot(number=number, round=found, body=body) for number, body in sorted(bodies.items())
    )


def _close(round_id: UUID) -> None:
    """Work out what may be told, and let go of all else."""
    questions = Round.objects.values_list("questions", flat=True).get(id=round_id)
    # All that go on with these questions, in one order: of two that close at once one sees the other.
    going = list(
        Round.objects.select_for_update().filter(questions=questions, secret__isnull=False).order_by("id")
    )
    found = next((one for one in going if one.id == round_id), None)
    if found is None:  # someone else was first
        return
    asked = question_set(questions, "en")
    told = None
    if asked is not None and not found.is_withheld and not _tells_too_much_elsewhere(found):
        bodies = found.slots.exclude(body="").values_list("body", flat=True)
        told = tell(asked, [json.loads(body) for body in bodies], secrets.SystemRandom().shuffle)
    found.slots.all().delete()
    found.secret, found.told = None, spell(told)
    found.save(update_fields=["secret", "told"])


def _before(bond: Bond, questions: str, now: datetime) -> Iterator[frozenset[str]]:
    """Who was asked in the last round with these questions here, and in all told of not long ago."""
    earlier = list(Round.objects.filter(bond=bond, questions=questions).order_by("-closes_at"))
    for at, one in enumerate(earlier):
        if at == 0 or (one.told and one.closes_at > now - REMEMBERED):
            yield frozenset(one.asked)


def _tells_too_much_elsewhere(found: Round) -> bool:
    """Whether another bond of nearly the same people was told of these questions not long ago.

    This is seen at the close, and looks as if too few had answered: nobody learns here of another bond.
    """
    elsewhere = Round.objects.filter(
        questions=found.questions, closes_at__gt=found.closes_at - REMEMBERED
    ).exclude(bond=found.bond_id)
    told = (frozenset(one.asked) for one in elsewhere if one.told)
    return tells_too_much(frozenset(found.asked), told)


def _check(found: Round, answers: Answers) -> None:
    asked = question_set(found.questions, "en")
    sorts = {} if asked is None else {one.id: one.sort for one in asked.questions}
    for name, value in answers.items():
        match sorts.get(name), value:
            case Sort.SCALE, int() if 1 <= value <= STEPS:
                pass
            case Sort.WORDS, str() if 0 < len(value) <= LONGEST:
                pass
            case _:
                raise Misshapen(name)


def _marks(seats: list[Member]) -> frozenset[str]:
    return frozenset(_mark(seat) for seat in seats)


def _mark(seat: Member) -> str:
    account = seat.user_id.bytes if seat.user_id else b""
    return hashlib.sha256(_MARK + account).hexdigest()


def _number(secret: bytes, seat: Member) -> str:
    return hmac.digest(secret, seat.id.bytes, "sha256").hex()


def _empty_wal() -> None:
    # With a write-ahead log, what has gone would lie there until it is folded into the database.
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
