"""More than a password to get in by: passkeys, codes from an app, recovery codes; and who one is, once more.

The account library does the work, under names it knows; this page gives it addresses and keeps invented
people of the demo, who have no password to fall back on, away from it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account_views
from allauth.mfa.base import views
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from amends.web.requests import user_of

View = Callable[..., HttpResponseBase]


def _own(view: View) -> View:
    """Only for who has a password of their own."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not user_of(request).has_usable_password():
            raise Http404
        return view(request, *args, **kwargs)

    return checked


def passkeys(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The library asks for a page of their own; they stand among the others."""
    return redirect("mfa_index")


def remove_passkey(request: HttpRequest) -> HttpResponseBase:
    """Removing one. Which one is sent, so that no address shows a number."""
    try:
        key = int(request.POST.get("key", ""))
    except ValueError:
        raise Http404 from None
    answer: HttpResponseBase = webauthn.remove_webauthn(request, pk=key)
    return answer


index = _own(views.index)
activate_app = _own(totp.activate_totp)
deactivate_app = _own(totp.deactivate_totp)
recovery_codes = _own(recovery.view_recovery_codes)
new_recovery_codes = _own(recovery.generate_recovery_codes)
recovery_file = _own(recovery.download_recovery_codes)
add_passkey = _own(webauthn.add_webauthn)
remove_passkey = _own(remove_passkey)
second_step = login_not_required(views.authenticate)
log_in_with_passkey = login_not_required(webauthn.login_webauthn)
confirm = _own(account_views.reauthenticate)
confirm_with_code = _own(views.reauthenticate)
confirm_with_passkey = _own(webauthn.reauthenticate_webauthn)
