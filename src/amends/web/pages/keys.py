"""More than a password to get in by: passkeys, codes from an app, recovery codes; and who one is, once more.

The account library does the work, under names it knows; this page gives it addresses and keeps invented
people of the demo, who have no way in to keep, away from it.
"""

from __future__ import annotations

from allauth.account import views as account_views
from allauth.mfa.base import views
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from amends.people.models import User
from amends.web.pages import ways_in
from amends.web.requests import user_of


def passkeys(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The library asks for a page of their own; they stand among the others."""
    return redirect("mfa_index")


def remove_passkey(request: HttpRequest) -> HttpResponseBase:
    """Removing one, but never the last way in. Which one is sent, so that no address shows a number."""
    if _is_last(user_of(request)):
        messages.info(request, _("It is the only way into your account. Add another first."))
        return redirect("mfa_index")
    try:
        key = int(request.POST.get("key", ""))
    except ValueError:
        raise Http404 from None
    answer: HttpResponseBase = webauthn.remove_webauthn(request, pk=key)
    return answer


def _is_last(user: User) -> bool:
    keys = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    return not user.has_usable_password() and bool(keys.count() <= 1)


index = ways_in.required(views.index)
activate_app = ways_in.required(totp.activate_totp)
deactivate_app = ways_in.required(totp.deactivate_totp)
recovery_codes = ways_in.required(recovery.view_recovery_codes)
new_recovery_codes = ways_in.required(recovery.generate_recovery_codes)
recovery_file = ways_in.required(recovery.download_recovery_codes)
add_passkey = ways_in.required(webauthn.add_webauthn)
remove_passkey = ways_in.required(remove_passkey)
second_step = login_not_required(views.authenticate)
log_in_with_passkey = login_not_required(webauthn.login_webauthn)
confirm = ways_in.required(account_views.reauthenticate)
confirm_with_code = ways_in.required(views.reauthenticate)
confirm_with_passkey = ways_in.required(webauthn.reauthenticate_webauthn)
