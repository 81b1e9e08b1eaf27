"""The start page: a welcome to a stranger, the way on for everyone else."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amends.people.access import get_facilitations, get_seats
from amends.web.requests import user_of


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Where someone who opens the app is best sent."""
    if not request.user.is_authenticated:
        return redirect("demo") if settings.AMENDS_DEMO else render(request, "web/welcome.html")
    seats = get_seats(user_of(request))
    if len(seats) == 1:
        return redirect("today", bond=seats[0].bond_id)
    if not seats and get_facilitations(user_of(request)):
        return redirect("facilitations")
    return redirect("bonds" if seats else "bond-new")
