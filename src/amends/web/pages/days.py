"""How a promise went, one time after the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from amends.acts.base import Act
from amends.acts.promise import Promise
from amends.engine.results import Occurrence, Standing, View
from amends.web.forms.choices import RESULTS
from amends.web.pages.entry import Entry

LATEST = 7
"""Times of a promise that are listed."""


@dataclass(frozen=True)
class Day:
    """One time that a promise fell due.

    Attributes:
        day: the day; None for a promise that falls due once.
        said: how it stands, in words.
        views: what each says of it, where anyone does.
        is_open: whether something can still be said that counts.
    """

    day: date | None
    said: str
    views: list[tuple[str, str, UUID]]
    is_open: bool


def days_of(entry: Entry, act: Act) -> list[Day]:
    """The latest times that a promise fell due, the last first; none for anything else."""
    state = entry.promise(act.id) if isinstance(act, Promise) else None
    if state is None or not isinstance(act, Promise):
        return []
    return [_day(entry, act, one) for one in state.past[: -LATEST - 1 : -1]]


def _day(entry: Entry, promise: Promise, one: Occurrence) -> Day:
    return Day(
        day=one.day if promise.due.repeats else None,
        said=_standing(one),
        views=[_view(entry, view) for view in one.views],
        is_open=one.standing in {Standing.UNJUDGED, Standing.STATED, Standing.DIFFERING},
    )


def _view(entry: Entry, view: View) -> tuple[str, str, UUID]:
    name = _("You") if view.author == entry.me else entry.name(view.author)
    return name, str(RESULTS[view.result.value]), view.act


def _standing(one: Occurrence) -> str:
    if one.result is not None:
        return str(RESULTS[one.result.value])
    return {
        Standing.AHEAD: _("ahead"),
        Standing.UNJUDGED: _("nothing said yet"),
        Standing.STATED: _("one view so far"),
        Standing.DIFFERING: _("two views stand side by side"),
        Standing.NOT_NOTED: _("not noted"),
        Standing.JUDGED: "",
    }[one.standing]
