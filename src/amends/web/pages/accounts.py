"""Getting an account, getting in and out, and a new password."""

from __future__ import annotations

from smtplib import SMTPException
from typing import Any

from allauth.account import views
from allauth.account.decorators import reauthentication_required
from allauth.account.utils import passthrough_next_redirect_url
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from amends.bonds.account import erase_account
from amends.people.access import get_left_seats, get_others, get_seats
from amends.people.devices import forget
from amends.web.forms.accounts import AskForReset, ChangePassword, Erasure, LogIn, ResetPassword, SignUp
from amends.web.pages import ways_in
from amends.web.requests import user_of

SIGNED_UP_AS = "signed_up_as"
"""Under this key an anonymous session keeps the address for the first log-in."""


@login_not_required
@rate_limit(action="signup")  # type: ignore[untyped-decorator]
@sensitive_post_parameters("password")
def sign_up(request: HttpRequest) -> HttpResponse:
    """A new account. The answer is the same where the address has one already."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignUp(request.POST if request.method == "POST" else None)
    log_in_address = passthrough_next_redirect_url(request, reverse("account_login"), "next")
    if form.is_valid():
        form.save()
        request.session[SIGNED_UP_AS] = form.cleaned_data["email"]
        messages.success(
            request, _("If this address was new here, its account is ready. Log in once with it.")
        )
        return redirect(log_in_address)
    return render(request, "account/signup.html", {"form": form, "log_in_address": log_in_address})


def account(request: HttpRequest) -> HttpResponse:
    """One's own account."""
    user = user_of(request)
    context = {"left": get_left_seats(user), "has_ways_in": ways_in.has_any(user)}
    return render(request, "account/account.html", context)


@ways_in.required
@reauthentication_required  # type: ignore[untyped-decorator]
def erasure(request: HttpRequest) -> HttpResponse:
    """What erasing one's account does, and erasing it; for who has just said once more who they are."""
    user = user_of(request)
    seats, left = get_seats(user), get_left_seats(user)
    form = Erasure(
        request.POST if request.method == "POST" else None,
        is_with_others=any(get_others(seat) for seat in (*seats, *left)),
    )
    if form.is_valid():
        erase_account(user, timezone.now(), tells=form.tells, with_shared=form.with_shared)
        logout(request)
        answer = render(request, "account/erased.html")
        forget(answer)
        answer["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return answer
    return render(request, "account/erasure.html", {"form": form, "seats": [*seats, *left]})


class LogInView(views.LoginView):  # type: ignore[misc]
    """Logging in; after signing up the address stands there already."""

    form_class = LogIn

    def get_initial(self) -> dict[str, Any]:
        """The address just signed up with."""
        return {"login": self.request.session.get(SIGNED_UP_AS, "")}

    def form_valid(self, form: LogIn) -> HttpResponse:
        """Let them in, and forget the address."""
        self.request.session.pop(SIGNED_UP_AS, None)
        response: HttpResponse = super().form_valid(form)
        return response


class ChangePasswordView(views.PasswordChangeView):  # type: ignore[misc]
    """A new password for someone who knows the one in use."""

    form_class = ChangePassword

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """An invented person of the demo has no password to change."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class AskForResetView(views.PasswordResetView):  # type: ignore[misc]
    """Asking for a letter with a link to a new password."""

    form_class = AskForReset

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether this server can send letters at all."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"has_post": has_post(), "host_name": settings.AMENDS_HOST_NAME}

    def form_valid(self, form: AskForReset) -> HttpResponse:
        """Send the letter, or say that it can't be sent now."""
        try:
            response: HttpResponse = super().form_valid(form)
        except (OSError, SMTPException):
            form.add_error(
                None, _("The letter can’t be sent right now. Nothing has changed; try again later.")
            )
            response = self.form_invalid(form)
        return response


class ResetPasswordView(views.PasswordResetFromKeyView):  # type: ignore[misc]
    """Setting a new password by the link."""

    form_class = ResetPassword


def has_post() -> bool:
    """Whether the host named a server for letters."""
    return not settings.EMAIL_BACKEND.endswith(".dummy.EmailBackend")


log_in = LogInView.as_view()
log_out = login_not_required(views.LogoutView.as_view())
closed = views.account_inactive
change_password = ChangePasswordView.as_view()
ask_for_reset = AskForResetView.as_view()
reset_asked = views.password_reset_done
reset_password = ResetPasswordView.as_view()
reset_done = views.password_reset_from_key_done
