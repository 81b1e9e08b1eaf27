"""Whether help from outside might be good: the reasons in one's own record, for oneself alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from amends.acts.base import Act
from amends.acts.boundary import Boundary
from amends.coach.control import holds
from amends.coach.forms import forms
from amends.coach.words import sentences
from amends.readings.read import signs
from amends.readings.signs import Shown, Sign
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter

MOST: Final = 4
"""Acts named under a sign."""
LATELY: Final = timedelta(days=91)
"""Of what time words are looked through for threat and force."""
MOST_READ: Final = 300
"""Acts whose words are looked through, the latest first, so that a page takes no time that shows [choice]."""
PLAIN: Final = 0.86
"""How sure a form of words must be here: a page that looks back has no reason to guess [choice]."""
ONE_SIDED: Final = frozenset({Sign.SEVERAL_HARD, Sign.LONG_LIST})


@dataclass(frozen=True)
class SignView:
    """A sign in words, with the acts behind it."""

    said: str
    rows: list[Row]


def outside_help(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Signs with their evidence, and which help fits; where there is fear or force, help for one alone."""
    entry = enter(request, bond)
    shown, boundaries = signs(entry.seat, entry.now)
    hard = _rows(entry, _threatening(entry))
    held = _rows(entry, (act for act in boundaries if _takes_hold(act)))
    context = {
        "hard": hard,
        "signs": [_view(entry, one) for one in shown if one.sign not in ONE_SIDED],
        "one_sided": [_view(entry, one) for one in shown if one.sign in ONE_SIDED],
        "held": held,
        "alone": bool(hard or held) or entry.seat.rests_prompts,
        "here": "bond",
    }
    return entry.render("web/outside_help.html", context)


def _takes_hold(boundary: Boundary) -> bool:
    return bool(holds(". ".join((boundary.words, boundary.request, boundary.otherwise))))


def _threatening(entry: Entry) -> Iterator[Act]:
    """What was written lately between the visitor and others in words of threat, force or fear."""
    lately = (entry.placed[one].act for one in reversed(entry.placed))
    read = 0
    for act in lately:
        if entry.now - act.occurred.utc > LATELY or read >= MOST_READ:
            return
        if act.words and entry.me in (act.author, *act.affected):
            read += 1
            if threatens(act.words):
                yield act


def threatens(words: str) -> bool:
    """Whether words speak plainly of threat, force or fear."""
    told = [form for form in forms()["danger"] if form.probability >= PLAIN]
    return any(form.holds(part.own) for part in sentences(words) for form in told)


def _view(entry: Entry, one: Shown) -> SignView:
    said = _SAID[one.sign]() % {"name": entry.name(one.other) if one.other else ""}
    return SignView(said, _rows(entry, (entry.act(act).act for act in one.evidence)))


def _rows(entry: Entry, acts: Iterator[Act]) -> list[Row]:
    return [row(entry, entry.act(act.id)) for _number, act in zip(range(MOST), acts, strict=False)]


_SAID: Final[dict[Sign, Callable[[], Any]]] = {
    Sign.COMES_BACK: lambda: _("The same thing has come back several times, though something was agreed."),
    Sign.BREAKS_OFF: lambda: _("Talks were paused or ended before they were over, more than once."),
    Sign.NOT_STRAIGHT: lambda: _("With %(name)s, something was not straight, more than once."),
    Sign.NO_RISE: lambda: _(
        "After three months of effort, your trust in %(name)s is where it was, or lower."
    ),
    Sign.POWER: lambda: _("%(name)s decides about your work, and this repair is between you."),
    Sign.SEVERAL_HARD: lambda: _("Several hard things were shared with you this week. Answer one, or none."),
    Sign.LONG_LIST: lambda: _(
        "Nearly all promises between you and %(name)s in three months are yours. "
        "A promise can be smaller, or not made."
    ),
}
"""Each sign in words: what is written down, not what it means."""
