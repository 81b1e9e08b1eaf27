"""Today: one true sentence, four ways in, what is due, what waits, one suggestion, one good thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from amends.acts.base import Act
from amends.acts.breach import Breach
from amends.acts.membership import Joining
from amends.acts.promise import Promise
from amends.engine.results import Occurrence, Pace, Standing
from amends.readings.compose import Waiting, Wants
from amends.web.pages.acts import row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther
from amends.web.pages.steps import next_step
from amends.web.words import ways_in

MOST_WAITING = 3
"""How much that waits is shown at once: nobody owes anybody an answer."""
AT_REST = "at rest"
"""Where a browser's session keeps what its user wants to see tomorrow rather than today."""


@dataclass(frozen=True)
class Tap:
    """An answer in one tap."""

    name: str
    value: str
    said: str


@dataclass(frozen=True)
class Ask:
    """Something that waits.

    Attributes:
        act: the act it is about.
        said: what it is, without words that could hurt someone who walks past.
        day: of a repeating promise, which day.
        answer: the address of its form.
        look: what the link there says.
        taps: answers in one tap; sent to the same form.
        id: of the act that a tap makes.
        not_now: the tap that keeps *not now* as an answer, for oneself; None where it only puts it off.
    """

    act: Act
    said: str
    day: date | None
    answer: str
    look: str
    taps: tuple[Tap, ...]
    not_now: Tap | None
    id: UUID


def today(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The home of a bond."""
    entry = enter(request, bond)
    waiting = _shown(entry, entry.readings.waiting)
    due = _due_today(entry, waiting)
    good = entry.readings.last_good
    context = {
        "quiet": _quiet(len(due), len(waiting)),
        "ways": ways_in(entry.setting),
        "due": due,
        "waiting": [_ask(entry, one) for one in waiting],
        "suggestion": _suggestion(entry),
        "good": row(entry, entry.act(good)) if good else None,
        "is_new": all(isinstance(placed.act, Joining) for placed in entry.placed.values()),
        "here": "today",
    }
    return entry.render("web/today.html", context)


@require_POST
def rest(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Putting off until tomorrow what waits. Only this browser knows."""
    entry = enter(request, bond)
    entry.act(act)
    today_is = entry.now.date().isoformat()
    kept = {key: until for key, until in request.session.get(AT_REST, {}).items() if until == today_is}
    request.session[AT_REST] = kept | {_key(act, request.POST.get("occurrence", "")): today_is}
    return SeeOther(reverse("today", kwargs={"bond": bond}))


def _shown(entry: Entry, waiting: tuple[Waiting, ...]) -> list[Waiting]:
    """What is shown of all that waits: at most three things, and one hurt at a time."""
    at_rest = entry.request.session.get(AT_REST, {})
    shown: list[Waiting] = []
    for one in waiting:
        is_second_hurt = one.wants is Wants.RESPONSE and any(other.wants is one.wants for other in shown)
        if (
            at_rest.get(_key(one.act, _day_of(entry, one))) != entry.now.date().isoformat()
            and not is_second_hurt
        ):
            shown.append(one)
    return shown[:MOST_WAITING]


def _key(act: UUID, day: str) -> str:
    return f"{act} {day}".strip()


def _day_of(entry: Entry, waiting: Waiting) -> str:
    """The day of a repeating promise, as forms send it."""
    act = entry.act(waiting.act).act
    repeats = isinstance(act, Promise) and act.due.repeats
    return waiting.occurrence.day.isoformat() if repeats and waiting.occurrence else ""


def _quiet(due: int, waiting: int) -> str:
    """One sentence that is true now."""
    promises = ngettext("One promise today.", "%(count)d promises today.", due) % {"count": due}
    waits = ngettext(
        "One thing waits for you, without hurry.", "Some things wait for you, without hurry.", waiting
    )
    match bool(due), bool(waiting):
        case True, True:
            return f"{promises} {waits}"
        case True, False:
            return f"{promises} " + _("Nothing waits for you.")
        case False, True:
            return waits
        case _:
            return _("Nothing is due, and nothing waits for you.")


def _due_today(entry: Entry, waiting: list[Waiting]) -> list[dict[str, Any]]:
    """What still falls due today, or did and was not judged; what waits is said there."""
    asked = {(one.act, one.occurrence.day) for one in waiting if one.occurrence}
    return [
        _due(entry, one)
        for one in entry.readings.due_today
        if one.standing is not Standing.JUDGED and (one.promise, one.day) not in asked
    ]


def _due(entry: Entry, occurrence: Occurrence) -> dict[str, Any]:
    placed = entry.act(occurrence.promise)
    clock = placed.act.due.first.clock if isinstance(placed.act, Promise) else None
    by = _("by %(time)s") % {"time": time_format(clock, "H:i")} if clock else ""
    return {"row": row(entry, placed), "by": by}


def _ask(entry: Entry, waiting: Waiting) -> Ask:
    act = entry.act(waiting.act).act
    kind, look, taps, not_now = _ASKS[waiting.wants]
    day = _day_of(entry, waiting)
    where = {"bond": entry.seat.bond_id, "act": act.id}
    return Ask(
        act=act,
        said=entry.sentence(act) if isinstance(act, Breach) else entry.headline(act),
        day=date.fromisoformat(day) if day else None,
        answer=reverse("answering", kwargs=where | {"kind": kind}),
        look=str(look()),
        taps=tuple(Tap(name, value, said()) for name, value, said in taps),
        not_now=Tap(*not_now, _("Not now")) if not_now else None,
        id=uuid4(),
    )


_ASKS: dict[Wants, tuple[str, Any, tuple[tuple[str, str, Any], ...], tuple[str, str] | None]] = {
    Wants.RESPONSE: ("response", lambda: _("Read it"), (), ("stance", "not now")),
    Wants.REPLY: ("answer", lambda: _("Read and answer"), (), ("reply", "not now")),
    Wants.OUTCOME: (
        "outcome",
        lambda: _("Something else"),
        (
            ("result", "kept", lambda: _("Kept")),
            ("result", "late", lambda: _("Late")),
            ("result", "broken", lambda: _("Not kept")),
        ),
        None,
    ),
    Wants.SETTLEMENT: ("settlement", lambda: _("Two views: look again"), (), None),
    Wants.COMPLETION: (
        "completion",
        lambda: _("Say more"),
        (("fully", "yes", lambda: _("Yes, it was done")), ("fully", "partly", lambda: _("In part"))),
        None,
    ),
}
"""By what is wanted: the word of its form, its link, the answers in one tap, the *not now* that is kept."""


def _suggestion(entry: Entry) -> dict[str, Any] | None:
    """One step of the repair that goes on; it is offered, never asked for."""
    going = [repair for repair in entry.readings.repairs if repair.pace is Pace.GOING]
    if not going or entry.me not in going[0].between:
        return None
    return {"repair": entry.act(going[0].repair).act, "step": next_step(entry, going[0])}
