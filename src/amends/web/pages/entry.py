"""Entering a bond: the seat, the time, what everyone is called, what there is to read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from amends.acts.amends import Completion
from amends.acts.answer import Answer
from amends.acts.base import Act, Person
from amends.acts.boundary import Observance
from amends.acts.hours import Hours, quiet_until
from amends.acts.looking_forward import LookingForward
from amends.acts.outcome import Outcome
from amends.acts.references import named_by
from amends.acts.scope import Placed
from amends.acts.sentence import headline, sentence
from amends.acts.settlement import Settlement
from amends.bonds import share
from amends.engine.results import Patterns, PromiseState, RepairState
from amends.people.access import get_everyone, get_others, get_seat
from amends.people.models import Member, Role, Setting
from amends.readings.compose import Readings
from amends.readings.read import patterns, readings, shown_to, standing
from amends.web.requests import user_of

A = TypeVar("A", bound=Act)

AT_WORK_ALONE = frozenset({"recognition"})
"""What is asked in a team and nowhere else."""
SPEAKS_OF = (Answer, Completion, Observance, Outcome, Settlement)
"""Kinds that say little without what they are about."""


@dataclass(frozen=True)
class Entry:
    """Someone's visit to their bond, for the time of one request.

    Attributes:
        request: the request.
        seat: the visitor's seat, with its bond.
        now: the server's clock at the time of the request, aware, in the bond's zone.
    """

    request: HttpRequest
    seat: Member
    now: datetime

    @property
    def me(self) -> Person:
        """The visitor, as acts name them."""
        return Person(str(self.seat.id))

    @property
    def setting(self) -> str:
        """What the people are to each other."""
        return self.seat.bond.setting

    @cached_property
    def left_out(self) -> frozenset[str]:
        """What is not asked here: at work all that the visitor did not turn on for themselves."""
        if self.setting != Setting.TEAM:
            return AT_WORK_ALONE
        manages = self.seat.role == Role.MANAGER  # and keeps no record of single people here
        turned_on = {
            "weight": self.seat.with_weights,
            "check-in": self.seat.with_ratings and not manages,
            "memory": not manages,
            "apology": self.seat.with_apologies,
            "amends": self.seat.with_apologies,
        }
        return frozenset(word for word, is_on in turned_on.items() if not is_on)

    @cached_property
    def others(self) -> list[Member]:
        """The other members, as far as they let it be known."""
        return get_others(self.seat)

    @cached_property
    def company(self) -> list[Member]:
        """Whom one can write about: the others, or where all have left, those who were here."""
        return self.others or [member for member in get_everyone(self.seat) if member != self.seat]

    @cached_property
    def names(self) -> dict[Person, str]:
        """What everyone who is or was here is called."""
        return {Person(str(member.id)): member.name for member in get_everyone(self.seat)}

    @cached_property
    def placed(self) -> MappingProxyType[UUID, Placed]:
        """All that the visitor is shown, by id, in the order in which it happened."""
        return shown_to(self.seat, self.now)

    @cached_property
    def readings(self) -> Readings:
        """What it means for the visitor now."""
        return readings(self.seat, self.now)

    @cached_property
    def patterns(self) -> Patterns:
        """When the visitor's own promises are kept less often."""
        return patterns(self.seat, self.now)

    @cached_property
    def pending(self) -> dict[UUID, datetime]:
        """What of the visitor's own is on its way to the others, and when it arrives."""
        return share.pending(self.seat)

    @cached_property
    def quiet_until(self) -> datetime | None:
        """Until when the visitor's own hours hold, in which no page asks for anything; None outside them."""
        return quiet_until((act for act in self.standing(Hours) if act.author == self.me), self.now)

    @property
    def may_suggest(self) -> bool:
        """Whether a page may suggest to the visitor what is done with the others.

        Not while they let that rest, and not in their own hours. What is suggested rests then; what can be
        begun stays where it is: whoever looks over their shoulder sees nothing missing.
        """
        return not self.seat.rests_prompts and self.quiet_until is None

    @cached_property
    def joys_today(self) -> tuple[LookingForward, ...]:
        """What someone here looks forward to on this day. What asks for work rests then."""
        today = self.now.date()
        return tuple(act for act in self.standing(LookingForward) if act.day == today)

    @property
    def may_suggest_work(self) -> bool:
        """The same for what is work: that rests, too, on a day to look forward to."""
        return self.may_suggest and not self.joys_today

    def standing(self, kind: type[A]) -> tuple[A, ...]:
        """The acts of a kind that were not withdrawn, by the time they happened."""
        return standing(self.seat, self.now, kind)

    def promise(self, act_id: UUID) -> PromiseState | None:
        """How a promise to or by the visitor stands."""
        return next((one for one in self.readings.promises if one.promise == act_id), None)

    def repair(self, act_id: UUID) -> RepairState | None:
        """How far a repair has come."""
        return next((one for one in self.readings.repairs if one.repair == act_id), None)

    def act(self, act_id: UUID) -> Placed:
        """One act.

        Raises:
            Http404: there is none that the visitor may read.
        """
        found = self.placed.get(act_id)
        if found is None:
            raise Http404
        return found

    def name(self, person: Person) -> str:
        """What someone is called."""
        return self.names.get(person) or gettext("someone")

    def sentence(self, act: Act) -> str:
        """What happened, as told to the visitor."""
        return sentence(act, self.me, self.name, translate=gettext, setting=self.setting)

    def headline(self, act: Act) -> str:
        """The same, with the beginning of the words; what has none borrows those of what it is about."""
        told = act
        if not act.words and isinstance(act, SPEAKS_OF):
            about = (self.placed[one].act.words for one in named_by(act) if one in self.placed)
            told = replace(act, words=next(about, ""))
        return headline(told, self.me, self.name, translate=gettext, setting=self.setting)

    def render(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """A page of this bond; its times are those of the bond's zone."""
        with timezone.override(self.now.tzinfo):
            return render(self.request, template, {"seat": self.seat, **context}, status=status)


def enter(request: HttpRequest, bond: UUID) -> Entry:
    """Go through the one door, and let arrive what is due.

    Raises:
        Http404: there is no such bond for this visitor.
    """
    seat = get_seat(user_of(request), bond)
    now = timezone.now().astimezone(ZoneInfo(seat.bond.zone))
    share.flush(seat.bond, now)
    return Entry(request, seat, now)
