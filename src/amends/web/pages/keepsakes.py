"""Shared jokes and small wins in one place: a line to add one, and all of them, uncounted."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from amends.acts.keepsake import Keeps, Keepsake
from amends.acts.moment import Moment
from amends.web.forms.keepsake import KeepsakeForm
from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, show_or_record
from amends.web.words import joy as words_of_joy
from amends.web.words import keeps

AT_ONCE: Final = 20
"""Keepsakes on one page."""


def keepsakes(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What the visitor may find again, the latest first; and adding to it, which leads back here."""
    entry = enter(request, bond)
    here = reverse("keepsakes", kwargs={"bond": bond})
    kept = Paginator(_kept(entry), AT_ONCE).get_page(request.GET.get("page"))
    called = dict(keeps(entry.setting))
    page = FormPage(
        title=words_of_joy(entry.setting).kept,
        back=reverse("joy", kwargs={"bond": bond}),
        onward=lambda _act: here,
        template="joy/keepsakes.html",
        more={
            "kept": [(row(entry, entry.act(one.id)), called[_sort(one).value]) for one in kept.object_list],
            "page": kept,
            "here": "bond",
        },
    )
    return show_or_record(entry, KeepsakeForm(entry, request.POST or None), page)


def _kept(entry: Entry) -> list[Keepsake | Moment]:
    """What was kept, and what was good of which nobody was the giver, the latest first."""
    ours = (act for act in entry.standing(Moment) if not act.affected)
    return sorted([*entry.standing(Keepsake), *ours], key=lambda act: act.occurred.utc, reverse=True)


def _sort(act: Keepsake | Moment) -> Keeps:
    return act.keeps if isinstance(act, Keepsake) else Keeps.WIN
