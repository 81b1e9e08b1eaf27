"""One act: its words, who sees it, both views of it, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amends.acts.amends import Amends
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.base import Act
from amends.acts.boundary import Boundary
from amends.acts.breach import Breach
from amends.acts.correction import Correction
from amends.acts.kinds import PRIVATE
from amends.acts.membership import Joining, Leaving
from amends.acts.promise import Promise
from amends.acts.references import named_by
from amends.acts.repair import Repair
from amends.acts.request import Request
from amends.acts.response import Response
from amends.acts.scope import Placed, Scope
from amends.bonds import erase as erasing
from amends.bonds import share
from amends.bonds.errors import Refused
from amends.engine.results import Standing
from amends.web.pages.entry import Entry, enter
from amends.web.pages.facts import facts_of


@dataclass(frozen=True)
class Row:
    """An act in a list of acts."""

    act: Act
    said: str
    scope: Scope


def act(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """One act and what belongs to it."""
    entry = enter(request, bond)
    placed = entry.act(act)
    return entry.render("web/act.html", _context(entry, placed))


@require_POST
def sharing(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Sharing one's own act: in ten minutes, or at once."""
    entry = enter(request, bond)
    at_once = request.POST.get("when") == "now"
    return _try(entry, act, lambda: share.share(entry.seat, act, entry.now, at_once=at_once))


@require_POST
def sharing_withdrawal(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Taking back what is still on its way."""
    entry = enter(request, bond)
    return _try(entry, act, lambda: share.take_back(entry.seat, act, entry.now))


def erasure(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Erasing one's own act, after one question."""
    entry = enter(request, bond)
    placed = entry.act(act)
    if placed.act.author != entry.me:
        raise Http404
    if request.method != "POST":
        return entry.render("web/erasure.html", {"row": row(entry, placed)})
    erasing.erase(entry.seat, act)
    messages.info(request, _("Erased. What others have copied is out of reach."))
    return redirect("today", bond=bond)


def row(entry: Entry, placed: Placed) -> Row:
    """An act as lists show it."""
    return Row(placed.act, entry.headline(placed.act), placed.scope)


def _try(entry: Entry, act: UUID, do: Any) -> HttpResponse:
    entry.act(act)
    try:
        do()
    except Refused as refused:
        messages.info(entry.request, refused.reason)
    return redirect("act", bond=entry.seat.bond_id, act=act)


def _context(entry: Entry, placed: Placed) -> dict[str, Any]:
    act = placed.act
    naming = [other for other in entry.placed.values() if act.id in named_by(other.act)]
    views = [other.act for other in naming if isinstance(other.act, Response)]
    corrections = [other.act for other in naming if isinstance(other.act, Correction)]
    rest = [other for other in naming if not isinstance(other.act, (Response, Correction))]
    named = [entry.placed[one] for one in named_by(act) if one in entry.placed]
    return {
        "act": act,
        "said": entry.sentence(act),
        "author": entry.name(act.author),
        "is_mine": act.author == entry.me,
        "scope": placed.scope.value,
        "arrives": entry.pending.get(act.id),
        "facts": facts_of(entry, act),
        "views": [(entry.name(view.author), entry.sentence(view), view) for view in views],
        "corrections": corrections,
        "belongs": [row(entry, other) for other in rest],
        "named": [row(entry, other) for other in named],
        "can": _can(entry, placed),
        "may_share": act.KIND not in PRIVATE,
        "can_erase": act.author == entry.me and not isinstance(act, (Joining, Leaving)),
        "here": "",
    }


def _can(entry: Entry, placed: Placed) -> list[tuple[str, Any]]:
    """What the visitor can say about it: the word in the address, and what the link says."""
    act, me = placed.act, entry.me
    at_work = entry.setting == "team"
    offers: list[tuple[str, Any, bool]] = [
        ("response", _("Say how you see it"), isinstance(act, Breach) and _is_other_side(act, me)),
        ("answer", _("Answer"), isinstance(act, (Apology, Request, Boundary)) and me in act.affected),
        ("promise", _("Make it a promise"), isinstance(act, Request) and me in act.affected),
        ("outcome", _("Say how it went"), isinstance(act, Promise) and me in (act.by, *act.affected)),
        ("settlement", _("Settle it"), isinstance(act, Promise) and _differs(entry, act)),
        ("apology", _("Apologise"), isinstance(act, Breach) and act.by == me and not at_work),
        ("amends", _("Offer to make it good"), isinstance(act, Apology) and act.author == me),
        ("completion", _("Say whether it was made good"), isinstance(act, Amends) and me in act.affected),
        ("observance", _("Say how it went"), isinstance(act, Boundary) and act.author == me),
        ("understanding", _("What may lie behind it?"), isinstance(act, Breach) and me in act.affected),
        ("understanding", _("What may lie behind it?"), isinstance(act, Repair)),
        ("turn", _("Rest it, end it, or call it mended"), isinstance(act, Repair)),
        ("correction", _("Put it differently"), act.author == me and not _is_fixed(act)),
    ]
    return [(kind, said) for kind, said, fits in offers if fits]


def _is_other_side(breach: Breach, me: str) -> bool:
    return me in breach.affected if breach.author == breach.by else me == breach.by


def _is_fixed(act: Act) -> bool:
    return isinstance(act, (Joining, Leaving, Correction, Answer, Response))


def _differs(entry: Entry, promise: Promise) -> bool:
    states = [one for one in entry.readings.promises if one.promise == promise.id]
    return any(day.standing is Standing.DIFFERING for one in states for day in one.past)
