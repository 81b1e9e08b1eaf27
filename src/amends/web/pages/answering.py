"""Saying something about an act that is there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from amends.web.forms.kinds import ABOUT
from amends.web.pages.entry import enter
from amends.web.pages.offers import fits
from amends.web.pages.recording import FormPage, back_to, show_or_record
from amends.web.words import title_of

BACK_TO = frozenset({"today", "check-in"})
"""Pages that let one answer in a tap, and to which it leads back."""


def answering(request: HttpRequest, bond: UUID, act: UUID, kind: str) -> HttpResponse:
    """Answering, judging or putting right one act."""
    entry = enter(request, bond)
    target = entry.act(act).act
    form_class, kinds = ABOUT.get(kind, (None, ()))
    if form_class is None or kind in entry.left_out or not isinstance(target, kinds):
        raise Http404
    if request.method != "POST" and not fits(entry, target, kind):
        raise Http404  # what was typed meets what happened meanwhile in the form, and is not lost
    form = form_class(entry, request.POST if request.method == "POST" else None, target)
    if request.POST.get("from") in BACK_TO:
        back = reverse(request.POST["from"], kwargs={"bond": bond})
    else:
        back = back_to(entry, reverse("act", kwargs={"bond": bond, "act": act}))
    return show_or_record(entry, form, FormPage(title=title_of(kind, entry.setting), back=back))
