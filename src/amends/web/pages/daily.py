"""One line a day, asked for where someone wishes so: once, and never again that day."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from amends.acts.base import Act
from amends.acts.journal import Journal
from amends.acts.reaffirmation import Reaffirmation
from amends.people.models import Daily
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther

ASKED: Final = "asked for a line"
"""Where a browser's session keeps in which bonds its user was asked today."""
_KINDS: Final[dict[str, type[Act]]] = {Daily.DAY: Journal, Daily.LINE: Reaffirmation}


def daily_line(entry: Entry) -> str:
    """What the visitor is asked for today; empty where nothing, or where it was asked or written already."""
    wish, today = entry.seat.asks_daily, entry.now.date()
    if not wish or not entry.may_suggest:
        return ""
    if entry.request.session.get(ASKED, {}).get(str(entry.seat.id)) == today.isoformat():
        return ""
    written = entry.standing(_KINDS[wish])
    return "" if any(act.author == entry.me and act.occurred.day == today for act in written) else wish


@require_POST
def daily(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Going to write the line, or not today. Only this browser knows which."""
    entry = enter(request, bond)
    today = entry.now.date().isoformat()
    kept = {seat: day for seat, day in request.session.get(ASKED, {}).items() if day == today}
    request.session[ASKED] = kept | {str(entry.seat.id): today}
    where = {"bond": bond}
    if "write" not in request.POST:
        return SeeOther(reverse("today", kwargs=where))
    if entry.seat.asks_daily == Daily.DAY:
        return SeeOther(reverse("vault"))
    return SeeOther(reverse("adding-kind", kwargs=where | {"kind": "reaffirmation"}))
