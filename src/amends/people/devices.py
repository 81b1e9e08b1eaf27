"""Devices that have logged in before.

Failed log-ins are counted together for all unknown devices at one address, so that nobody
guesses passwords quickly. A known device is counted by itself: someone who keeps typing
wrong passwords elsewhere, even in the same home, can't lock its owner out. The cookie
holds no time, and nothing about it is kept on the server.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from amends.people.models import User

COOKIE: Final = "__Host-device" if settings.HTTPS else "device"
SALT: Final = "amends.people.devices"
LASTS: Final = 365 * 24 * 3600
"""Seconds for which a device stays known [choice]."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device that logged in before.

    Attributes:
        id: a random name.
        user: the id of the account it logged in to.
    """

    id: str
    user: str


def known_device(request: HttpRequest) -> Device | None:
    """The device a request comes from, if it has logged in before."""
    try:
        found, user = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Device(found, user)


def remember(response: HttpResponseBase, user: User) -> None:
    """Make the device that ``response`` goes to a known one."""
    response.set_cookie(
        COOKIE,
        signing.dumps([secrets.token_urlsafe(16), str(user.id)], salt=SALT),
        max_age=LASTS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponseBase) -> None:
    """Make the device that ``response`` goes to an unknown one."""
    response.delete_cookie(COOKIE, samesite="Lax")
