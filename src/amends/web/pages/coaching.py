"""How a draft may land, while it is written. The draft is read and forgotten: not kept, not logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from amends.acts.base import LONGEST_WORDS, Act
from amends.bonds.adjust import let_coach_rest
from amends.coach.draft import Finding
from amends.coach.read import read_draft
from amends.web.forms.act import ActForm
from amends.web.pages.entry import Entry, enter
from amends.web.vocabulary import SOURCE_LANGUAGE, vocabulary

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


SAYS_THE_SAME: Final = {"apology:blame": "defensiveness"}
"""Two names for one thing to say: blame inside an apology also turns to the other's part."""
PREVENTS: Final = "prevents"
"""The field of an apology whose promise is asked about when it is sent."""


@dataclass(frozen=True)
class Mark:
    """Words that may land otherwise than meant.

    Attributes:
        label: what was found.
        words: the words.
        start: where they begin in the draft, and `end` where they end, counted as a browser counts: in
            UTF-16 code units.
        probability: how likely it holds, in percent.
        why: one sentence for the one who writes.
    """

    label: str
    words: str
    start: int
    end: int
    probability: int
    why: str


@sensitive_post_parameters()
@require_POST
def coaching(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What the coach says of a draft, as a part of a page."""
    entry = enter(request, bond)
    said = coach(entry, request.POST.get("draft", ""), _answered(entry), request.POST.get("part", ""))
    return entry.render("partials/coach.html", {"coach": said})


@require_safe
def coach_words(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Words for what one felt and needs, to choose from."""
    entry = enter(request, bond)
    return JsonResponse(vocabulary(get_language() or SOURCE_LANGUAGE, entry.setting).plain())


@require_POST
def coach_rest(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Let the coach rest for oneself, or read along again."""
    let_coach_rest(enter(request, bond).seat, rests=request.POST.get("rests") == "yes")
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def read_along(form: ActForm) -> None:
    """Let the coach say its part beneath each field of a form, where it was asked without a script.

    Nothing was sent yet, so nothing that is still open in the form is called wrong.
    """
    form.errors.clear()
    for field in form.composers():
        field.coach = coach(form.entry, field.value() or "", form.answered, field.name)


def coach(entry: Entry, draft: str, answered: Act | None = None, part: str = "") -> dict[str, Any]:
    """What the coach says of a draft.

    Args:
        entry: the visit.
        draft: the words.
        answered: what they answer.
        part: the name of the field in which they stand.

    Returns:
        Marks, its own facts reworded, the four parts it says already, what an apology has, a promise in it;
        see ``partials/coach.html``.
    """
    previous = answered.words if answered is not None else ""
    found = read_draft(draft[:LONGEST_WORDS], entry.now, previous, entry.setting)
    marks = [_mark(found.text, one) for one in _said_once([one for one in found.findings if one.why])]
    wants_help = any(mark.label in WANTS_HELP for mark in marks)
    return {
        "marks": marks,
        "wants_help": wants_help,
        "parts": None if wants_help else found.builder,
        "rewording": found.rewording,
        "open_form": found.open_form if found.question in {"closed", "loaded"} else "",
        "elements": [said for name, said in ELEMENTS.items() if name in found.apology.has],
        "promises": found.promise.found,
        "due": _day(found.promise.due),
        "prevents": part == PREVENTS,
    }


def _answered(entry: Entry) -> Act | None:
    """What the draft answers, as far as the visitor may read it."""
    try:
        of = UUID(entry.request.POST.get("of", ""))
    except ValueError:
        return None
    placed = entry.placed.get(of)
    return placed.act if placed is not None else None


def _said_once(findings: list[Finding]) -> list[Finding]:
    """Each thing once for the same words: for the fewest of them, and of two names for it the closer one."""

    def repeats(one: Finding, other: Finding) -> bool:
        if _thing(one) != _thing(other) or not one.start <= other.start < other.end <= one.end:
            return False
        is_wider = one.end - one.start > other.end - other.start
        return is_wider or (one.label != other.label and other.label in SAYS_THE_SAME)

    return [one for one in findings if not any(repeats(one, other) for other in findings)]


def _thing(finding: Finding) -> str:
    return SAYS_THE_SAME.get(finding.label, finding.label)


def _mark(text: str, one: Finding) -> Mark:
    words = text[one.start : one.end]
    start = _units(text[: one.start])
    return Mark(
        one.label, words, start, start + _units(words), round(100 * one.probability), gettext(one.why)
    )


def _units(text: str) -> int:
    """How long a browser takes a text to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _day(due: date | datetime | None) -> str:
    if due is None:
        return ""
    return date_format(due, "l, j F, H:i" if isinstance(due, datetime) else "l, j F")
