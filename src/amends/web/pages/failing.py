"""When the server itself fails: what became of what was sent, and the words back to whoever typed them."""

from __future__ import annotations

import sys
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.defaults import server_error

from amends.config.storage import Trouble, give_up, trouble_in
from amends.web.typed import typed

_SAID: Final[dict[Trouble, tuple[int, int, Any, Any]]] = {
    Trouble.FULL: (
        507,
        60,
        _("There is no room to keep anything just now"),
        _("Nothing can be kept until whoever runs this server makes room. What was kept before is there."),
    ),
    Trouble.BUSY: (
        503,
        5,
        _("Others are writing just now"),
        _("It was not your turn for a while. Please try again in a moment."),
    ),
    Trouble.BROKEN: (
        503,
        300,
        _("The server’s disk has failed"),
        _(
            "So that nothing is damaged, the server keeps nothing more and stops. "
            "Please tell whoever runs it. When it is started again, it first looks at all that was kept."
        ),
    ),
}
"""Of each trouble: the status, after how many seconds to try again, and what is said."""


def failing(request: HttpRequest) -> HttpResponse:
    """The page for an error that nobody caught. Django calls it while the error is being handled."""
    trouble = trouble_in(sys.exc_info()[1])
    if trouble is None:
        return server_error(request)
    if trouble is Trouble.BROKEN:
        give_up()
    status, wait, title, says = _SAID[trouble]
    sent = request.method == "POST"
    context = {
        "title": title,
        "says": says,
        "sent": sent,
        "typed": typed(request) if sent else [],
        "token": get_token(request) if sent else "",
        "address": request.get_full_path(),
    }
    # Without the request: its processors would ask the database who is logged in.
    page = render_to_string("failing.html", context)
    return HttpResponse(page, status=status, headers={"Retry-After": str(wait)})
