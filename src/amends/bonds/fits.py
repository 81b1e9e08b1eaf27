"""Whether an act fits what it refers to: right kind, right people, right day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amends.acts.amends import Amends, Completion
from amends.acts.answer import About, Answer
from amends.acts.apology import Apology
from amends.acts.aside import Aside
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary, Observance
from amends.acts.breach import Breach
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure
from amends.acts.erasure import Erasure
from amends.acts.membership import Joining, Leaving
from amends.acts.outcome import SETTLES, Outcome
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Turn
from amends.acts.repair_map import RepairMap
from amends.acts.request import Request
from amends.acts.response import Response
from amends.acts.sealed import BOTH_SIDES, Reveal, Seal
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.acts.understanding import Understanding
from amends.acts.wave import Wave
from amends.bonds.errors import Refused
from amends.bonds.sharing import people_of, references_of
from amends.ledger.read import find
from amends.people.access import get_everyone
from amends.people.models import Member


def check_fits(seat: Member, act: Act) -> None:
    """Refuse an act that names a stranger, or does not fit what it refers to.

    Raises:
        Refused: naming the field and what is wrong.
    """
    _check_people(seat, act)
    for field, ids in references_of(act):
        for act_id in ids:
            _check_reference(act, field, _find(seat, field, act_id))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a reference must point to.

    Attributes:
        kinds: one of these kinds.
        fits: takes the act and what it refers to.
        otherwise: said where it does not fit.
    """

    kinds: tuple[type[Act], ...]
    fits: Callable[[Any, Any], bool]
    otherwise: str | Lazy


def _check_people(seat: Member, act: Act) -> None:
    known = {Person(str(member.id)) for member in get_everyone(seat)}
    if not people_of(act) <= known:
        raise Refused("by" if act.by not in known else "affected", _("Choose someone from here."))


def _find(seat: Member, field: str, act_id: UUID) -> Act:
    placed = find(seat, act_id)
    if placed is None:
        raise Refused(field, _("What this belongs to is not here any more."))
    return placed.act


def _check_reference(act: Act, field: str, target: Act) -> None:
    rule = RULES[type(act), field]
    if not isinstance(target, rule.kinds) or not rule.fits(act, target):
        raise Refused(field, str(rule.otherwise))
    if isinstance(target, Promise) and isinstance(act, (Breach, Outcome, Settlement)):
        _check_occurrence(act, target)


def _check_occurrence(act: Breach | Outcome | Settlement, promise: Promise) -> None:
    if act.occurrence is None:
        whole = isinstance(act, Outcome) and act.result not in SETTLES
        if promise.due.repeats and not whole:
            raise Refused("occurrence", _("Say which day of the promise is meant."))
    elif not _falls_on(promise, act.occurrence):
        raise Refused("occurrence", _("The promise does not fall due on that day."))


def _falls_on(promise: Promise, day: date) -> bool:
    return promise.due.repeats and promise.due.falls_on(day)


def _parties(act: Act) -> set[Person]:
    return {act.author, act.by, *act.affected}


def _is_party(act: Act, target: Act) -> bool:
    return act.author in _parties(target)


def _is_mine(act: Act, target: Act) -> bool:
    return target.author == act.author


def _is_by_author(act: Act) -> bool:
    return act.by == act.author


def _is_put_to_me(act: Act, target: Act) -> bool:
    return act.author in target.affected


def _was_promised(act: Act, promise: Act) -> bool:
    return promise.author == act.by and set(act.affected) <= set(promise.affected)


def _is_of_roster(act: Seal, session: Session) -> bool:
    return session.practice == BOTH_SIDES and _roster(act) == _roster(session)


def _opens(act: Reveal, seal: Seal) -> bool:
    return seal.author == act.author and _roster(act) == _roster(seal)


def _roster(act: Act) -> set[Person]:
    return {act.author, *act.affected}


def _is_answerable(act: Answer, target: Act) -> bool:
    kind = {About.APOLOGY: Apology, About.REQUEST: Request, About.BOUNDARY: Boundary}[act.about]
    return isinstance(target, kind) and _is_put_to_me(act, target)


_FIXED = (Closing, Erasure, Joining, Leaving, Reveal, Seal, Skip)
"""What can't be put differently: of days left out, nobody may say afterwards that they count after all, and
nobody may seal another answer than the one they sealed."""
_BETWEEN = gettext_lazy("It lies between others.")
_NOT_A_PROMISE = gettext_lazy("That is no promise between these people.")

RULES: Final[dict[tuple[type[Act], str], Rule]] = {
    (Amends, "apology"): Rule((Apology,), _is_mine, gettext_lazy("That is no apology of yours.")),
    (Amends, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Answer, "of"): Rule(
        (Apology, Request, Boundary), _is_answerable, gettext_lazy("That was not put to you.")
    ),
    (Apology, "of"): Rule(
        (Breach,), lambda act, breach: breach.by == act.author, gettext_lazy("That was not yours to own.")
    ),
    (Apology, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Apology, "promise"): Rule((Promise,), _is_mine, gettext_lazy("That is no promise of yours.")),
    (Aside, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Breach, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Breach, "promise"): Rule((Promise,), _was_promised, _NOT_A_PROMISE),
    (Closing, "of"): Rule((Disclosure,), _is_mine, gettext_lazy("Only what you opened is yours to close.")),
    (Completion, "amends"): Rule(
        (Amends,),
        lambda act, amends: amends.author == act.by and _is_put_to_me(act, amends),
        gettext_lazy("Only the one it was meant for can say whether it was done."),
    ),
    (Contribution, "session"): Rule((Session,), _is_party, _BETWEEN),
    (Correction, "of"): Rule(
        (Act,),
        lambda act, target: _is_mine(act, target) and not isinstance(target, _FIXED),
        gettext_lazy("Only what you recorded yourself is yours to put right."),
    ),
    (Observance, "boundary"): Rule(
        (Boundary,),
        lambda act, boundary: _is_mine(act, boundary) and act.by in boundary.affected,
        gettext_lazy("Only the one whose boundary it is says how it fared."),
    ),
    (Outcome, "promise"): Rule((Promise,), _was_promised, _NOT_A_PROMISE),
    (Promise, "request"): Rule((Request,), _is_put_to_me, gettext_lazy("That was not asked of you.")),
    (Promise, "instead_of"): Rule((Promise,), _is_mine, gettext_lazy("That is no promise of yours.")),
    (Repair, "of"): Rule((Breach,), _is_party, _BETWEEN),
    (RepairMap, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Response, "of"): Rule(
        (Breach,),
        lambda act, breach: act.author in (breach.affected if _is_by_author(breach) else (breach.by,)),
        gettext_lazy("Only the other one can say how they see it."),
    ),
    (Reveal, "seal"): Rule((Seal,), _opens, gettext_lazy("That was sealed by someone else.")),
    (Seal, "exercise"): Rule(
        (Session,), _is_of_roster, gettext_lazy("This was sealed for other people, or for something else.")
    ),
    (Session, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Settlement, "promise"): Rule((Promise,), _is_party, _NOT_A_PROMISE),
    (Skip, "promise"): Rule(
        (Promise,),
        lambda act, promise: _is_party(act, promise) and promise.due.repeats,
        gettext_lazy("Only days of a promise that repeats, between you two, can be left out."),
    ),
    (Turn, "repair"): Rule((Repair,), _is_party, _BETWEEN),
    (Understanding, "of"): Rule((Breach, Repair), _is_party, _BETWEEN),
    (Wave, "of"): Rule((Breach, Repair), _is_party, _BETWEEN),
}
"""By kind and field: what each reference must point to."""
