"""How long someone stays logged in: two weeks at most, one week without coming back.

When someone was here last is kept nowhere on the server. Their browser holds it, to the hour, in a
signed cookie; without that cookie the time of logging in counts. Nothing is written on a visit.
"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import logout
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

IDLE: Final = 7 * 24 * 3600
"""Seconds after which whoever has not come back logs in anew [choice]."""
ABSOLUTE: Final = settings.SESSION_COOKIE_AGE
"""Seconds after which everyone does."""
COOKIE: Final = "__Host-here" if settings.HTTPS else "here"
SALT: Final = "amends.people.sessions"
SINCE: Final = "since"
"""Under this key a session holds when it began."""
_HOUR: Final = 3600


def begin(request: HttpRequest, **_of_no_concern: Any) -> None:
    """Note in a session when it began; called when someone has logged in."""
    request.session[SINCE] = int(time.time())


def end_if_old(request: HttpRequest) -> None:
    """Log out whose session is over."""
    now = time.time()
    since = request.session.get(SINCE, 0)
    if now - since > ABSOLUTE or now - max(since, _last_here(request)) > IDLE:
        logout(request)


def note_here(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let the browser hold that it came, where an hour has passed since it last did."""
    now = time.time()
    if now - _last_here(request) > _HOUR:
        response.set_cookie(
            COOKIE,
            signing.dumps([int(now) // _HOUR * _HOUR, _name_of(request)], salt=SALT),
            max_age=IDLE,
            secure=settings.HTTPS,
            httponly=True,
            samesite="Lax",
        )


def _last_here(request: HttpRequest) -> float:
    try:
        at, session = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return 0
    return float(at) if session == _name_of(request) else 0


def _name_of(request: HttpRequest) -> str:
    """What tells a session from others, and opens none."""
    return sha256(str(request.session.session_key).encode()).hexdigest()[:16]
