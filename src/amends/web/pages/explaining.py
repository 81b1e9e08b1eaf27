"""What a reading means, what it rests on, and when not to trust it."""

from __future__ import annotations

from itertools import islice
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from amends.acts.moment import Moment
from amends.engine.results import Push
from amends.readings import wording
from amends.readings.read import hindsight, lean
from amends.web.pages.acts import row
from amends.web.pages.bond import reason
from amends.web.pages.entry import Entry, enter

READINGS = ("trust", "promises", "weight", "balance", "week", "follow-through", "work-and-joy")
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
        **(_hindsight(entry) if reading == "promises" else {}),
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
        "balance": _good_and_hard(entry),
        "week": list(found.setback.evidence),
        "work-and-joy": [push for week in lean(entry.seat, entry.now) for push in week.evidence],
        "follow-through": [
            push for repair in found.repairs for follow in repair.follow_through for push in follow.evidence
        ],
    }[reading]


def _good_and_hard(entry: Entry) -> list[Push]:
    """The latest good moments and what hurt the viewer, the latest first."""
    hard = {push.act for push in entry.readings.erosion.evidence}
    latest = (entry.placed[act].act for act in reversed(entry.placed))
    counted = (act for act in latest if act.id in hard or isinstance(act, Moment))
    return [Push(act.id, float(isinstance(act, Moment))) for act in islice(counted, MOST)]


def _hindsight(entry: Entry) -> dict[str, Any]:
    """How near earlier forecasts came, for who promised alone."""
    found = hindsight(entry.seat, entry.now)
    latest = () if found.too_little else found.evidence[:MOST]
    return {
        "hindsight_said": wording.hindsight_sentence(found, translation),
        "forecasts": [(row(entry, entry.act(push.act)), round(100 * push.amount)) for push in latest],
    }
