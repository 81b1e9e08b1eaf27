"""One act: its words, who sees it, both views of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amends.acts.base import Act
from amends.acts.breach import Breach
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure
from amends.acts.kinds import PRIVATE
from amends.acts.membership import Joining, Leaving
from amends.acts.outcome import Outcome
from amends.acts.references import named_by
from amends.acts.response import Response
from amends.acts.scope import Placed, Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.settlement import Settlement
from amends.bonds import erase as erasing
from amends.bonds import share
from amends.bonds.errors import Refused
from amends.bonds.grants import granting
from amends.bonds.sharing import is_kept, people_of
from amends.ledger.erase import was_withdrawn
from amends.people.models import Member
from amends.web.forms.act import the_host, the_others
from amends.web.pages.days import days_of
from amends.web.pages.entry import Entry, enter
from amends.web.pages.facts import facts_of
from amends.web.pages.offers import offers
from amends.web.pages.recording import SeeOther


@dataclass(frozen=True)
class Row:
    """An act in a list of acts."""

    act: Act
    said: str
    address: str
    day: date
    clock: time | None
    scope: str
    arrives: datetime | None

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self.day.replace(day=1)


@dataclass(frozen=True)
class Account:
    """How one person tells it."""

    name: str
    sentence: str
    words: str


def act(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """One act and what belongs to it."""
    entry = enter(request, bond)
    return entry.render("web/act.html", _context(entry, entry.act(act)))


@require_POST
def sharing(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Sharing one's own act: in ten minutes, or at once; with everyone, or with one of several."""
    entry = enter(request, bond)
    at_once = request.POST.get("when") == "now"
    other = next((one for one in entry.others if str(one.id) == request.POST.get("with")), None)
    if other is None and request.POST.get("with"):
        raise Http404
    return _try(entry, act, lambda: share.share(entry.seat, act, entry.now, at_once=at_once, other=other))


@require_POST
def sharing_withdrawal(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Taking back what is still on its way."""
    entry = enter(request, bond)
    return _try(entry, act, lambda: share.take_back(entry.seat, act, entry.now))


def erasure(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Erasing one's own act, after one question."""
    entry = enter(request, bond)
    placed = entry.act(act)
    if not _can_erase(entry, placed):
        raise Http404
    if request.method != "POST":
        return entry.render("web/erasure.html", {"row": row(entry, placed)})
    erasing.erase(entry.seat, act)
    messages.info(request, _("Erased. What others have copied is out of reach."))
    return SeeOther(reverse("today", kwargs={"bond": bond}))


def row(entry: Entry, placed: Placed) -> Row:
    """An act as lists show it."""
    act = placed.act
    return Row(
        act=act,
        said=entry.headline(act),
        address=reverse("act", kwargs={"bond": entry.seat.bond_id, "act": act.id}),
        day=act.occurred.day,
        clock=None,
        scope=placed.scope.value if placed.scope is not Scope.SHARED else "",
        arrives=entry.pending.get(act.id),
    )


def _try(entry: Entry, act: UUID, do: Callable[[], object]) -> HttpResponse:
    entry.act(act)
    try:
        do()
    except Refused as refused:
        messages.info(entry.request, refused.reason)
    return SeeOther(reverse("act", kwargs={"bond": entry.seat.bond_id, "act": act}))


def _context(entry: Entry, placed: Placed) -> dict[str, Any]:
    act = placed.act
    naming = [other for other in entry.placed.values() if act.id in named_by(other.act)]
    named = [entry.placed[one] for one in named_by(act) if one in entry.placed]
    return {
        "act": act,
        "said": entry.sentence(act),
        "author": "" if act.author == entry.me else entry.name(act.author),
        "readers": _readers(entry, placed),
        "outside": _outside(entry, placed),
        "is_on_its_way": act.id in entry.pending,
        "facts": facts_of(entry, act),
        "accounts": _accounts(entry, act, naming),
        "corrections": [one.act for one in naming if isinstance(one.act, Correction)],
        "days": days_of(entry, act),
        "offers": offers(entry, act),
        "repair": entry.repair(act.id),
        "belongs": [row(entry, one) for one in naming if not isinstance(one.act, _SHOWN_ELSEWHERE)],
        "named": [row(entry, one) for one in named],
        "can_share": _can_share(entry, placed),
        "with_one": _with_one(entry, placed),
        "can_close": _can_close(entry, placed),
        "can_erase": _can_erase(entry, placed),
    }


_SHOWN_ELSEWHERE = (Correction, Outcome, Response, Settlement)


def _accounts(entry: Entry, act: Act, naming: list[Placed]) -> list[Account]:
    """Where something hurt: how each of the two tells it, in the words each used last."""
    if not isinstance(act, Breach):
        return []
    views = {one.act.author: one.act for one in naming if isinstance(one.act, Response)}
    told = [Account(_called(entry, act.author), "", act.words)]
    return told + [Account(_called(entry, by), entry.sentence(one), one.words) for by, one in views.items()]


def _called(entry: Entry, person: Any) -> str:
    return _("You") if person == entry.me else entry.name(person)


def _readers(entry: Entry, placed: Placed) -> str:
    """Who can read it."""
    at = entry.pending.get(placed.act.id)
    if at is not None:
        when = time_format(at.astimezone(entry.now.tzinfo), "H:i")
        return _("On its way: shared at %(time)s. Until then you can take it back.") % {"time": when}
    match placed.scope:
        case Scope.OWN if placed.act.author != entry.me:
            return _(
                "From a file that you brought here. Only you see it in the app; %(host)s could read it."
            ) % {"host": the_host()}
        case Scope.OWN:
            return _("Kept to yourself. Hidden from %(names)s in the app; %(host)s could read it.") % {
                "names": the_others(entry),
                "host": the_host(),
            }
        case Scope.PAIR:
            with_whom = [entry.name(person) for person in people_of(placed.act) if person != entry.me]
            return _("You and %(name)s can read it.") % {
                "name": with_whom[0] if with_whom else _("one other")
            }
        case Scope.SHARED if len(entry.others) == 1:
            return _("You and %(name)s can read it.") % {"name": entry.others[0].name}
        case Scope.SHARED:
            return _("Everyone here can read it.")


def _outside(entry: Entry, placed: Placed) -> list[str]:
    """Who from outside can read what one keeps to oneself, and until when."""
    if placed.scope is not Scope.OWN or placed.act.author != entry.me:
        return []
    said = _("%(name)s, from outside, can read it until %(day)s.")
    return [
        said
        % {"name": one.facilitator.name, "day": date_format(one.ends_at.astimezone(entry.now.tzinfo), "j F")}
        for one in granting(entry.seat, placed.act.id, entry.now)
    ]


def _can_share(entry: Entry, placed: Placed) -> bool:
    act = placed.act
    is_kept_here = act.author == entry.me and placed.scope is Scope.OWN and act.id not in entry.pending
    if not is_kept_here or act.KIND in PRIVATE or is_kept(act):
        return False
    if isinstance(act, Seal | Reveal):
        return False
    return not (isinstance(act, Disclosure) and was_withdrawn(entry.seat, act.id))


def _can_close(entry: Entry, placed: Placed) -> bool:
    """Whether it is the visitor's own entry of the open book, and open."""
    is_mine = isinstance(placed.act, Disclosure) and placed.act.author == entry.me
    return is_mine and (placed.scope is not Scope.OWN or placed.act.id in entry.pending)


def _with_one(entry: Entry, placed: Placed) -> list[Member]:
    """Those of several others with whom alone it could be shared."""
    if not _can_share(entry, placed) or len(entry.others) == 1:
        return []
    named = people_of(placed.act) - {entry.me}
    return [member for member in entry.others if named <= {str(member.id)}]


def _can_erase(entry: Entry, placed: Placed) -> bool:
    is_mine = erasing.is_mine_to_erase(entry.seat, placed)
    return is_mine and not isinstance(placed.act, Joining | Leaving)
