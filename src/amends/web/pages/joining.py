"""Inviting, and joining by invitation."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from amends.bonds import invite
from amends.bonds.errors import Refused
from amends.bonds.join import join as take_seat
from amends.bonds.room import has_room
from amends.people.access import get_seat
from amends.people.models import Role, Setting
from amends.web.forms.bonds import Invite, Join
from amends.web.requests import user_of


def invitation(request: HttpRequest, bond: UUID) -> HttpResponse:
    """One's own invitation to a bond. A new link is shown once, in the answer that makes it."""
    seat, now = get_seat(user_of(request), bond), timezone.now()
    link = ""
    form = Invite(request.POST if request.method == "POST" else None)
    at_work = seat.bond.setting == Setting.TEAM
    if request.method == "POST" and has_room(seat.bond) and (form.is_valid() or not at_work):
        role = form.cleaned_data["role"] if at_work else Role.MEMBER
        link = request.build_absolute_uri(reverse("join", args=[invite.invite(seat, now, role)]))
    context = {
        "bond": seat.bond,
        "link": link,
        "form": form if at_work else None,
        "open": invite.find_open(seat, now),
        "has_room": has_room(seat.bond),
        "hours": int(invite.OPEN_FOR.total_seconds() // 3600),
    }
    return render(request, "joining/invitation.html", context)


@require_POST
def withdrawal(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Closing one's own invitation."""
    invite.withdraw(get_seat(user_of(request), bond))
    return redirect("invitation", bond=bond)


@login_not_required
def join(request: HttpRequest, token: str) -> HttpResponse:
    """What an invitation leads to. Looking changes nothing; sending the name joins."""
    now = timezone.now()
    opened = invite.find(token, now)
    if opened is None:
        return render(request, "joining/closed.html", status=404)
    if request.method == "POST" and not request.user.is_authenticated:
        return redirect_to_login(request.path)
    form = Join(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            seat = take_seat(token, user_of(request), form.cleaned_data["name"], now)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("arriving", bond=seat.bond_id)
    context = {"form": form, "invitation": opened, "host_name": settings.AMENDS_HOST_NAME}
    return render(request, "joining/join.html", context)
