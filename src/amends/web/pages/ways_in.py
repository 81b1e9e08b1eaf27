"""Who has ways into their account, as opposed to an invented person of the demo, who has none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import Http404, HttpRequest, HttpResponseBase

from amends.people.models import User
from amends.web.requests import user_of

View = Callable[..., HttpResponseBase]


def has_any(user: User) -> bool:
    """Whether someone can log in to an account: by a password, or by a passkey alone."""
    return user.has_usable_password() or Authenticator.objects.filter(user=user).exists()


def is_by_key_alone(request: HttpRequest) -> bool:
    """Whether a visitor has no password that could be asked for, but a passkey."""
    user = user_of(request)
    return not user.has_usable_password() and has_any(user)


def required(view: View) -> View:
    """A page only for accounts that someone can log in to; for others there is nothing."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not has_any(user_of(request)):
            raise Http404
        return view(request, *args, **kwargs)

    return checked
