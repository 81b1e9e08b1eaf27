"""Components that need a little work before they are drawn. docs/look.md shows them."""

from __future__ import annotations

from typing import Any, Final

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amends.engine.results import Pace, RepairState, Stage
from amends.people.models import Member
from amends.web.words import stages_of

register = template.Library()

HEMS: Final = {Pace.RESTING: _("resting"), Pace.ENDED: _("ended")}
"""What the hem is called that closes a seam; a mended one keeps the name of its last stitch."""


@register.inclusion_tag("partials/seam.html")
def seam(repair: RepairState, seat: Member, *, small: bool = False) -> dict[str, Any]:
    """The stitches of a repair, each leading to the act that made it.

    A repair that is mended, rests or has ended is closed with a hem, the same for all three;
    no stitch is left waiting beyond it.

    Args:
        repair: the reading.
        seat: the visitor's.
        small: only the stitches and how far they have come, for a list of repairs.
    """
    reached = dict(repair.reached)
    stitches = [
        {"name": name, "address": _address(seat, reached[stage]) if stage in reached else ""}
        for name, stage in stages_of(seat.bond.setting)
        if repair.pace is Pace.GOING or (stage in reached and stage is not Stage.MENDED)
    ]
    sewn = [stitch for stitch in stitches if stitch["address"]]
    return {
        "stitches": stitches,
        "last": sewn[-1] if sewn else None,
        "hem": _hem(repair, seat),
        "small": small,
    }


def _address(seat: Member, act: object) -> str:
    return reverse("act", kwargs={"bond": seat.bond_id, "act": act})


def _hem(repair: RepairState, seat: Member) -> Any:
    if repair.pace is Pace.MENDED:
        return next(name for name, stage in stages_of(seat.bond.setting) if stage is Stage.MENDED)
    return HEMS.get(repair.pace)
