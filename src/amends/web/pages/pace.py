"""When trust might reach a level, if weeks like the last went on; for the one who trusts alone."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from amends.bonds.adjust import look_towards
from amends.readings.read import pace as pace_of
from amends.web.forms.pace import LEVELS, PaceForm
from amends.web.pages.bond import pace_sentence, reason
from amends.web.pages.entry import enter

MOST = 12
"""Acts listed as evidence."""


def pace(request: HttpRequest, bond: UUID, member: UUID) -> HttpResponse:
    """Choose a level; read when trust in one other might get there, and what it hangs on."""
    entry = enter(request, bond)
    trust = next((one for one in entry.readings.trust if one.of == str(member)), None)
    if trust is None or "check-in" in entry.left_out:
        raise Http404
    chosen = entry.seat.looks_towards
    form = PaceForm(request.POST or None, initial={"level": chosen or 70, "stays": chosen is not None})
    if form.is_valid():
        chosen = form.cleaned_data["level"]
        look_towards(entry.seat, chosen if form.cleaned_data["stays"] else None)
    context = {"form": form, "name": entry.name(trust.of), "here": "bond"}
    if chosen is not None:
        found = pace_of(entry.seat, trust.of, chosen / 100, entry.now)
        context |= {
            "pace": found,
            "said": pace_sentence(found),
            "level": LEVELS.get(chosen, chosen),
            "chances": [(weeks, round(10 * chance)) for weeks, chance in found.chances],
            "needed": None if found.kept_needed is None else round(10 * found.kept_needed),
            "reasons": [reason(entry, push) for push in found.evidence[:MOST]],
        }
    return entry.render("web/pace.html", context)
