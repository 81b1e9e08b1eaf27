"""A good end, told calmly for some days, with something to do together. It is offered, never asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amends.acts.repair import Repair
from amends.engine.results import GoodEnd
from amends.practices.joy import OF_SETTING, Idea, Wish, find, ideas, on
from amends.readings.read import good_ends
from amends.web.pages.entry import Entry
from amends.web.words import mended


@dataclass(frozen=True)
class Glad:
    """A good end as pages tell it.

    Attributes:
        name: what has come to a good end.
        said: what became of it.
        address: where it stands.
        idea: something to do together, another each day; None where all was laid aside.
    """

    name: str
    said: Any
    address: str
    idea: Idea | None


def glad(entry: Entry, of: UUID | None = None) -> Glad | None:
    """The latest good end, or that of one repair; None where prompts rest, and in the visitor's own hours."""
    if not entry.may_suggest:
        return None
    found = (end for end in good_ends(entry.seat, entry.readings.promises, entry.now) if of in {None, end.of})
    latest = next(found, None)
    return None if latest is None else _told(entry, latest)


def ideas_of(entry: Entry) -> tuple[Idea, ...]:
    """All ideas in the words of these people."""
    return ideas(get_language() or "en", entry.setting)


def _told(entry: Entry, end: GoodEnd) -> Glad:
    act = entry.act(end.of).act
    fitting = find(
        ideas_of(entry), Wish(who=OF_SETTING.get(entry.setting)), frozenset(entry.seat.ideas_aside)
    )
    where = {"bond": entry.seat.bond_id}
    is_repair = isinstance(act, Repair)
    return Glad(
        name=act.name if isinstance(act, Repair) else entry.headline(act),
        said=mended(entry.setting).is_so if is_repair else _("It has held for a while now."),
        address=reverse("repair", kwargs=where | {"repair": end.of})
        if is_repair
        else reverse("act", kwargs=where | {"act": end.of}),
        idea=on(fitting, f"{entry.now.date()} {end.of}"),
    )
