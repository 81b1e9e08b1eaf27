"""The ten minutes of the week: open promises first, one thank-you, one thing to look forward to.

It is a page, not a record: what is written on it are acts like any other, and nobody can tell
whether someone came.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from amends.acts.looking_forward import LookingForward
from amends.acts.moment import Moment
from amends.acts.session import Session
from amends.readings.compose import Wants
from amends.web.forms.looking_forward import WeekForm
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, show_or_record
from amends.web.pages.waiting import asks

WEEK: Final = timedelta(days=7)
OFFERED_AFTER: Final = timedelta(days=6)
"""How long after someone last came the page is offered again on *today* [choice]."""
UNSAID: Final = "not-said-yet"
"""The practice of a few minutes a week: what one has not said."""
MOST_OPEN: Final = 5
"""Promises named at once [choice]."""


def weekly(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What is open between the people here, and room for two lines."""
    entry = enter(request, bond)
    form = WeekForm(entry, request.POST if request.method == "POST" else None)
    here = reverse("check-in", kwargs={"bond": bond})
    page = FormPage(
        title=_("The ten minutes of the week"),
        back=reverse("today", kwargs={"bond": bond}),
        onward=lambda _act: here,
        template="web/weekly.html",
        more={
            "waiting": asks(entry, Wants.OUTCOME, "check-in"),
            "open": _open(entry),
            "lately": _lately(entry),
            "here": "today",
        },
    )
    return show_or_record(entry, form, page)


def is_offered(entry: Entry) -> bool:
    """Whether *today* names the page: only to someone who used it before, and not again within days."""
    if not entry.may_suggest_work:
        return False
    mine = [act.occurred.utc for act in entry.standing(LookingForward) if act.author == entry.me]
    return bool(mine) and entry.now - mine[-1] > OFFERED_AFTER


def asks_what_is_unsaid(entry: Entry) -> bool:
    """Whether *today* names *what I have not said yet*: only to someone who walked it before, once a week."""
    if not entry.may_suggest_work:
        return False
    mine = [act for act in entry.standing(Session) if act.author == entry.me and act.practice == UNSAID]
    return bool(mine) and entry.now - mine[-1].occurred.utc > OFFERED_AFTER


def _open(entry: Entry) -> list[dict[str, Any]]:
    """The promises that stand, by what is due next."""
    standing = takewhile(attrgetter("open"), entry.readings.promises)
    ahead = [one for one in standing if one.next is not None and entry.me in (one.by, *one.to)]
    return [
        {"row": row(entry, entry.act(one.promise)), "next": one.next.day}
        for one in ahead[:MOST_OPEN]
        if one.next is not None
    ]


def _lately(entry: Entry) -> list[Row]:
    """What was thanked for and looked forward to within the week, by whoever wrote it."""
    return [
        row(entry, placed)
        for placed in reversed(list(entry.placed.values()))
        if isinstance(placed.act, Moment | LookingForward) and entry.now - placed.act.occurred.utc < WEEK
    ]
