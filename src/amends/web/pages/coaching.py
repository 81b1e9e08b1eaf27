"""How a draft may land, while it is written. The draft is read and forgotten: not kept, not logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from amends.acts.base import LONGEST_WORDS
from amends.coach.read import read_draft
from amends.web.pages.entry import Entry, enter

WANTS_HELP: Final = frozenset({"danger", "control"})
"""Labels beside which help is offered, to the one who writes."""
ELEMENTS: Final = {
    "names_act": _("it names what happened"),
    "owns": _("it says that it was yours"),
    "impact": _("it sees how it was for the other"),
    "amends": _("it offers to put it right"),
    "prevention": _("it says what will be different"),
}
"""What an apology can have, in the order in which it is told."""


@dataclass(frozen=True)
class Mark:
    """Words that may land otherwise than meant."""

    label: str
    words: str
    why: str


@sensitive_post_parameters()
@require_POST
def coaching(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What the coach says of a draft, as a part of a page."""
    entry = enter(request, bond)
    return entry.render("partials/coach.html", {"coach": coach(entry, request.POST.get("draft", ""))})


def coach(entry: Entry, draft: str) -> dict[str, Any]:
    """What the coach says of a draft: marks, its own facts reworded, what an apology has, a promise in it."""
    found = read_draft(draft[:LONGEST_WORDS], entry.now, setting=entry.setting)
    told = (one for one in found.findings if one.why)
    marks = [Mark(one.label, found.text[one.start : one.end], gettext(one.why)) for one in told]
    return {
        "marks": marks,
        "wants_help": any(mark.label in WANTS_HELP for mark in marks),
        "rewording": found.rewording,
        "open_form": found.open_form if found.question in {"closed", "loaded"} else "",
        "elements": [said for name, said in ELEMENTS.items() if name in found.apology.has],
        "promise": found.promise if found.promise.found else None,
    }
