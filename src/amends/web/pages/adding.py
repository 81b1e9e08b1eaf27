"""Writing something down."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from amends.acts.kinds import PRIVATE
from amends.web.forms.kinds import TO_ADD
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, back_to, show_or_record
from amends.web.words import title_of

BACK_TO = {
    "recognition": "team",
    "disclosure": "open-book",
    "boundary": "boundaries",
    "hours": "boundaries",
    "reaffirmation": "patience",
}
"""Where one gets after writing something down, if not to *today*."""


def adding(request: HttpRequest, bond: UUID) -> HttpResponse:
    """All that can be written down."""
    entry = enter(request, bond)
    kinds = [
        (name, title_of(name, entry.setting), TO_ADD[name].kind.KIND in PRIVATE) for name in _offered(entry)
    ]
    context = {
        "shareable": [(name, title) for name, title, is_private in kinds if not is_private],
        "private": [(name, title) for name, title, is_private in kinds if is_private],
        "here": "adding",
    }
    return entry.render("web/adding.html", context)


def adding_kind(request: HttpRequest, bond: UUID, kind: str) -> HttpResponse:
    """Writing down one kind of thing."""
    entry = enter(request, bond)
    if kind not in _offered(entry):
        raise Http404
    form = TO_ADD[kind](entry, request.POST if request.method == "POST" else None)
    back = back_to(entry, reverse(BACK_TO.get(kind, "today"), kwargs={"bond": bond}))
    return show_or_record(entry, form, FormPage(title=title_of(kind, entry.setting), back=back))


def _offered(entry: Entry) -> list[str]:
    return [name for name in TO_ADD if name not in entry.left_out]
