"""Looking back on several days of a repeating promise at once: all kept, or all but some."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from amends.acts.promise import Promise
from amends.bonds.errors import Refused
from amends.bonds.record import record
from amends.engine.results import Standing
from amends.ledger.errors import Erased, SameIdOtherBody
from amends.web.forms.days import DaysForm
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther

OPEN = frozenset({Standing.UNJUDGED, Standing.STATED})
"""Standings in which the one it was promised to has not said anything."""


def lookback(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """How each of the days went that nobody has judged."""
    entry = enter(request, bond)
    promise = entry.act(act).act
    if not isinstance(promise, Promise) or not promise.due.repeats or entry.me not in promise.affected:
        return redirect("act", bond=bond, act=act)  # nothing to look back on but itself
    form = DaysForm(entry, promise, _days(entry, promise), request.POST if request.method == "POST" else None)
    if form.is_valid() and _record(entry, form):
        return SeeOther(reverse("today", kwargs={"bond": bond}))
    said = entry.headline(promise)
    return entry.render("web/lookback.html", {"form": form, "promise": promise, "said": said})


def _days(entry: Entry, promise: Promise) -> list[date]:
    """The days that are open; on sending, those that were when the page was shown."""
    state = entry.promise(promise.id)
    open_days = [one.day for one in state.past if one.standing in OPEN] if state else []
    sent = [day for day in promise.due.dates(entry.now.date()) if day.isoformat() in entry.request.POST]
    return sent or open_days


def _record(entry: Entry, form: DaysForm) -> bool:
    """Whether all that was said is kept; what can't be is said at its day."""
    scope = entry.act(form.promise.id).scope
    other = next((member for member in entry.others if str(member.id) == form.promise.by), None)
    for outcome in form.outcomes():
        try:
            record(entry.seat, outcome, scope, entry.now, other=other)
        except Refused as refused:
            form.add_error(str(outcome.occurrence), refused.reason)
        except (SameIdOtherBody, Erased):
            form.add_error(str(outcome.occurrence), _("Something else was said of this day before."))
    if form.errors:
        return False
    messages.info(entry.request, _("Kept."))
    return True
