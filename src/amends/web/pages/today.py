"""Today: one quiet sentence, four ways in, what is due, what waits, one step, one good thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amends.engine.results import Occurrence, Pace, RepairState, Stage
from amends.readings.compose import Waiting, Wants
from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter

MOST_WAITING = 3
"""How much that waits is shown at once: nobody owes anybody an answer."""


@dataclass(frozen=True)
class Ask:
    """Something that waits, and the address where it is answered."""

    act: Any
    said: str
    kind: str
    waiting: Waiting


def today(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The home of a bond."""
    entry = enter(request, bond)
    found = entry.readings
    context = {
        "quiet": _quiet(len(found.due_today), len(found.waiting)),
        "due": [_due(entry, one) for one in found.due_today],
        "waiting": [_ask(entry, one) for one in found.waiting[:MOST_WAITING]],
        "suggestion": _suggestion(entry),
        "good": row(entry, entry.act(found.last_good)) if found.last_good else None,
        "is_new": not any(placed.act.KIND != "joining" for placed in entry.placed.values()),
        "here": "today",
    }
    return entry.render("web/today.html", context)


def _quiet(due: int, waiting: int) -> str:
    """One sentence that is true now."""
    promises = ngettext("%(count)d promise today.", "%(count)d promises today.", due) % {"count": due}
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


def _due(entry: Entry, occurrence: Occurrence) -> dict[str, Any]:
    promise = entry.act(occurrence.promise).act
    clock = getattr(promise, "due").first.clock  # noqa: B009
    return {"act": promise, "said": entry.headline(promise), "clock": clock, "day": occurrence.day}


def _ask(entry: Entry, waiting: Waiting) -> Ask:
    kinds = {
        Wants.RESPONSE: "response",
        Wants.REPLY: "answer",
        Wants.OUTCOME: "outcome",
        Wants.SETTLEMENT: "settlement",
        Wants.COMPLETION: "completion",
    }
    act = entry.act(waiting.act).act
    return Ask(act, entry.headline(act), kinds[waiting.wants], waiting)


def _suggestion(entry: Entry) -> dict[str, Any] | None:
    """One step of the repair that goes on; it is offered, never asked for."""
    going = [repair for repair in entry.readings.repairs if repair.pace is Pace.GOING]
    if not going:
        return None
    repair = going[0]
    return {"repair": entry.act(repair.repair).act, "step": _next_step(entry, repair)}


def _next_step(entry: Entry, repair: RepairState) -> str:
    reached = {stage for stage, _act in repair.reached}
    missing = next((stage for stage in Stage if stage not in reached), Stage.MENDED)
    hurt = entry.me in repair.hurt
    steps = {
        Stage.NOTICED: _("Write down one time when it happened."),
        Stage.NAMED: _("Share one time when it happened, if you want it heard."),
        Stage.HEARD: _("Hear how the other sees it.") if hurt else _("Say how you see it."),
        Stage.UNDERSTOOD: _("Ask what was going on when it happened."),
        Stage.OWNED: _("Ask for what would make it good.") if hurt else _("Say what was yours in it."),
        Stage.KEPT: _("One small promise, kept for a while."),
        Stage.MENDED: _("Look back together at what was kept.")
        if not hurt
        else _("Look back at what was kept. You alone say when it is mended."),
    }
    return steps[missing]
