"""One's bonds: which there are, a new one, and the end of an invented one."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from amends.acts.read_story import parse
from amends.acts.story import Story, shift
from amends.bonds import stories
from amends.bonds.create import create
from amends.bonds.errors import Refused
from amends.config.stories import find_story, story_names
from amends.people.access import get_facilitations, get_others, get_seat, get_seats
from amends.people.models import Setting
from amends.web.forms.bonds import NewBond
from amends.web.requests import user_of

FIRST_STORY = "anna-and-toby"
"""The one that is shown where none was chosen."""


@cache
def invented() -> dict[str, Story]:
    """The stories a newcomer may look at, by name."""
    return {name: parse(find_story(name).read_text(encoding="utf-8"), name)[0] for name in story_names()}


def bonds(request: HttpRequest) -> HttpResponse:
    """All the bonds one sits in."""
    user = user_of(request)
    found = [(seat, [other.name for other in get_others(seat)]) for seat in get_seats(user)]
    return render(request, "bonds/bonds.html", {"bonds": found, "helps": bool(get_facilitations(user))})


def new(request: HttpRequest) -> HttpResponse:
    """Beginning a bond, in four questions."""
    user = user_of(request)
    form = NewBond(request.POST if request.method == "POST" else None, initial={"zone": user.zone})
    if form.is_valid():
        try:
            seat = create(user, **form.cleaned_data, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("today", bond=seat.bond_id)
    settings = dict(Setting.choices)
    found = [(name, story.title, settings[story.setting]) for name, story in invented().items()]
    context = {"form": form, "is_first": not get_seats(user), "stories": found}
    return render(request, "bonds/new.html", context)


@require_POST
def story(request: HttpRequest) -> HttpResponse:
    """Looking at an invented story first, in the seat of its first person."""
    user, now = user_of(request), timezone.now()
    chosen = invented().get(request.POST.get("story", FIRST_STORY))
    if chosen is None:
        raise Http404
    shown = shift(chosen, now.date())
    bond = stories.plant(shown, {shown.members[0]: user}, now)
    return redirect("today", bond=bond.id)


@require_POST
def story_removal(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Removing an invented story, all of it."""
    seat = get_seat(user_of(request), bond)
    if not seat.bond.invented:
        raise Http404
    stories.remove(seat)
    return redirect("bonds")
