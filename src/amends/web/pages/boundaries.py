"""Boundaries, one's own and those that were put to one, and hours of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.formats import time_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from amends.acts.answer import Answer, Reply
from amends.acts.base import Act
from amends.acts.boundary import Boundary, Observance, Respect
from amends.acts.correction import Correction
from amends.acts.hours import Hours, Sort
from amends.acts.scope import Placed, Scope
from amends.web.forms.choices import REPLIES
from amends.web.forms.hours import WEEKDAYS
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.open_book import is_due


@dataclass(frozen=True)
class Line:
    """A boundary as the page shows it.

    Attributes:
        row: as lists show it.
        act: the boundary.
        answers: who answered what; *not now* is no answer.
        last: how it fared when its author last said so.
        is_due: whether the day to look again has come.
        can_answer: whether the visitor may still answer.
    """

    row: Row
    act: Boundary
    answers: list[str]
    last: str
    is_due: bool
    can_answer: bool


def boundaries(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What each has said about themselves."""
    entry = enter(request, bond)
    lines = [_line(entry, placed) for placed in _standing(entry, Boundary)]
    context = {
        "mine": [line for line in lines if line.act.author == entry.me],
        "theirs": [line for line in lines if line.act.author != entry.me],
        "hours": [_hours(entry, placed) for placed in _standing(entry, Hours)],
        "here": "bond",
    }
    return entry.render("web/boundaries.html", context)


def when(hours: Hours) -> str:
    """Hours in words."""
    days = [str(WEEKDAYS[day.value]) for day in hours.weekdays]
    on = get_text_list(days, _("and")) if days else _("every day")
    return _("%(begins)s to %(ends)s, %(days)s") % {"begins": hours.begins, "ends": hours.ends, "days": on}


def quiet_said(entry: Entry) -> str:
    """That the visitor's own hours hold now; nothing where they don't."""
    until = entry.quiet_until
    return (
        ""
        if until is None
        else _("Your own hours, until %(time)s. Nothing is asked of you.")
        % {"time": time_format(until, "H:i")}
    )


def _hours(entry: Entry, placed: Placed) -> dict[str, Any]:
    act = placed.act
    is_work = isinstance(act, Hours) and act.sort is Sort.WORK
    return {
        "row": row(entry, placed),
        "when": when(act) if isinstance(act, Hours) else "",
        "sort": _("work") if is_work else _("private"),
    }


def _standing(entry: Entry, kind: type[Act]) -> Iterable[Placed]:
    """Those of a kind to which their author still holds, the latest first; of others what they shared."""
    withdrawn = {
        (placed.act.of, placed.act.author)
        for placed in entry.placed.values()
        if isinstance(placed.act, Correction) and placed.act.withdrawn
    }
    for placed in reversed(list(entry.placed.values())):
        act = placed.act
        is_for_me = act.author == entry.me or placed.scope is not Scope.OWN
        if isinstance(act, kind) and is_for_me and (act.id, act.author) not in withdrawn:
            yield placed


def _line(entry: Entry, placed: Placed) -> Line:
    act = placed.act
    assert isinstance(act, Boundary)  # noqa: S101 - chosen by `_standing`
    said = [one.act for one in entry.placed.values()]
    answers = {one.author: one for one in said if isinstance(one, Answer) and one.of == act.id}
    shown = [one for one in answers.values() if one.reply is not Reply.NOT_NOW]
    fared = [one for one in said if isinstance(one, Observance) and one.boundary == act.id]
    return Line(
        row=row(entry, placed),
        act=act,
        answers=[_("%(name)s: %(reply)s") % _answer(entry, one) for one in shown],
        last=_fared(fared[-1]) if fared else "",
        is_due=is_due(entry, act, act.review),
        can_answer=entry.me in act.affected and entry.me not in {one.author for one in shown},
    )


def _answer(entry: Entry, answer: Answer) -> dict[str, str]:
    name = _("You") if answer.author == entry.me else entry.name(answer.author)
    return {"name": name, "reply": str(REPLIES[answer.reply.value])}


def _fared(one: Observance) -> str:
    """Nothing where it was not kept to: that is no word for a list that someone may see in passing."""
    return _("last kept to") if one.respect is Respect.HONOURED else ""
