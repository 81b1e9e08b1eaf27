"""A new password where the server has no post: the host makes a link and hands it over."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from amends.people.models import User


def reset_path(user: User) -> str:
    """The address, on this server, at which the owner of an account sets a new password once."""
    return reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)},
    )
