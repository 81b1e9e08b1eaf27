"""Patience: how it goes over time, for one viewer alone. Setbacks are a part of the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amends.acts.base import Person
from amends.acts.reaffirmation import Reaffirmation
from amends.engine.results import Way
from amends.readings import wording
from amends.readings.read import journal_days, way
from amends.web.charts import weeks
from amends.web.pages.acts import Row, row
from amends.web.pages.bond import trust_view
from amends.web.pages.entry import Entry, enter
from amends.web.words import patience as words_of_patience

MOST: Final = 6
"""Acts named as evidence of one thing [choice]."""
LINES: Final = 3
"""Lines to hold on to that are shown at once."""


@dataclass(frozen=True)
class WayView:
    """A setback as the page shows it, with the acts behind each part."""

    title: str
    said: str
    setback: Row | None
    before: list[Row]
    since: list[Row]
    last: Row | None
    helped: list[Row]


def patience(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Trend and pace, what held before a setback and since, what one remembers, what one holds on to."""
    entry = enter(request, bond)
    lines = [act for act in entry.standing(Reaffirmation) if act.author == entry.me]
    context = {
        "words": words_of_patience(entry.setting),
        "trusts": [trust_view(entry, trust) for trust in entry.readings.trust],
        "ways": list(_ways(entry)),
        "days": weeks.draw(journal_days(entry.seat, entry.now)),
        "lines": [row(entry, entry.act(act.id)) for act in reversed(lines[-LINES:])],
        "can_check_in": "check-in" not in entry.left_out,
        "can_remember": "memory" not in entry.left_out,
        "here": "bond",
    }
    return entry.render("patience/patience.html", context)


def _ways(entry: Entry) -> Iterator[WayView]:
    """The latest setbacks: with each of those one trusts, and in one's own promises to each."""
    trusted = [] if "memory" in entry.left_out else [trust.of for trust in entry.readings.trust]
    for other in trusted:
        found = way(entry.seat, other, entry.me, entry.now)
        if found.setback is not None:
            name = entry.name(other)
            yield _shown(entry, found, _("With %(name)s") % {"name": name}, name)
    for member in entry.company:
        found = way(entry.seat, entry.me, Person(str(member.id)), entry.now)
        if found.setback is not None:
            yield _shown(entry, found, _("Your own part, with %(name)s") % {"name": member.name}, "")


def _shown(entry: Entry, found: Way, title: str, name: str) -> WayView:
    said = wording.way_sentence(found, name, translation, lambda day: date_format(day, "j F"))
    return WayView(
        title=title,
        said=said,
        setback=_row(entry, found.setback),
        before=_rows(entry, reversed(found.before)),
        since=_rows(entry, reversed(found.since)),
        last=_row(entry, found.last),
        helped=_rows(entry, found.helped),
    )


def _row(entry: Entry, act: UUID | None) -> Row | None:
    return None if act is None else row(entry, entry.act(act))


def _rows(entry: Entry, acts: Iterable[UUID]) -> list[Row]:
    return [row(entry, entry.act(act)) for act in list(acts)[:MOST]]
