"""Today: one true sentence, four ways in, what is due, what waits, one suggestion, one good thing."""

from __future__ import annotations

from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.http import HttpRequest, HttpResponse
from django.utils.formats import time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amends.acts.membership import Joining
from amends.acts.promise import Promise
from amends.engine.results import Occurrence, Pace, Standing
from amends.web.pages import checking
from amends.web.pages.acts import row
from amends.web.pages.boundaries import quiet_said
from amends.web.pages.daily import daily_line
from amends.web.pages.entry import Entry, enter
from amends.web.pages.glad import glad
from amends.web.pages.rounds import Shown
from amends.web.pages.rounds import going as rounds_going
from amends.web.pages.sessions import Walked, sessions
from amends.web.pages.steps import next_step
from amends.web.pages.waiting import asks
from amends.web.pages.weekly import UNSAID, asks_what_is_unsaid, is_offered
from amends.web.words import ways_in

MOST_GOING = 2
"""Practices that are shown at once of those in which something is asked of the visitor."""


def today(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The home of a bond."""
    entry = enter(request, bond)
    plans_joy = any(act.author == entry.me for act in entry.joys_today)
    waiting = [] if plans_joy else asks(entry)
    due = _due_today(entry)
    good = entry.readings.last_good
    context = {
        "quiet": quiet_said(entry) or (plans_joy and _for_joy()) or _quiet(len(due), len(waiting)),
        "ways": ways_in(entry.setting),
        "joys": [row(entry, entry.act(act.id)) for act in entry.joys_today],
        "glad": glad(entry),
        "due": due,
        "waiting": waiting,
        "suggestion": _suggestion(entry),
        "going": _going(entry),
        "asked": _asked(entry),
        "daily": daily_line(entry),
        "is_week": is_offered(entry),
        "is_check": checking.is_offered(entry),
        "unsaid": UNSAID if asks_what_is_unsaid(entry) else "",
        "good": row(entry, entry.act(good)) if good else None,
        "is_new": all(isinstance(placed.act, Joining) for placed in entry.placed.values()),
        "here": "today",
    }
    return entry.render("web/today.html", context)


def _going(entry: Entry) -> list[Walked]:
    """Practices in which something is asked of the visitor; nothing in their own hours.

    On a day to look forward to only what was begun on that day: the two may sit over it just now.
    """
    if entry.quiet_until is not None:
        return []
    mine = (one for one in sessions(entry) if one.is_mine_to_go_on)
    return list(islice((one for one in mine if not entry.joys_today or _is_of_today(entry, one)), MOST_GOING))


def _is_of_today(entry: Entry, one: Walked) -> bool:
    return one.act.occurred.utc.astimezone(entry.now.tzinfo).date() == entry.now.date()


def _asked(entry: Entry) -> list[Shown]:
    """Rounds in which the visitor is asked, answered or not: nobody can tell, this page included."""
    return rounds_going(entry) if entry.may_suggest_work else []


def _for_joy() -> str:
    """The sentence of a day on which the visitor looks forward to something: nothing else is asked."""
    return _("There is something to look forward to today. The rest can wait.")


def _quiet(due: int, waiting: int) -> str:
    """One sentence that is true now."""
    promises = ngettext("One promise today.", "%(count)s promises today.", due)
    promises %= {"count": capfirst(str(apnumber(due)))}
    waits = ngettext(
        "One thing waits for you, without hurry.", "Some things wait for you, without hurry.", waiting
    )
    match bool(due), bool(waiting):
        case True, True:
            return f"{promises} {waits}"
        case True, False:
            return f"{promises} " + _("Nothing waits for you.")
        case False, True:
            return waits
        case _:
            return _("Nothing is due, and nothing waits for you.")


def _due_today(entry: Entry) -> list[dict[str, Any]]:
    """What falls due today and was not judged; what waits for a word is said there."""
    asked = {(one.act, one.occurrence.day) for one in entry.readings.waiting if one.occurrence}
    return [
        _due(entry, one)
        for one in entry.readings.due_today
        if one.standing is not Standing.JUDGED and (one.promise, one.day) not in asked
    ]


def _due(entry: Entry, occurrence: Occurrence) -> dict[str, Any]:
    placed = entry.act(occurrence.promise)
    clock = placed.act.due.first.clock if isinstance(placed.act, Promise) else None
    by = _("by %(time)s") % {"time": time_format(clock, "H:i")} if clock else ""
    return {"row": row(entry, placed), "by": by}


def _suggestion(entry: Entry) -> dict[str, Any] | None:
    """One step of the repair that goes on; it is offered, never asked for."""
    going = [repair for repair in entry.readings.repairs if repair.pace is Pace.GOING]
    rests = entry.quiet_until is not None or entry.joys_today
    if not going or rests or entry.me not in going[0].between:
        return None
    return {"repair": entry.act(going[0].repair).act, "step": next_step(entry, going[0])}
