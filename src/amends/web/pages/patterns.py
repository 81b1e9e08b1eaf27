"""When one's own promises are kept less often: a guess first, then the record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from amends.engine.results import Guess, Pattern, Patterns
from amends.readings import wording
from amends.web.forms.hypothesis import HypothesisForm
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, back_to, show_or_record
from amends.web.words import title_of

SHOWN = "record=shown"
"""In the address: look without being asked for a guess."""
MOST = 12
"""Promises listed under a pattern."""


@dataclass(frozen=True)
class PatternView:
    """A pattern as the page shows it."""

    sentence: str
    sure: str
    seen_after: int
    question: str
    rows: list[Row]


@dataclass(frozen=True)
class GuessView:
    """What became of a guess, as the page shows it."""

    row: Row
    said: str
    from_then_on: bool
    pattern: PatternView | None


def patterns(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What the looks so far have shown; who wrote no guess yet is asked for one first."""
    entry = enter(request, bond)
    found = entry.patterns
    came_from = urlencode({"session": request.GET["session"]}) if "session" in request.GET else ""
    shown = f"{reverse('patterns', kwargs={'bond': bond})}?{SHOWN}&{came_from}".rstrip("&")
    if request.method == "POST" or not (found.guesses or "record" in request.GET):
        form = HypothesisForm(entry, request.POST if request.method == "POST" else None)
        return show_or_record(
            entry,
            form,
            FormPage(
                title=title_of("hypothesis", entry.setting),
                back=back_to(entry, shown),
                onward=lambda _act: shown,
            ),
        )
    context = {
        "reading": found,
        "back": back_to(entry, ""),
        "little": _little(found),
        "guesses": [_guess(entry, guess) for guess in found.guesses],
        "patterns": [_pattern(entry, pattern) for pattern in found.found],
        "here": "bond",
    }
    return entry.render("web/patterns.html", context)


def _little(found: Patterns) -> str:
    """Why nothing is said yet about all conditions together, if so."""
    if found.looked_after:
        return ""
    return _(
        "Too few to tell: %(judged)d of your promises were judged so far, and all circumstances together are "
        "looked at after %(next)d."
    ) % {"judged": found.judged, "next": found.next_look}


def _guess(entry: Entry, guess: Guess) -> GuessView:
    if guess.split is None:
        said = _("Too few to tell yet; it is looked at after %(next)d promises.") % {"next": guess.next_look}
    else:
        said = wording.split_sentence(guess.condition, guess.split, translation)
        if guess.pattern is None:
            said = _("%(counts)s No more than chance gives.") % {"counts": said}
    return GuessView(
        row=row(entry, entry.act(guess.act)),
        said=said,
        from_then_on=guess.from_then_on,
        pattern=_pattern(entry, guess.pattern) if guess.pattern else None,
    )


def _pattern(entry: Entry, pattern: Pattern) -> PatternView:
    return PatternView(
        sentence=wording.split_sentence(pattern.condition, pattern.split, translation),
        sure=wording.sureness(pattern.sure, translation),
        seen_after=pattern.seen_after,
        question=wording.open_question(pattern.condition, translation),
        rows=[row(entry, entry.act(push.act)) for push in pattern.evidence if push.amount > 0][:MOST],
    )
