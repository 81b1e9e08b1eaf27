"""A repair: how far it has come, both accounts, what was owned and what came of it, one next step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from amends.acts.answer import Answer
from amends.acts.aside import Aside
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.repair import Repair
from amends.acts.response import Response
from amends.engine.results import FollowThrough, Pace, RepairState
from amends.practices.script import Script
from amends.readings import wording
from amends.web.forms.choices import TOPICS
from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.glad import glad
from amends.web.pages.offers import label
from amends.web.pages.practices import offered
from amends.web.pages.sessions import around
from amends.web.pages.steps import next_step
from amends.web.words import mended

LATEST = 3
"""Things of each that are told at once; the rest is in the history."""


def repair(request: HttpRequest, bond: UUID, repair: UUID) -> HttpResponse:
    """One repair."""
    entry = enter(request, bond)
    act, state = entry.act(repair).act, entry.repair(repair)
    if not isinstance(act, Repair) or state is None:
        raise Http404
    acts = [entry.act(one).act for one in state.acts]
    context = {
        "repair": act,
        "state": state,
        "between": [entry.name(person) for person in state.between if person != entry.me],
        "is_going": state.pace is Pace.GOING,
        "where": where(state, entry.setting),
        "glad": glad(entry, act.id),
        "step": next_step(entry, state) if entry.me in state.between else None,
        "turn": label(entry, act, "turn"),
        "accounts": [] if state.is_alone else _accounts(entry, state, acts),
        "map": row(entry, entry.act(state.map)) if state.map else None,
        "ways": _ways(entry, state),
        "going": around(entry, act.id),
        "asides": [
            (TOPICS[one.topic.value], row(entry, entry.act(one.id))) for one in acts if isinstance(one, Aside)
        ],
        "apologies": [_apology(entry, one) for one in state.follow_through],
        "history": [row(entry, entry.act(one)) for one in reversed(state.acts)],
        "makes_promises": bool(entry.readings.reliability),
        "here": "bond",
    }
    return entry.render("web/repair.html", context)


def _ways(entry: Entry, state: RepairState) -> list[Script]:
    """The practices that are about a repair, while it goes on.

    Whoever was hurt is not led to the other's view of it; those practices stand among all of them.
    """
    if state.pace is not Pace.GOING or entry.me not in state.between:
        return []
    acts = (entry.act(one).act for one in state.acts)
    was_hurt = any(isinstance(act, Breach) and entry.me in act.affected for act in acts)
    found = [one for one in offered(entry) if one.needs_repair or one.about]
    return [one for one in found if not (one.takes_view and was_hurt)]


def where(state: RepairState, setting: str) -> str:
    """Whether a repair rests or has ended, in words; empty while it goes on."""
    return {
        Pace.GOING: "",
        Pace.RESTING: _("It rests. Nothing is lost by that."),
        Pace.ENDED: _("It has ended. That is as good an end as any."),
        Pace.MENDED: str(mended(setting).is_so),
    }[state.pace]


def _accounts(entry: Entry, state: RepairState, acts: Iterable[Act]) -> list[dict[str, Any]]:
    """What each of the two has told of it, the latest first, in one size."""
    told = [act for act in acts if isinstance(act, (Breach, Response)) and act.words]
    return [
        {
            "name": _("You") if person == entry.me else entry.name(person),
            "told": [
                (row(entry, entry.act(act.id)), act.words) for act in reversed(told) if act.author == person
            ][:LATEST],
        }
        for person in _me_first(entry, state.between)
    ]


def _me_first(entry: Entry, people: tuple[Person, ...]) -> list[Person]:
    return sorted(people, key=lambda person: person != entry.me)


def _apology(entry: Entry, follow: FollowThrough) -> dict[str, Any]:
    """An apology, the answer to it, and what the promise behind it has done since."""
    answers = [
        one.act
        for one in entry.placed.values()
        if isinstance(one.act, Answer) and one.act.of == follow.apology
    ]
    promise = entry.promise(follow.promise) if follow.promise else None
    return {
        "row": row(entry, entry.act(follow.apology)),
        "answer": entry.sentence(answers[-1]) if answers else "",
        "promise": row(entry, entry.act(promise.promise)) if promise else None,
        "since": wording.follow_through_sentence(follow, translation) if promise else "",
    }
