"""Where help is, by country, and what Amends can't promise, for anyone."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from amends.web.directory import Line, Need, emergency, lines, local_lines

NEEDS = {
    Need.CRISIS: _("If you think of not living, or are at an end"),
    Need.ABUSE: _("If you are afraid of someone"),
    Need.CHILD: _("If you worry about a child"),
    Need.OTHER: _("Other help"),
}
"""What a line is for, as the page says it."""
ALWAYS_SAID = (Need.CRISIS, Need.ABUSE)
"""Needs for which it is said where no line is known."""


@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    """What kinds of help there are."""
    return render(request, "help.html")


@login_not_required
def finding_help(request: HttpRequest) -> HttpResponse:
    """Numbers by country, each with where and when it was read, and how to find and choose help."""
    numbers = emergency()
    chosen = request.GET.get("country", "").upper()
    added = local_lines(settings.DATA)
    context = {
        "countries": sorted((name, code) for code, (name, _numbers) in numbers.countries.items()),
        "emergency": numbers,
        "country": chosen if chosen in numbers.countries else "",
        "unknown": bool(chosen) and chosen not in numbers.countries,
        "added": [one for one in added if one.country in {"", chosen}],
    }
    if context["country"]:
        context["name"], context["numbers"] = numbers.countries[chosen]
        context["needs"] = _by_need([one for one in lines() if one.country == chosen])
    return render(request, "finding_help.html", context)


def _by_need(found: list[Line]) -> list[tuple[object, list[Line]]]:
    grouped = [(need, [one for one in found if one.need is need]) for need in Need]
    return [(NEEDS[need], there) for need, there in grouped if there or need in ALWAYS_SAID]


@login_not_required
def limits(request: HttpRequest) -> HttpResponse:
    """What Amends can't promise, and who could read what."""
    return render(request, "limits.html", {"host_name": settings.AMENDS_HOST_NAME})
