"""A few questions for one person alone, and what they may change: nothing but what is suggested to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amends.bonds.adjust import let_prompts_rest
from amends.web.pages.entry import Entry
from amends.web.pages.recording import SeeOther
from amends.web.requests import user_of

EVERY: Final = timedelta(days=91)
"""How often *today* names the page, counted from when someone took their seat [safety.md; days: choice]."""
NAMED_FOR: Final = timedelta(days=7)
"""For how long, each time [choice]."""


@login_not_required
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """The questions. They are answered in the browser; no answer comes here."""
    return render(request, "check.html")


@require_POST
def check_rest(request: HttpRequest) -> HttpResponse:
    """Let suggestions rest in all one's bonds: the same wish that stands in the settings of each."""
    let_prompts_rest(user_of(request))
    messages.info(request, _("Kept."))
    return SeeOther(reverse("check"))


def is_offered(entry: Entry) -> bool:
    """Whether *today* names the page: by the calendar alone, and not in the visitor's own hours."""
    here = entry.now - entry.seat.joined_at
    return entry.quiet_until is None and here >= EVERY and here % EVERY < NAMED_FOR
