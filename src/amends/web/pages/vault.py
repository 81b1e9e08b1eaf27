"""The vault: one page whose scripts do the rest, and the ciphertext that they send and fetch.

The page is for the owner of an account alone, and so is each answer: whatever belongs to someone
else is not there. Everything stays on one page, because the key lives no longer than it.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final, TypeAlias
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from csp.decorators import csp_update
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.acts.base import Act, Person
from amends.acts.journal import Journal
from amends.acts.letter import Letter
from amends.acts.scope import Placed, Scope
from amends.bonds import erase as erasing
from amends.bonds import share
from amends.people.access import get_seat, get_seats
from amends.people.models import Member
from amends.readings.read import shown_to
from amends.vault import keep
from amends.vault.errors import Closed, Full, Gone, Misshapen, Otherwise
from amends.web.forms.act import the_host
from amends.web.forms.vault import RemovalForm
from amends.web.pages import ways_in
from amends.web.pages.recording import SeeOther
from amends.web.requests import user_of

LARGEST: Final = 128 * 1024
"""Bytes of a request; the largest entry in base 64 has about 88,000."""
MOVABLE: Final = (Journal, Letter)
"""Kinds that belong in the vault; others are read by the house to draw what it shows."""

View: TypeAlias = Callable[..., HttpResponse]


@require_safe
@csp_update({"script-src": ["'wasm-unsafe-eval'"]})
def vault(request: HttpRequest) -> HttpResponse:
    """The page."""
    return render(request, "vault/vault.html", {"the_host": the_host()})


def _answers_refusals(view: View) -> View:
    """What the vault refuses, as an answer that says how things stand."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments: Any, **more: Any) -> HttpResponse:
        if not ratelimit.consume(request, action="vault"):
            return JsonResponse({}, status=HTTPStatus.TOO_MANY_REQUESTS)
        try:
            return view(request, *arguments, **more)
        except Otherwise as otherwise:
            found = otherwise.found
            body = b64encode(found.body).decode() if found.body is not None else None
            return JsonResponse({"revision": found.revision, "body": body}, status=HTTPStatus.CONFLICT)
        except (Misshapen, Closed, Gone, Full) as refused:
            return JsonResponse({}, status=_STATUS[type(refused)])

    return answer


_STATUS: Final = {
    Misshapen: HTTPStatus.UNPROCESSABLE_ENTITY,
    Closed: HTTPStatus.FORBIDDEN,
    Gone: HTTPStatus.GONE,
    Full: HTTPStatus.INSUFFICIENT_STORAGE,
}


@require_http_methods(["GET", "PUT"])
@_answers_refusals
def keyring(request: HttpRequest) -> HttpResponse:
    """The wrapped keys of one's vault."""
    user = user_of(request)
    if request.method == "PUT":
        sent = _sent(request)
        keep.keep_keyring(user, sent.get("keyring"), _revision(sent), _door(request))
    found = keep.keyring_of(user)
    body = json.loads(found.body) if found.body else None
    return JsonResponse({"revision": found.revision, "keyring": body})


@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """All sealed entries of one's vault."""
    found = [
        {"id": str(entry), "revision": revision, "sealed": b64encode(sealed).decode()}
        for entry, revision, sealed in keep.entries_of(user_of(request))
    ]
    return JsonResponse({"entries": found})


@require_http_methods(["PUT", "DELETE"])
@_answers_refusals
def entry(request: HttpRequest, entry: UUID) -> HttpResponse:
    """Writing or erasing one sealed entry."""
    user, sent = user_of(request), _sent(request)
    if request.method == "DELETE":
        keep.erase(user, entry, _revision(sent), _door(request))
    else:
        keep.keep(user, entry, _revision(sent), _bytes(sent.get("sealed")), _door(request))
    return JsonResponse({})


@require_safe
def earlier(request: HttpRequest) -> HttpResponse:
    """What one wrote for oneself before and that belongs in the vault, from every bond one sits in."""
    found = [
        {"bond": str(seat.bond_id), "id": str(act.id), **_told(act)}
        for seat in get_seats(user_of(request))
        for act in _movable(seat)
    ]
    return JsonResponse({"earlier": found})


@require_POST
@_answers_refusals
def earlier_erasure(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Erasing what lies sealed in the vault by now; the sealed entry has the act's id."""
    user = user_of(request)
    seat = get_seat(user, bond)
    if not any(one.id == act for one in _movable(seat)):
        raise Http404
    if not keep.is_kept(user, act):
        return JsonResponse({}, status=HTTPStatus.CONFLICT)
    erasing.erase(seat, act)
    return JsonResponse({})


@reauthentication_required(enabled=ways_in.is_by_key_alone)  # type: ignore[untyped-decorator]
def removal(request: HttpRequest) -> HttpResponse:
    """Removing one's vault as a whole, for whoever lost every way into it.

    It asks for the password; who has none says once more who they are, with a passkey.
    """
    user = user_of(request)
    tries = request.method == "POST" and user.has_usable_password()
    if tries and not ratelimit.consume(request, action="vault_removal"):
        return render(request, "429.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    form = RemovalForm(user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        keep.remove(user)
        messages.info(request, _("Your vault is removed, with all that was in it."))
        return SeeOther(reverse("vault"))
    return render(request, "vault/removal.html", {"form": form})


def _movable(seat: Member) -> list[Act]:
    on_its_way = share.pending(seat)
    placed: list[Placed] = list(shown_to(seat, timezone.now()).values())
    return [
        one.act
        for one in placed
        if isinstance(one.act, MOVABLE)
        and one.scope is Scope.OWN
        and one.act.author == Person(str(seat.id))
        and one.act.id not in on_its_way
    ]


def _told(act: Act) -> dict[str, str]:
    told = {"kind": act.KIND, "day": act.occurred.day.isoformat(), "words": act.words}
    return told | ({"mood": act.day.value} if isinstance(act, Journal) else {})


def _sent(request: HttpRequest) -> dict[str, Any]:
    if len(request.body) > LARGEST:
        raise Misshapen("too long")
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Misshapen("no JSON") from None
    if not isinstance(sent, dict):
        raise Misshapen("no object")
    return sent


def _revision(sent: dict[str, Any]) -> int:
    revision = sent.get("revision")
    if type(revision) is not int or not 0 < revision < 2**31:
        raise Misshapen("revision")
    return revision


def _door(request: HttpRequest) -> bytes:
    return _bytes(request.headers.get("Vault-Door"))


def _bytes(spelled: Any) -> bytes:
    try:
        return b64decode(spelled, validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise Misshapen("base 64") from None
