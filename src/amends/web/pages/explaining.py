"""What a reading means, what it rests on, and when not to trust it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from amends.engine.results import Push
from amends.readings import wording
from amends.web.pages.bond import reason
from amends.web.pages.entry import Entry, enter

READINGS = ("trust", "promises", "weight", "balance", "week")
MOST = 20
"""Acts listed as evidence."""


def explaining(request: HttpRequest, bond: UUID, reading: str) -> HttpResponse:
    """One reading, explained with the acts behind it."""
    entry = enter(request, bond)
    if reading not in READINGS or reading in entry.left_out:
        raise Http404
    reasons = [reason(entry, push) for push in _evidence(entry, reading)[:MOST]]
    setback = entry.readings.setback
    context = {
        "setback": setback,
        "setback_said": wording.setback_sentence(setback, translation),
        "whole_weeks": wording.whole_weeks(setback, translation),
        "reading": reading,
        "reasons": reasons,
        "has_ways": reading == "trust",
        "here": "bond",
    }
    return entry.render("web/explaining.html", context)


def _evidence(entry: Entry, reading: str) -> list[Push]:
    found = entry.readings
    return {
        "trust": [push for trust in found.trust for push in trust.evidence],
        "promises": list(found.reliability[0].evidence) if found.reliability else [],
        "weight": list(found.erosion.evidence),
        "balance": [],
        "week": list(found.setback.evidence),
    }[reading]
