"""What pages take from a request."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from amends.people.models import User


def user_of(request: HttpRequest) -> User:
    """The account of someone who is logged in; every page is for such people unless it says otherwise."""
    return cast("User", request.user)
