"""What can be said or done here about an act, by whom and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from django.utils.translation import gettext as _

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer, Reply
from amends.acts.apology import Apology
from amends.acts.base import Act
from amends.acts.boundary import Boundary
from amends.acts.breach import Breach
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.erasure import Erasure
from amends.acts.membership import Joining, Leaving
from amends.acts.promise import Promise
from amends.acts.references import named_by
from amends.acts.repair import Repair
from amends.acts.request import Request
from amends.acts.response import Response, Stance
from amends.acts.sealed import Reveal, Seal
from amends.acts.skip import Skip
from amends.engine.results import Pace, Standing
from amends.web.forms.answering import results_for
from amends.web.pages.entry import Entry
from amends.web.words import mended

Says: TypeAlias = Callable[[Entry, Act], str]
"""What the link says that leads there; empty where it does not fit."""

A = TypeVar("A", bound=Act)

FIXED: Final = (Answer, Closing, Correction, Erasure, Joining, Leaving, Response, Reveal, Seal, Skip)
"""Kinds that are answered anew or stand as they are, rather than put differently."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be said about an act.

    Attributes:
        kind: the word in its address.
        said: what the link says.
    """

    kind: str
    said: str


def offers(entry: Entry, act: Act) -> list[Offer]:
    """All that the visitor can say about an act now, the likeliest first."""
    return [Offer(kind, said) for kind, says in _SAYS.items() if (said := _offered(entry, act, kind, says))]


def fits(entry: Entry, act: Act, kind: str) -> bool:
    """Whether the visitor can say something of a kind about an act now."""
    return bool(label(entry, act, kind))


def label(entry: Entry, act: Act, kind: str) -> str:
    """What the link to saying something of a kind about an act says; empty where it does not fit now."""
    says = _SAYS.get(kind)
    return "" if says is None else _offered(entry, act, kind, says)


def _offered(entry: Entry, act: Act, kind: str, says: Says) -> str:
    if kind in entry.left_out:
        return ""
    return says(entry, act)


def _response(entry: Entry, act: Act) -> str:
    if not isinstance(act, Breach) or entry.me not in _other_side(act):
        return ""
    said = any(one.stance is not Stance.NOT_NOW for one in _mine(entry, act, Response))
    return _("Say it another way") if said else _("Say how you see it")


def _answer(entry: Entry, act: Act) -> str:
    if not isinstance(act, (Apology, Request, Boundary)) or entry.me not in act.affected:
        return ""
    said = any(one.reply is not Reply.NOT_NOW for one in _mine(entry, act, Answer))
    return _("Answer anew") if said else _("Answer")


def _promise(entry: Entry, act: Act) -> str:
    if isinstance(act, Request) and entry.me in act.affected:
        return "" if any(_mine(entry, act, Promise)) else _("Make it a promise")
    return _("Promise something else instead") if _can_change(entry, act) else ""


def _outcome(entry: Entry, act: Act) -> str:
    if not isinstance(act, Promise) or entry.me not in (act.by, *act.affected):
        return ""
    state = entry.promise(act.id)
    if state is None:
        return ""
    if state.past:
        return _("Say how it went")
    return _("Say what becomes of it") if results_for(entry, act, act.due.first.day) else ""


def _skip(entry: Entry, act: Act) -> str:
    if not isinstance(act, Promise) or not act.due.repeats or entry.me not in (act.by, *act.affected):
        return ""
    state = entry.promise(act.id)
    return _("Leave some days out") if state is not None and state.next is not None else ""


def _settlement(entry: Entry, act: Act) -> str:
    state = entry.promise(act.id) if isinstance(act, Promise) else None
    differs = state is not None and any(day.standing is Standing.DIFFERING for day in state.past)
    return _("Two views: look again") if differs else ""


def _apology(entry: Entry, act: Act) -> str:
    return _("Apologise") if isinstance(act, Breach) and act.by == entry.me else ""


def _amends(entry: Entry, act: Act) -> str:
    return _("Offer to put it right") if isinstance(act, Apology) and act.author == entry.me else ""


def _completion(entry: Entry, act: Act) -> str:
    asked = isinstance(act, Amends) and entry.me in act.affected and not any(_mine(entry, act, Completion))
    return _("Say whether it was put right") if asked else ""


def _observance(entry: Entry, act: Act) -> str:
    return _("Say how it went") if isinstance(act, Boundary) and act.author == entry.me else ""


def _turn(entry: Entry, act: Act) -> str:
    state = entry.repair(act.id)
    if state is None or entry.me not in state.between:
        return ""
    if state.pace is not Pace.GOING:
        return _("Take it up again")
    return str(mended(entry.setting).turn) if entry.me in state.hurt else _("Rest it or end it")


def _aside(entry: Entry, act: Act) -> str:
    state = entry.repair(act.id)
    return _("Note a step for yourself") if state is not None and state.is_alone else ""


def _understanding(entry: Entry, act: Act) -> str:
    return _("What may lie behind it?") if _is_hurt_by(entry, act) or _is_my_repair(entry, act) else ""


def _repair(entry: Entry, act: Act) -> str:
    if not isinstance(act, Breach) or entry.me not in (act.by, *act.affected) or act.repair is not None:
        return ""
    around = any(isinstance(one.act, Repair) and act.id in one.act.of for one in entry.placed.values())
    return "" if around else _("Begin a repair around it")


def _map(entry: Entry, act: Act) -> str:
    return _("Draw what happens, and what might help") if _is_my_repair(entry, act) else ""


def _wave(entry: Entry, act: Act) -> str:
    return _("It came back to me") if _is_hurt_by(entry, act) or _is_my_repair(entry, act) else ""


def _correction(entry: Entry, act: Act) -> str:
    is_on_its_way = act.id in entry.pending  # until then it is taken back instead
    if act.author != entry.me or isinstance(act, FIXED) or is_on_its_way:
        return ""
    return _("Put it differently")


_SAYS: Final[dict[str, Says]] = {
    "response": _response,
    "answer": _answer,
    "settlement": _settlement,
    "outcome": _outcome,
    "promise": _promise,
    "skip": _skip,
    "completion": _completion,
    "apology": _apology,
    "amends": _amends,
    "observance": _observance,
    "aside": _aside,
    "turn": _turn,
    "understanding": _understanding,
    "map": _map,
    "repair": _repair,
    "wave": _wave,
    "correction": _correction,
}


def _mine(entry: Entry, act: Act, kind: type[A]) -> Iterator[A]:
    """What the visitor has said about an act in a kind."""
    for placed in entry.placed.values():
        if isinstance(placed.act, kind) and placed.act.author == entry.me and act.id in named_by(placed.act):
            yield placed.act


def _other_side(breach: Breach) -> tuple[str, ...]:
    return breach.affected if breach.author == breach.by else (breach.by,)


def _can_change(entry: Entry, act: Act) -> bool:
    """Whether it is the visitor's own promise, and not due yet."""
    state = entry.promise(act.id)
    return act.author == entry.me and state is not None and state.next is not None


def _is_hurt_by(entry: Entry, act: Act) -> bool:
    return isinstance(act, Breach) and entry.me in act.affected


def _is_my_repair(entry: Entry, act: Act) -> bool:
    return isinstance(act, Repair) and entry.me in (act.author, *act.affected)
