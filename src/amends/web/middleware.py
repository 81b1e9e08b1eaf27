"""What every answer has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase

from amends.people import sessions
from amends.web.pages.giving_back import give_back

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_NEVER_ASKED_FOR: Final = (
    *("accelerometer", "ambient-light-sensor", "autoplay", "bluetooth", "browsing-topics", "camera"),
    *("display-capture", "encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
"""What a browser offers pages and no page here has any use for: above all where someone is."""
_POLICY: Final = ", ".join(f"{feature}=()" for feature in _NEVER_ASKED_FOR)


def keep_apart(get_response: GetResponse) -> GetResponse:
    """Have no other site load an answer, and no page ask the device for a place, a picture or a voice."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = _POLICY
        return response

    return answer


def keep_private(get_response: GetResponse) -> GetResponse:
    """Have no browser or proxy keep a page: whoever takes the device next must not leaf back to it."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def end_old_sessions(get_response: GetResponse) -> GetResponse:
    """Log out whoever has not been here for long, or has been logged in for too long."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            sessions.end_if_old(request)
        response = get_response(request)
        if request.user.is_authenticated:
            sessions.note_here(request, response)
        return response

    return answer


class LoginRequired(LoginRequiredMiddleware):
    """Leads to logging in; whoever had typed something is given it back instead."""

    def handle_no_permission(  # type: ignore[override]  # more than a redirect
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        """Where a session has ended while someone wrote, their words stay on the page in front of them."""
        if request.method == "POST" and (kept := give_back(request)):
            return kept
        return super().handle_no_permission(request, view_func)
