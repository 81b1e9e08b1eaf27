"""What may be shared, with whom, and what goes out at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from amends.acts.amends import Completion
from amends.acts.answer import Answer, Reply
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary
from amends.acts.correction import Correction
from amends.acts.fields import fields_of
from amends.acts.kinds import PRIVATE
from amends.acts.membership import Joining, Leaving
from amends.acts.outcome import Outcome
from amends.acts.references import named_by
from amends.acts.repair import Turn
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.bonds.errors import Refused
from amends.ledger.erase import was_withdrawn
from amends.ledger.read import find
from amends.people.access import get_others
from amends.people.models import Member

PROMPT: Final = (
    *(Answer, Completion, Contribution, Correction, Joining, Leaving),
    *(Outcome, Response, Session, Settlement, Skip, Turn),
)
"""Kinds that go out at once: they answer something, put it right, are said in a practice that goes on, or
must be said before a day comes."""


def is_prompt(act: Act) -> bool:
    """Whether it goes out at once when shared."""
    return isinstance(act, PROMPT)


def is_kept(act: Act) -> bool:
    """Whether it is *not now*, which stays with its author: to others it is no answer yet."""
    return (isinstance(act, Answer) and act.reply is Reply.NOT_NOW) or (
        isinstance(act, Response) and act.stance is Stance.NOT_NOW
    )


def choose_other(seat: Member, scope: Scope, other: Member | None) -> Member | None:
    """Whom a scope beyond one's own reaches: one other, or None for everyone here.

    Raises:
        Refused: nobody is named for what lies between two, or there are but two.
    """
    if scope is Scope.SHARED:
        return None
    others = get_others(seat)
    if other not in others:
        raise Refused("scope", _("Choose with whom of those who are here to share it."))
    if len(others) == 1:
        raise Refused("scope", _("There are two of you: share it, or keep it to yourself."))
    return other


def check_shareable(seat: Member, act: Act, other: Member | None, waiting: Collection[UUID]) -> None:
    """Refuse to share what may not leave its author, or what others couldn't follow.

    Args:
        seat: the author's seat.
        act: what is to be shared.
        other: with whom; None for everyone in the bond.
        waiting: acts that reach them before this one.

    Raises:
        Refused: it stays with its author, and why.
    """
    _check_kind(act)
    if was_withdrawn(seat, act.id):
        raise Refused("act", _("It was open once, and is closed. To open it again, write it anew."))
    _check_people(seat, act, other)
    unshared = [named for named in named_by(act) if named not in waiting and not is_with(seat, other, named)]
    if unshared:
        field = next(name for name, ids in references_of(act) if unshared[0] in ids)
        raise Refused(field, _("This refers to something that you keep to yourself. Share that first."))


def is_with(seat: Member, other: Member | None, act_id: UUID) -> bool:
    """Whether ``other``, or everyone in the bond, can read an act."""
    placed = find(other or seat, act_id)
    return placed is not None and placed.scope in ({Scope.SHARED, Scope.PAIR} if other else {Scope.SHARED})


def _check_kind(act: Act) -> None:
    if act.KIND in PRIVATE or is_kept(act):
        raise Refused("scope", _("This stays with you; it can’t be shared."))
    if isinstance(act, Seal | Reveal):
        raise Refused("scope", _("This goes to the others by itself, once each of you has come as far."))
    if isinstance(act, Boundary) and act.controls_other:
        raise Refused(
            "subject",
            _(
                "Another person’s friends, money, body and phone are theirs to decide about, so this "
                "can’t be shared. A boundary says what you need and what you yourself will do."
            ),
        )


def _check_people(seat: Member, act: Act, other: Member | None) -> None:
    if other is None:
        return
    between = {Person(str(seat.id)), Person(str(other.id))}
    if not people_of(act) <= between:
        raise Refused("affected", _("What you share with one person can be about the two of you only."))


def people_of(act: Act) -> set[Person]:
    """Everyone whom an act names."""
    found: set[Person] = set()
    for field in fields_of(type(act)):
        if field.sort is Person:
            value = getattr(act, field.name)
            found |= set(value if field.many else (value,))
    return found


def references_of(act: Act) -> Iterable[tuple[str, tuple[UUID, ...]]]:
    """The fields by which an act refers to others, each with the ids it names."""
    for field in fields_of(type(act)):
        value = getattr(act, field.name)
        if field.sort is UUID and field.name != "id" and value is not None:
            yield field.name, value if field.many else (value,)
