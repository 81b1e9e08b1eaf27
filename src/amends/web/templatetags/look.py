"""Components that need a little work before they are drawn. docs/look.md shows them."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amends.engine.results import Pace, RepairState, Stage

register = template.Library()

STAGES: Final = {
    Stage.NOTICED: _("noticed"),
    Stage.NAMED: _("named"),
    Stage.HEARD: _("heard"),
    Stage.UNDERSTOOD: _("understood"),
    Stage.OWNED: _("owned"),
    Stage.KEPT: _("kept"),
    Stage.MENDED: _("mended"),
}
STAGES_AT_WORK: Final = STAGES | {
    Stage.NAMED: _("raised"),
    Stage.OWNED: _("agreed"),
    Stage.MENDED: _("closed"),
}
HEMS: Final = {
    Pace.RESTING: _("resting"),
    Pace.ENDED: _("ended"),
    Pace.MENDED: _("mended"),
}
"""How a seam closes: all three with the same hem."""


@register.inclusion_tag("partials/seam.html")
def seam(repair: RepairState, bond: UUID, setting: str = "couple") -> dict[str, Any]:
    """The stitches of a repair: which stages it has reached, each linked to its act, and its hem.

    Args:
        repair: the reading.
        bond: the id of the bond, for the addresses.
        setting: what the people are to each other; work has words of its own.
    """
    names = STAGES_AT_WORK if setting == "team" else STAGES
    reached = dict(repair.reached)
    last = repair.reached[-1][0] if repair.reached else None
    shown = [stage for stage in Stage if stage is not Stage.MENDED or repair.pace is Pace.GOING]
    stitches = [
        {
            "name": names[stage],
            "address": reverse("act", kwargs={"bond": bond, "act": reached[stage]})
            if stage in reached
            else "",
            "is_here": stage is last and repair.pace is Pace.GOING,
        }
        for stage in shown
    ]
    return {"stitches": stitches, "hem": HEMS.get(repair.pace)}
