"""When something was sent and could not be taken: the words go back to whoever typed them, and nowhere else.

Logging in happens in another window, so that they stay; the page is then sent
again. It holds the same id as before, so nothing is kept twice.
"""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from amends.web.typed import typed


def give_back(request: HttpRequest) -> HttpResponse | None:
    """The page with what was just sent, to be sent again; None where nothing was typed."""
    fields = typed(request)
    if not fields:
        return None
    context = {
        "typed": fields,
        "address": request.get_full_path(),
        "had_files": bool(request.FILES),
        "log_in": f"{reverse('account_login')}?{urlencode({'next': reverse('home')})}",
    }
    return render(request, "giving_back.html", context, status=HTTPStatus.FORBIDDEN)


def not_sent(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django gives it
    """A form whose token is not the one that holds now: as after logging in anew in another window.

    Only what one of our own pages sent comes back: otherwise another site could put words into the page,
    and wait for them to be sent.
    """
    kept = give_back(request) if _is_ours(request) else None
    return kept or render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def _is_ours(request: HttpRequest) -> bool:
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
