"""Whether what was written is unchanged: a code to compare, a checkpoint to keep, the export."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from amends.ledger.export import export as export_ledgers
from amends.ledger.verify import extract_checkpoints, verify
from amends.web.pages.entry import Entry, enter


def ledger(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What can be checked; with ``?check``, what came of it just now."""
    entry = enter(request, bond)
    context: dict[str, Any] = {"here": "bond"}
    if "check" in request.GET:
        verdict = verify(_content(entry))
        shared = [one for one in verdict.ledgers if one.kind == "shared"]
        context |= {"verdict": verdict, "shared": shared, "at": entry.now}
    return entry.render("web/ledger.html", context)


def checkpoint_file(request: HttpRequest, bond: UUID) -> HttpResponse:
    """A few hundred bytes to keep apart; they hold nobody's words."""
    entry = enter(request, bond)
    headers = {"Content-Disposition": f'attachment; filename="checkpoint-{entry.now:%Y-%m-%d}.json"'}
    return HttpResponse(
        extract_checkpoints(_content(entry)), content_type="application/json", headers=headers
    )


def _content(entry: Entry) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(export_ledgers(entry.seat, entry.now))
    return content
