"""The door to the invented stories, open on a demo server alone."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amends.people.models import Member


@login_not_required
def demo(request: HttpRequest) -> HttpResponse:
    """Look as one of the invented people."""
    if not settings.AMENDS_DEMO:
        raise Http404
    if request.method == "POST":
        chosen = [seat.user for seat in _seats() if str(seat.id) == request.POST.get("seat")]
        if not chosen:
            raise Http404
        login(request, chosen[0], settings.AUTHENTICATION_BACKENDS[0])
        return redirect("home")
    return render(request, "demo.html", {"seats": _seats()})


def _seats() -> QuerySet[Member]:
    """The invented people as whom one can look; never an account that has a password."""
    invented = Member.objects.present().filter(bond__invented=True)
    unlocked = invented.filter(user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return unlocked.select_related("user", "bond").order_by("bond__title", "bond", "joined_at", "id")
