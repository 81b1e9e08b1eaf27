"""Leaving a bond, in two screens."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from amends.bonds.leave import leave, tell
from amends.people.access import get_former_seat, get_seat
from amends.people.models import Notice
from amends.web.forms.bonds import Leave
from amends.web.requests import user_of


def leaving(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What leaving does, and leaving. It asks for no reason and nobody's consent."""
    seat = get_seat(user_of(request), bond)
    form = Leave(request.POST if request.method == "POST" else None)
    if form.is_valid():
        leave(seat, Notice(form.cleaned_data["notice"]), timezone.now())
        return redirect("export", bond=bond)
    return render(request, "leaving/leaving.html", {"seat": seat, "bond": seat.bond, "form": form})


@require_POST
def notice(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Telling the others afterwards."""
    tell(get_former_seat(user_of(request), bond), timezone.now())
    return redirect("export", bond=bond)
