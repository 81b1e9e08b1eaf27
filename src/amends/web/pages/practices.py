"""The practices that can be walked here, and beginning one."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from amends.acts.sealed import BOTH_SIDES
from amends.practices.content import practice, practices
from amends.practices.script import Script
from amends.web.forms.session import SessionForm
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, show_or_record
from amends.web.pages.sessions import sessions

LEFT_OUT_WITH: Final = {"own-it": "apology"}
"""Practices that lead to something which is asked of nobody at work who did not turn it on."""


def practices_page(request: HttpRequest, bond: UUID) -> HttpResponse:
    """All practices, and those that go on."""
    entry = enter(request, bond)
    context = {
        "going": [one for one in sessions(entry) if one.goes_on],
        "practices": offered(entry),
        "here": "bond",
    }
    return entry.render("practices/practices.html", context)


def begin(request: HttpRequest, bond: UUID, practice: str) -> HttpResponse:
    """What a practice is for, and beginning it."""
    entry = enter(request, bond)
    script = _script(entry, practice)
    form = SessionForm(entry, request.POST if request.method == "POST" else None, script)
    if request.method == "POST" and form.lacks:
        raise Http404
    page = FormPage(
        title=script.title,
        back=reverse("practices", kwargs={"bond": bond}),
        onward=lambda act: reverse("session", kwargs={"bond": bond, "session": act.id}),
        template="practices/begin.html",
        quietly=True,
        more={"script": script, "lacks": form.lacks, "is_sealed": script.id == BOTH_SIDES, "here": "bond"},
    )
    return show_or_record(entry, form, page)


def offered(entry: Entry) -> list[Script]:
    """The practices in the words of the setting, without those that lead to what is turned off."""
    found = practices(get_language() or "en", entry.setting)
    return [one for one in found if LEFT_OUT_WITH.get(one.id) not in entry.left_out]


def _script(entry: Entry, name: str) -> Script:
    script = practice(name, get_language() or "en", entry.setting)
    if script is None or script not in offered(entry):
        raise Http404
    return script
