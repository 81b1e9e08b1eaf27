"""A promise, and asking for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import uuid5

from django import forms
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise, PromiseType
from amends.acts.request import Request
from amends.acts.scope import Scope
from amends.readings.read import forecast, foresight
from amends.readings.wording import (
    forecast_parts,
    forecast_sentence,
    foresight_sentences,
    later_by,
    reliability_sentence,
)
from amends.web.forms.act import DueForm, FirstLook, Words
from amends.web.forms.choices import PROMISE_TYPES
from amends.web.forms.concern import concern

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry


LONGEST_SHIFT: Final = 6
"""Digits of a number of minutes; more is no number that a button sent."""


class PromiseForm(DueForm):
    """A promise of the one who writes."""

    kind = Promise
    asks = _("What do you promise?")
    hint = _("Small enough that you can keep it.")
    who_asks = _("To whom?")
    more = ("until", "type", "done_means", "plan_if", "plan_then")

    type = forms.ChoiceField(
        label=_("What sort of promise is it?"),
        choices=list(PROMISE_TYPES.items()),
        initial=PromiseType.DO.value,
    )
    done_means = Words(_("What counts as done?"), rows=2)
    plan_if = Words(_("If this gets in the way …"), rows=2)
    plan_then = Words(_("… then I will"), rows=2)

    def first(self, target: Act | None) -> dict[str, Any]:
        """Today; a promise to a request, or in place of another, begins with its words and its time."""
        today = {"due_day": self.entry.now.date()}
        if not isinstance(target, (Promise, Request)):
            return today
        due, state = target.due, self.entry.promise(target.id)
        if due is None:
            return {"words": target.words} | today
        day = state.next.day if state and state.next else due.first.day
        return {"words": target.words, "due_day": day, "due_clock": due.first.clock}

    def __init__(self, entry: Entry, data: Mapping[str, Any] | None = None, *more: Any, **named: Any) -> None:
        super().__init__(entry, _put_later(data), *more, **named)

    def look_first(self) -> FirstLook | None:
        """What it may give away that nobody else should hold; else what one's own record says."""
        return concern(self.draft()) or self._look_back()

    def _look_back(self) -> FirstLook | None:
        """How promises like it went, and a time that would have held; for who promises alone."""
        if not isinstance(self.made, Promise):
            return None
        due, clock = self.made.due, self.made.due.first.clock
        found = foresight(self.entry.seat, self.made.type, due, self.entry.now)
        if found is None:
            return None
        weekday = date_format(due.first.day, "l")
        expected = forecast(self.entry.seat, self.made.type, due, self.entry.now)
        said = [
            *foresight_sentences(found, clock, weekday, translation),
            forecast_sentence(expected, translation),
        ]
        keep = _("Keep it as it is") if clock is None else _("Keep %(time)s") % {"time": f"{clock:%H:%M}"}
        choices = [("as it is", str(keep))]
        if found.shift is not None:
            choices.insert(0, (str(found.shift), later_by(clock, found.shift, translation)))
        return FirstLook(said, tuple(choices), tuple(forecast_parts(expected, translation)))

    def values(self) -> dict[str, Any]:
        """By when, and the plan."""
        texts = {name: self.cleaned_data[name] for name in ("done_means", "plan_if", "plan_then")}
        request = self.target.id if isinstance(self.target, Request) else None
        earlier = self.target.id if isinstance(self.target, Promise) else None
        return {
            "due": self.due(),
            "type": PromiseType(self.cleaned_data["type"]),
            "request": request,
            "instead_of": earlier,
            **texts,
        }

    def beside(self) -> str:
        """How the promiser's own promises went, once there are enough to say."""
        read = self.entry.readings.reliability
        if not read or read[0].too_little:
            return ""
        return _("Your promises so far. %(said)s Only you see this.") % {
            "said": reliability_sentence(read[0], translation)
        }

    def also(self) -> list[Act]:
        """That the earlier promise was changed before it was due."""
        if not isinstance(self.made, Promise) or not isinstance(self.target, Promise):
            return []
        shared = {
            name: getattr(self.made, name) for name in ("author", "by", "affected", "occurred", "recorded_at")
        }
        changed = uuid5(self.made.id, "changed")
        return [Outcome(id=changed, promise=self.target.id, result=Result.RENEGOTIATED, **shared)]

    def _scopes(self) -> tuple[Scope, ...]:
        """One that takes another's place is read by whoever read the other."""
        scopes = super()._scopes()
        return scopes[-1:] if isinstance(self.target, Promise) else scopes


def _put_later(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """What was sent, due as many minutes later as was chosen after a first look."""
    minutes = (data or {}).get("chosen", "")
    if data is None or not minutes.isdecimal() or len(minutes) > LONGEST_SHIFT:
        return data
    day, clock = data.get("due_day", ""), data.get("due_clock", "")
    try:
        due = datetime.fromisoformat(f"{day}T{clock or '00:00'}") + timedelta(minutes=int(minutes))
    except (ValueError, OverflowError):
        return data  # what is wrong with it is said at its field
    later = {"due_day": due.date().isoformat(), "due_clock": f"{due:%H:%M}" if clock else ""}
    return {**{name: data.get(name) for name in data}, **later}


class RequestForm(DueForm):
    """Asking another for a promise. Only the other can make it."""

    kind = Request
    is_coached = True
    asks = _("What do you ask for?")
    hint = _("Something that can be done, and refused.")
    who_asks = _("Whom do you ask?")
    more = ("due_day", "due_clock")
    due_required: ClassVar[bool] = False
    may_repeat: ClassVar[bool] = False

    def look_first(self) -> FirstLook | None:
        """What it may take hold of, shown once."""
        return concern(self.draft())

    def values(self) -> dict[str, Any]:
        """By when, if said."""
        return {"due": self.due()}
