"""Leaving the page quickly: the session ends, and a page that says nothing takes its place."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache


@login_not_required
@never_cache
def exiting(request: HttpRequest) -> HttpResponse:
    """Sent, it ends the session; looked at, it leads on to somewhere harmless.

    With scripts the page is blank before this is asked for; without, the answer leads on by itself.
    What the browser keeps of these pages is let go where it can be told to.
    """
    if request.method == "POST":
        logout(request)
        answer: HttpResponse = redirect("exit")
        answer.status_code = HTTPStatus.SEE_OTHER
        answer["Clear-Site-Data"] = '"cache"'
        return answer
    return render(request, "exit.html", {"onward": settings.AMENDS_EXIT_TO})
