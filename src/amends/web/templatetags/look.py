"""Components that need a little work before they are drawn. docs/look.md shows them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amends.engine.results import Pace, RepairState
from amends.readings.stitches import stitches_of

register = template.Library()

HEMS: Final = {Pace.RESTING: _("resting"), Pace.ENDED: _("ended")}
"""What the hem is called that closes a seam; a mended one keeps the name of its last stitch."""


@register.inclusion_tag("partials/seam.html")
def seam(repair: RepairState, bond: UUID, setting: str = "couple", *, small: bool = False) -> dict[str, Any]:
    """The stitches of a repair, each leading to the act that made it.

    A repair that is mended, rests or has ended is closed with a hem, the same for all three;
    no stitch is left waiting beyond it.

    Args:
        repair: the reading.
        bond: the id of the bond, for the addresses.
        setting: what the people are to each other; each has words of its own.
        small: only the stitches and how far they have come, for a list of repairs.
    """
    stitches = [
        {"name": one.name, "address": _address(bond, one.act) if one.act else ""}
        for one in stitches_of(repair, setting, translation)
        if repair.pace is Pace.GOING or (one.act and not one.is_last)
    ]
    sewn = [stitch for stitch in stitches if stitch["address"]]
    return {
        "stitches": stitches,
        "last": sewn[-1] if sewn else None,
        "hem": _hem(repair, setting),
        "small": small,
    }


@register.filter
def day(value: date, form: str) -> str:
    """A day as Django's `date` writes it. A chart's table names a hundred days, the same on every visit."""
    return _day(value, form, get_language())


@lru_cache(maxsize=8192)
def _day(value: date, form: str, _language: str | None) -> str:
    return date_format(value, form)


def _address(bond: UUID, act: UUID) -> str:
    return reverse("act", kwargs={"bond": bond, "act": act})


def _hem(repair: RepairState, setting: str) -> Any:
    if repair.pace is Pace.MENDED:
        return next(one.name for one in stitches_of(repair, setting, translation) if one.is_last)
    return HEMS.get(repair.pace)
