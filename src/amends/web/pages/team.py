"""The team: to whom one can turn, what is asked, what was decided, who did what, what went well."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from amends.acts.base import Act
from amends.acts.closing import Closing
from amends.acts.disclosure import Disclosure, Shelf
from amends.acts.moment import Moment
from amends.acts.recognition import Recognition
from amends.acts.scope import Scope
from amends.people.models import Role, Setting
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.open_book import due_for_review
from amends.web.pages.practices import offered
from amends.web.pages.rounds import going

LATEST: Final = 5
"""Of each that are shown; the rest is in the timeline and the open book."""


def team(request: HttpRequest, bond: UUID) -> HttpResponse:
    """One page for what belongs to all; nothing on it counts, ranks or compares people."""
    entry = enter(request, bond)
    if entry.setting != Setting.TEAM:
        raise Http404
    context = {
        "turn_to": [one for one in entry.others if one.role == Role.OMBUDS],
        "asked": going(entry),
        "due": due_for_review(entry),
        "decisions": _latest(entry, _decisions(entry)),
        "recognised": _latest(entry, entry.standing(Recognition)),
        "wins": _latest(entry, _wins(entry)),
        "practices": [one for one in offered(entry) if one.settings == (Setting.TEAM,)],
        "here": "bond",
    }
    return entry.render("web/team.html", context)


def _latest(entry: Entry, acts: Iterable[Act]) -> list[dict[str, Any]]:
    """The latest of some acts that all can read or soon will, the latest first."""
    open_to_all = (act for act in reversed(list(acts)) if _is_open_to_all(entry, act))
    return [
        {"act": act, "row": _row(entry, act), "by": entry.name(act.by), "from": entry.name(act.author)}
        for act in islice(open_to_all, LATEST)
    ]


def _row(entry: Entry, act: Act) -> Row:
    return row(entry, entry.act(act.id))


def _is_open_to_all(entry: Entry, act: Act) -> bool:
    return entry.act(act.id).scope is Scope.SHARED or act.id in entry.pending


def _decisions(entry: Entry) -> Iterable[Disclosure]:
    """What was decided and lies open."""
    closed = {one.of for one in entry.standing(Closing)}
    today = entry.now.date()
    for act in entry.standing(Disclosure):
        is_over = act.id in closed or (act.expires is not None and act.expires < today)
        if act.shelf is Shelf.DECISION and not is_over:
            yield act


def _wins(entry: Entry) -> Iterable[Moment]:
    """Something good of which nobody is named as the giver: it was everyone's."""
    return (act for act in entry.standing(Moment) if act.by == act.author and not act.affected)
