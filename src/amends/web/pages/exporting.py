"""Taking along what one may read. Whoever left keeps this page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.bonds.taking import take_account, take_bond
from amends.people.access import get_former_seat
from amends.people.models import Notice
from amends.web.requests import user_of


def export(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What the export holds, and for whoever left, what else there is to do."""
    seat = get_former_seat(user_of(request), bond)
    context = {"seat": seat, "may_tell": seat.notice == Notice.LATER}
    return render(request, "leaving/export.html", context)


def export_file(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The export itself."""
    seat, now = get_former_seat(user_of(request), bond), timezone.now()
    return _file(take_bond(seat, now), "export.json")


def account_file(request: HttpRequest) -> HttpResponse:
    """What belongs to one's account and to no bond."""
    return _file(take_account(user_of(request), timezone.now()), "account.json")


def _file(body: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type="application/json", headers=headers)
