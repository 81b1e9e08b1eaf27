"""Arriving late: a letter, one good moment, and what hurt only when one is ready."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from amends.acts.letter import Letter
from amends.bonds.join import be_ready
from amends.people.models import Arrival
from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther


def arriving(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The first page of someone who joins; sending it says that they are ready for what hurt."""
    entry = enter(request, bond)
    if request.method == "POST":
        be_ready(entry.seat)
        return SeeOther(reverse("today", kwargs={"bond": bond}))
    good = entry.readings.last_good
    context = {
        "host_name": settings.AMENDS_HOST_NAME,
        "letter": _latest_letter(entry),
        "good": row(entry, entry.act(good)) if good else None,
        "can_be_ready": entry.seat.arrival == Arrival.NEW,
    }
    return entry.render("web/arriving.html", context)


def _latest_letter(entry: Entry) -> dict[str, str] | None:
    letters = [
        one.act for one in entry.placed.values() if isinstance(one.act, Letter) and one.act.author != entry.me
    ]
    return {"by": entry.name(letters[-1].author), "words": letters[-1].words} if letters else None
