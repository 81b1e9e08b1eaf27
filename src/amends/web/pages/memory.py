"""What one remembers of the last promises, then what is written down. Nothing of it is kept."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from amends.readings import wording
from amends.readings.read import memory as memory_of
from amends.web.forms.memory import MemoryForm
from amends.web.pages.acts import row
from amends.web.pages.entry import enter


def memory(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Ask first; the record comes with the answer, on a page that is not kept."""
    entry = enter(request, bond)
    if "memory" in entry.left_out:
        raise Http404
    found = memory_of(entry.seat, entry.now)
    form = MemoryForm(found.count, request.POST if request.method == "POST" else None)
    context = {"memory": found, "form": form, "here": "bond"}
    if not found.too_little and form.is_valid():
        context["said"] = wording.memory_gap(form.cleaned_data["remembered"], found, translation)
        context["rows"] = [(row(entry, entry.act(push.act)), push.amount > 0) for push in found.evidence]
    return entry.render("web/memory.html", context)
