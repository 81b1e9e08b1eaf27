"""What an act says beyond its words, as pairs of a name and a value for its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from django.utils import translation
from django.utils.formats import date_format, time_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amends.acts.base import Act, Person
from amends.acts.due import Due, Unit
from amends.acts.fields import fields_of
from amends.acts.hours import Weekday
from amends.acts.hypothesis import Condition
from amends.acts.promise import Promise
from amends.readings.wording import condition_name
from amends.web.forms.choices import (
    BREACH_TYPES,
    CAUSES,
    DAYS,
    HEARD,
    PROMISE_TYPES,
    RESULTS,
    SHELVES,
    SUBJECTS,
    TOPICS,
    WEIGHTS,
)
from amends.web.forms.hours import SORTS as HOURS
from amends.web.forms.hours import WEEKDAYS

Fact = tuple[str, str]


class Reader(Protocol):
    """To whom facts are told: a member in their bond, or someone from outside, who is nobody in it."""

    @property
    def me(self) -> Person | None:
        """Who of the bond it is, if anyone."""

    def name(self, person: Person) -> str:
        """What someone is called."""


def facts_of(entry: Reader, act: Act) -> list[Fact]:
    """What there is to tell, in the order of the act's fields; what says nothing is left out."""
    found = []
    for field in fields_of(type(act)):
        shown = _SHOWN.get((act.KIND, field.name)) or _SHOWN.get(("", field.name))
        value = getattr(act, field.name)
        if shown is not None and value not in (None, "", ()):
            name, text = shown
            found.append((str(name()), text(entry, value)))
    if isinstance(act, Promise):
        found.append((_("Who says how it went"), _judges(entry, act)))
    return [(name, text) for name, text in found if text]


def _judges(entry: Reader, promise: Promise) -> str:
    if entry.me in promise.affected:
        said = _("You. %(name)s can say how they see it; where you differ, it counts once you both agree.")
        return said % {"name": entry.name(promise.author)}
    names = get_text_list([entry.name(person) for person in promise.affected], _("or"))
    if promise.author != entry.me:
        return names
    said = _("%(names)s. You can say how you see it; where you differ, it counts once you both agree.")
    return said % {"names": names}


def when_due(due: Due) -> str:
    """A due time in words."""
    text = date_format(due.first.day, "DATE_FORMAT")
    if due.first.clock is not None:
        text = _("%(day)s, %(time)s") % {"day": text, "time": time_format(due.first.clock, "H:i")}
    if due.unit is None:
        return text
    repeats = {
        Unit.DAY: ngettext("every day", "every %(count)d days", due.every),
        Unit.WEEK: ngettext("every week", "every %(count)d weeks", due.every),
        Unit.MONTH: ngettext("every month", "every %(count)d months", due.every),
    }[due.unit]
    repeats = repeats % {"count": due.every} if due.every > 1 else repeats
    text = _("from %(first)s, %(repeats)s") % {"first": text, "repeats": repeats}
    if due.until is None:
        return text
    return _("%(due)s, until %(last)s") % {"due": text, "last": date_format(due.until, "DATE_FORMAT")}


def _text(_entry: Reader, value: Any) -> str:
    return str(value)


def _day(_entry: Reader, value: Any) -> str:
    return date_format(value, "DATE_FORMAT")


def _due(_entry: Reader, value: Due) -> str:
    return when_due(value)


def _label(labels: dict[str, Any]) -> Callable[[Reader, Any], str]:
    """What a choice is called; that it is none of the others tells nothing."""
    return lambda _entry, value: "" if value.value == "other" else str(labels.get(value.value, ""))


def _weight(_entry: Reader, value: int) -> str:
    return str(dict(WEIGHTS)[value])


def _condition(_entry: Reader, value: Condition) -> str:
    return condition_name(value, translation)


def _weekdays(_entry: Reader, value: tuple[Weekday, ...]) -> str:
    return get_text_list([str(WEEKDAYS[day.value]) for day in value], _("and"))


def _minutes(_entry: Reader, value: int) -> str:
    return ngettext("%(count)d minute", "%(count)d minutes", value) % {"count": value}


def _yes(said: Callable[[], str]) -> Callable[[Reader, Any], str]:
    return lambda _entry, value: said() if value else ""


_SHOWN: dict[tuple[str, str], tuple[Callable[[], str], Callable[[Reader, Any], str]]] = {
    ("breach", "type"): (lambda: _("What it was like"), _label(BREACH_TYPES)),
    ("promise", "type"): (lambda: _("What sort of promise"), _label(PROMISE_TYPES)),
    ("", "weight"): (lambda: _("How heavy it was"), _weight),
    ("", "due"): (lambda: _("By when"), _due),
    ("", "done_means"): (lambda: _("What counts as done"), _text),
    ("", "plan_if"): (lambda: _("If this gets in the way"), _text),
    ("", "plan_then"): (lambda: _("Then"), _text),
    ("", "result"): (lambda: _("How it went"), _label(RESULTS)),
    ("", "occurrence"): (lambda: _("Which day"), _day),
    ("", "minutes"): (lambda: _("How late"), _minutes),
    ("", "told_before"): (lambda: _("Beforehand"), _yes(lambda: _("Word came beforehand"))),
    ("", "acknowledges"): (lambda: _("What was done"), _text),
    ("", "offers"): (lambda: _("Putting it right"), _text),
    ("", "prevents"): (lambda: _("So that it does not happen again"), _text),
    ("boundary", "subject"): (lambda: _("What it is about"), _label(SUBJECTS)),
    ("boundary", "reason"): (lambda: _("What for"), _text),
    ("boundary", "request"): (lambda: _("What is asked"), _text),
    ("boundary", "otherwise"): (lambda: _("Otherwise"), _text),
    ("", "review"): (lambda: _("To look at again"), _day),
    ("", "expires"): (lambda: _("Open until"), _day),
    ("disclosure", "shelf"): (lambda: _("What it is about"), _label(SHELVES)),
    ("disclosure", "file_name"): (lambda: _("With it"), _text),
    ("disclosure", "rationale"): (lambda: _("Why"), _text),
    ("moment", "meaning"): (lambda: _("What it meant"), _text),
    ("journal", "day"): (lambda: _("What sort of day"), _label(DAYS)),
    ("heard-promise", "went"): (lambda: _("How it went"), _label(HEARD)),
    ("hypothesis", "condition"): (lambda: _("Harder to keep"), _condition),
    ("map", "typically"): (lambda: _("When it happens"), _text),
    ("map", "behind"): (lambda: _("What seems behind it"), _text),
    ("map", "remedy"): (lambda: _("One thing to try"), _text),
    ("understanding", "cause"): (lambda: _("What seems behind it"), _label(CAUSES)),
    ("understanding", "hidden"): (lambda: _("And"), _yes(lambda: _("it was hidden at the time"))),
    ("check-in", "predictable"): (lambda: _("Can foresee how they act"), _text),
    ("check-in", "dependable"): (lambda: _("Can count on what they say"), _text),
    ("check-in", "faith"): (lambda: _("They will look out for me"), _text),
    ("aside", "topic"): (lambda: _("Which step"), _label(TOPICS)),
    ("hours", "begins"): (lambda: _("From"), _text),
    ("hours", "ends"): (lambda: _("To"), _text),
    ("hours", "sort"): (lambda: _("What sort of hours"), _label(HOURS)),
    ("hours", "weekdays"): (lambda: _("On"), _weekdays),
    ("hours", "until"): (lambda: _("Until"), _day),
    ("skip", "first"): (lambda: _("The first day left out"), _day),
    ("skip", "last"): (lambda: _("The last day left out"), _day),
    ("recognition", "outcome"): (lambda: _("What came of it"), _text),
    ("looking-forward", "day"): (lambda: _("When"), _day),
    ("repair", "name"): (lambda: _("What it is about"), _text),
}
"""By kind and field, or by field alone: what the fact is called, and how its value reads."""
