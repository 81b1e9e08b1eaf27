"""Where help is, and what Amends can't promise, for anyone."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    """What kinds of help there are."""
    return render(request, "help.html")


@login_not_required
def limits(request: HttpRequest) -> HttpResponse:
    """What Amends can't promise, and who could read what."""
    return render(request, "limits.html", {"host_name": settings.AMENDS_HOST_NAME})
