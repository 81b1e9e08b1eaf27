"""What was sent along with a request, so that it can be given back to whoever typed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

_TOKEN: Final = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
_SECRET: Final = re.compile("pass|code|secret|credential", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """One thing that was sent along.

    Attributes:
        name: the field's.
        value: what stood in it.
        shown: whether someone typed it, and may want to read or copy it.
    """

    name: str
    value: str
    shown: bool


def typed(request: HttpRequest) -> list[Typed]:
    """The fields that were sent, but for secrets and the page's own token."""
    try:
        fields = list(request.POST.lists())
    except (SuspiciousOperation, MultiPartParserError, OSError):  # it could not be read before, either
        return []
    return [
        Typed(name, value, shown=bool(re.search(r"\s", value.strip())))
        for name, values in fields
        for value in values
        if isinstance(value, str) and name != _TOKEN and not _SECRET.search(name)
    ]
