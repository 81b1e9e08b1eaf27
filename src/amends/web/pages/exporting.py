"""Taking along what one may read. Whoever left keeps this page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from amends.bonds.share import flush
from amends.ledger.export import export as export_ledgers
from amends.people.access import get_former_seat
from amends.people.models import Notice
from amends.rounds.keep import close_due, told_to
from amends.web.requests import user_of


def export(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What the export holds, and for whoever left, what else there is to do."""
    seat = get_former_seat(user_of(request), bond)
    context = {"seat": seat, "may_tell": seat.notice == Notice.LATER}
    return render(request, "leaving/export.html", context)


def export_file(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The export itself."""
    seat, now = get_former_seat(user_of(request), bond), timezone.now()
    flush(seat.bond, now)
    close_due(now)
    body = export_ledgers(seat, now, {"rounds": told_to(seat)})
    headers = {"Content-Disposition": 'attachment; filename="export.json"'}
    return HttpResponse(body, content_type="application/json", headers=headers)
