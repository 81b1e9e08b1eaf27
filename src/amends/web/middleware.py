"""What every answer has in common."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def keep_private(get_response: GetResponse) -> GetResponse:
    """Have no browser or proxy keep a page: whoever takes the device next must not leaf back to it."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    return answer
