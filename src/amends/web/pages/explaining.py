"""What a reading means, what it rests on, and when not to trust it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter
from amends.web.words import WITHOUT_WEIGHTS

READINGS = ("trust", "promises", "weight", "balance")
MOST = 30
"""Acts listed as evidence."""


def explaining(request: HttpRequest, bond: UUID, reading: str) -> HttpResponse:
    """One reading, explained with the acts behind it."""
    entry = enter(request, bond)
    if reading not in READINGS or (reading == "weight" and entry.setting in WITHOUT_WEIGHTS):
        raise Http404
    acts = [row(entry, entry.act(act)) for act in _evidence(entry, reading)[:MOST]]
    return entry.render("web/explaining.html", {"reading": reading, "evidence": acts, "here": "bond"})


def _evidence(entry: Entry, reading: str) -> list[UUID]:
    found = entry.readings
    pushes = {
        "trust": [push for trust in found.trust for push in trust.evidence],
        "promises": list(found.reliability[0].evidence) if found.reliability else [],
        "weight": list(found.erosion.evidence),
        "balance": [],
    }[reading]
    return [push.act for push in pushes]
