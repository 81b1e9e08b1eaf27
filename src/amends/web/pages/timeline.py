"""All that happened, the latest first, with what is looked for."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from amends.acts.scope import Placed
from amends.web.forms.timeline import TimelineForm, Wanted
from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter

AT_ONCE = 40
"""Acts on one page."""


def timeline(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The acts that the visitor may read and looks for."""
    entry = enter(request, bond)
    form = TimelineForm(entry, request.GET)
    found = _found(entry, form.wanted())
    page = Paginator(found[::-1], AT_ONCE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "rows": [row(entry, placed) for placed in page.object_list],
        "page": page,
        "count": len(found),
        "query": query.urlencode(),
        "is_narrowed": any(query.values()),
        "here": "bond",
    }
    return entry.render("web/timeline.html", context)


def _found(entry: Entry, wanted: Wanted) -> list[Placed]:
    """What is looked for, in the order in which it happened; with nothing to look for, no act is read."""
    if wanted == Wanted():
        return list(entry.placed.values())
    return [placed for placed in entry.placed.values() if wanted.fits(placed, entry.sentence(placed.act))]
