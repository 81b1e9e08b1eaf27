"""The bond: my trust in the other and why, promises, repairs, what adds up, what is good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice, takewhile
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from amends.acts.base import Act
from amends.acts.membership import Joining
from amends.engine.results import PromiseState, Push, Trust, TrustPace
from amends.people.models import Setting
from amends.readings import wording
from amends.readings.read import pace
from amends.web.charts import weeks, weight
from amends.web.charts.trust import TrustChart, draw
from amends.web.forms.choices import BREACH_TYPES
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.words import joy, patience

STRONGEST = 5
"""Acts named under a reading of trust."""
LATELY = 3
"""Acts named of those of the weeks over which its change is told, before the others."""
MARKED = 60
"""Acts that a chart may mark, the strongest: more than fit on it, and no more the longer a ledger is."""
LATEST = 8
"""Acts listed as recent."""
_is_open: Final = attrgetter("open")


@dataclass(frozen=True)
class Reason:
    """An act that moved a reading, and which way."""

    row: Row
    raised: bool


@dataclass(frozen=True)
class _Seen:
    """An act to mark on the thread; it is put into words where that is asked for."""

    at: datetime
    amount: float
    act: Act
    entry: Entry

    @cached_property
    def said(self) -> str:
        return self.entry.headline(self.act)

    @cached_property
    def address(self) -> str:
        return reverse("act", kwargs={"bond": self.entry.seat.bond_id, "act": self.act.id})


@dataclass(frozen=True)
class TrustView:
    """One reading of trust as the page shows it."""

    trust: Trust
    name: str
    sentence: str
    sure: str
    basis: str
    chart: TrustChart | None
    lately: list[Reason]
    reasons: list[Reason]
    pace: str


def bond(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The whole of a bond, for one viewer."""
    entry = enter(request, bond)
    found = entry.readings
    context = {
        "trusts": [trust_view(entry, trust) for trust in found.trust],
        "repairs": [{"act": entry.act(one.repair).act, "repair": one} for one in found.repairs],
        "promises": open_promises(entry),
        "erosion": found.erosion if found.erosion.count and "weight" not in entry.left_out else None,
        "erosion_said": wording.erosion_sentence(found.erosion, translation),
        "erosion_chart": weight.draw(found.erosion.course),
        "erosion_types": [
            (BREACH_TYPES[sort.value], count) for sort, count, _weight in found.erosion.by_type
        ],
        "strip": weeks.draw(found.balance.weeks),
        "balance_said": wording.balance_sentence(found.balance, translation),
        "setback_said": wording.setback_sentence(found.setback, translation),
        "whole_weeks": wording.whole_weeks(found.setback, translation),
        "kept": [wording.reliability_sentence(one, translation) for one in found.reliability],
        "recent": _recent(entry),
        "can_check_in": "check-in" not in entry.left_out,
        "can_remember": "memory" not in entry.left_out,
        "people": entry.others if len(entry.others) > 1 or entry.setting == Setting.TEAM else [],
        "joy": joy(entry.setting),
        "patience": patience(entry.setting),
        "here": "bond",
    }
    return entry.render("web/bond.html", context)


def trust_view(entry: Entry, trust: Trust) -> TrustView:
    """A reading of trust with its drawing, its words and the acts behind it."""
    name = entry.name(trust.of)
    since = entry.now - wording.CHANGE_OVER
    lately = list(islice((push for push in trust.evidence if _happened(entry, push) >= since), LATELY))
    others = (push for push in trust.evidence if push not in lately)
    return TrustView(
        trust=trust,
        name=name,
        sentence=wording.trust_sentence(trust, name, translation),
        sure="" if trust.interval is None else wording.in_hundred(trust.interval, translation),
        basis=wording.trust_basis(trust, translation),
        chart=draw(
            trust.course, [_seen(entry, push) for push in trust.evidence[:MARKED]], entry.now.tzinfo or UTC
        ),
        lately=[reason(entry, push) for push in lately],
        reasons=[reason(entry, push) for push in islice(others, STRONGEST)],
        pace=_pace(entry, trust),
    )


def open_promises(entry: Entry) -> list[dict[str, Any]]:
    """The promises that stand, to or by the visitor, with the day on which each is due next."""
    return [_promise(entry, promise) for promise in takewhile(_is_open, entry.readings.promises)]


def pace_sentence(found: TrustPace) -> str:
    """A pace in words."""
    return wording.pace_sentence(found, translation, lambda time: date_format(time, "F Y"))


def _pace(entry: Entry, trust: Trust) -> str:
    """Nothing, unless the viewer chose a level to look towards, and something can be said."""
    sought = entry.seat.looks_towards
    if sought is None or trust.too_little or "check-in" in entry.left_out:
        return ""
    if entry.seat.rests_prompts:  # a line stays where a line was
        return gettext("It takes the time it takes.")
    found = pace(entry.seat, trust.of, sought / 100, entry.now)
    return "" if found.too_little else pace_sentence(found)


def reason(entry: Entry, push: Push) -> Reason:
    """An act in the evidence of a reading."""
    return Reason(row(entry, entry.act(push.act)), push.amount > 0)


def _happened(entry: Entry, push: Push) -> datetime:
    return entry.act(push.act).act.occurred.utc


def _seen(entry: Entry, push: Push) -> _Seen:
    act = entry.act(push.act).act
    return _Seen(act.occurred.utc, push.amount, act, entry)


def _promise(entry: Entry, promise: PromiseState) -> dict[str, Any]:
    following = promise.next.day if promise.next else None
    return {"row": row(entry, entry.act(promise.promise)), "next": following}


def _recent(entry: Entry) -> list[Row]:
    latest = (entry.placed[act] for act in reversed(entry.placed))
    told = (placed for placed in latest if not isinstance(placed.act, Joining))
    return [row(entry, placed) for placed in islice(told, LATEST)]
