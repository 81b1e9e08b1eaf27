"""Something to enjoy together: ideas that fit, one by chance, and what is laid aside for oneself."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import choice
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from amends.acts.looking_forward import LookingForward
from amends.bonds.adjust import bring_back, lay_aside
from amends.practices.joy import Idea, Wish, find
from amends.readings import wording
from amends.readings.read import lean
from amends.web.forms.joy import COSTS, NOVELTY, TIMES, WishForm, places
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.glad import ideas_of
from amends.web.pages.recording import SeeOther
from amends.web.words import joy as words_of_joy

AT_ONCE: Final = 8
"""Ideas on one page: more is a list to work through."""
AHEAD: Final = 5
"""Things looked forward to that are named at once [choice]."""


@dataclass(frozen=True)
class IdeaView:
    """An idea as the page shows it: what to do, and how long, how dear, where and how new in words."""

    id: str
    says: str
    facts: list[Any]


def joy(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The ideas that fit; or, on request, one of them by chance, every time a fresh one."""
    entry = enter(request, bond)
    if request.method == "POST":
        return _lay(entry)
    form = WishForm(entry, request.GET)
    known, wish = ideas_of(entry), form.wish()
    found = find(known, wish, frozenset(entry.seat.ideas_aside))
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    drawn = _drawn(found, request.GET.get("not", "")) if "surprise" in request.GET else None
    aside = [one for one in known if one.id in entry.seat.ideas_aside]
    context = {
        "words": words_of_joy(entry.setting),
        "form": form,
        "drawn": idea_view(entry, drawn, wish) if drawn else None,
        "ideas": [idea_view(entry, one, wish) for one in page.object_list],
        "page": page,
        "is_drawn": "surprise" in request.GET,
        "query": _query(request),
        "aside": aside,
        "ahead": _ahead(entry),
        "weeks": [
            (one.week, wording.lean_said(one.lean, translation)) for one in lean(entry.seat, entry.now)
        ],
        "here": "bond",
    }
    return entry.render("joy/joy.html", context)


def idea_view(entry: Entry, idea: Idea, wish: Wish) -> IdeaView:
    """An idea in words; of the places where it can be done, first the one that was looked for."""
    called = places(entry.setting)
    where = [called[one] for one in sorted(idea.place, key=lambda one: one is not wish.place)]
    facts = [TIMES[idea.time], COSTS[idea.money], *where[:2], NOVELTY[idea.novelty]]
    return IdeaView(idea.id, idea.says, facts)


def _drawn(found: list[Idea], but: str) -> Idea | None:
    """One by chance, each as likely as the next; another than the last, where there is one."""
    others = [one for one in found if one.id != but]
    return choice(others or found) if found else None


def _lay(entry: Entry) -> HttpResponse:
    """Lay an idea aside, or bring it back; then the same page again, without the draw."""
    known = {one.id for one in ideas_of(entry)}
    for field, do in (("aside", lay_aside), ("back", bring_back)):
        idea = entry.request.POST.get(field, "")
        if idea in known:
            do(entry.seat, idea)
    address = reverse("joy", kwargs={"bond": entry.seat.bond_id})
    query = _query(entry.request)
    return SeeOther(f"{address}?{query}" if query else address)


def _query(request: HttpRequest) -> str:
    """What is looked for, as the address says it."""
    kept = request.GET.copy()
    for name in ("page", "surprise", "not"):
        kept.pop(name, None)
    return kept.urlencode()


def _ahead(entry: Entry) -> list[Row]:
    """What someone here looks forward to on a day that has not passed, the nearest first."""
    today = entry.now.date()
    coming = [act for act in entry.standing(LookingForward) if act.day is not None and act.day >= today]
    coming.sort(key=lambda act: act.day or today)
    return [row(entry, entry.act(act.id)) for act in coming[:AHEAD]]
