"""A practice that goes on: what was said in it, what is asked now, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.acts.base import Person
from amends.acts.disclosure import Disclosure, Shelf
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.acts.sealed import BOTH_SIDES
from amends.acts.session import Contribution, Session
from amends.practices.content import practice
from amends.practices.script import (
    DONE,
    PASS,
    PAUSE,
    RESUME,
    STOP,
    Choice,
    Place,
    Script,
    Step,
    Who,
    in_order,
    pause_end,
    steps_for,
    walk,
)
from amends.practices.sealed import Phase
from amends.readings import read
from amends.readings.sessions import Told
from amends.web.forms.session import PAUSES, ContributionForm
from amends.web.pages.bond import open_promises
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import FormPage, SeeOther, show_or_record

LATEST: Final = 30
"""Sessions that are looked through for what goes on [choice]."""
CHECKED_EVERY: Final = 3
"""Seconds after which a page that is looked at asks whether something new was said."""


@dataclass(frozen=True)
class Walked:
    """A session as the visitor can read it.

    Attributes:
        entry: the visit.
        act: the session.
        script: its practice; None where this version knows none of that name.
        said: its contributions and where each lies, in the order in which they were made.
    """

    entry: Entry
    act: Session
    script: Script | None
    said: tuple[tuple[Contribution, Scope], ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Who takes part, the one who began first."""
        return (self.act.author, *self.act.affected)

    @cached_property
    def place(self) -> Place:
        """Where it stands for the visitor."""
        script = self.script or Script(self.act.practice, 0, "", "", "", 0, (1,), (), "", False, False, ())
        return walk(script, self.people, (one for one, _scope in self.said), self.entry.me)

    @property
    def is_sealed(self) -> bool:
        """Whether its answers are sealed, and lie on a page of their own."""
        return self.act.practice == BOTH_SIDES

    @property
    def goes_on(self) -> bool:
        """Whether it has come to no end."""
        if self.is_sealed:
            exercise = read.sealed(self.entry.seat, self.entry.now, self.act.id)
            if exercise is not None and exercise.phase is Phase.CANCELLED:
                return False
        return not self.place.is_over

    @property
    def title(self) -> str:
        """What the practice is called."""
        return self.script.title if self.script else self.act.practice

    @property
    def address(self) -> str:
        """Its page."""
        name = "sealed" if self.is_sealed else "session"
        return reverse(name, kwargs={"bond": self.entry.seat.bond_id, "session": self.act.id})

    @property
    def company(self) -> str:
        """With whom, in words."""
        return get_text_list([self.entry.name(one) for one in self.people if one != self.entry.me], _("and"))

    @property
    def whose_turn(self) -> str:
        """For whom it waits, in words; empty where nobody is waited for but the visitor."""
        others = [self.entry.name(one) for one in self.place.waits_for if one != self.entry.me]
        if not others or self.place.step is not None:
            return ""
        if self.is_led:
            return _("%(name)s goes on for everyone, once there was time.") % {
                "name": self.entry.name(self.place.speaker)
            }
        return _("Now it is %(names)s’s turn. There is no hurry.") % {
            "names": get_text_list(others, _("and"))
        }

    @property
    def heard(self) -> Contribution | None:
        """What another said last, in words."""
        others = (one for one, _scope in self.said[::-1] if one.author != self.entry.me and one.words)
        return next(others, None)

    @property
    def is_led(self) -> bool:
        """Whether one person goes on for all at the step that is open."""
        step = self.place.shared_step
        return step is not None and step.who is Who.ANYONE and len(self.people) > 1

    @property
    def is_mine_to_go_on(self) -> bool:
        """Whether something is asked of the visitor now."""
        return not self.is_sealed and self.place.step is not None and not self.place.is_paused(self.entry.now)


def sessions(entry: Entry) -> list[Walked]:
    """The visitor's latest sessions, the latest first."""
    return [walked_by(entry, told) for told in read.sessions(entry.seat, entry.now, LATEST)]


def around(entry: Entry, repair: UUID) -> list[Walked]:
    """The visitor's sessions around a repair that go on."""
    found = (walked_by(entry, told) for told in read.sessions_of_repair(entry.seat, entry.now, repair))
    return [one for one in found if one.goes_on]


def session(request: HttpRequest, bond: UUID, session: UUID) -> HttpResponse:
    """One session. Asked again with what it showed last, it says when nothing is new."""
    entry = enter(request, bond)
    told = read.session(entry.seat, entry.now, session)
    if told is None:
        raise Http404
    walked = walked_by(entry, told)
    if walked.is_sealed:
        return SeeOther(walked.address)
    if request.method != "POST":
        state = _state(walked)
        return get_conditional_response(request, etag=state) or _marked(_page(walked, None), state)
    step = walked.script.step(request.POST.get("step", "")) if walked.script else None
    return _page(walked, _form(walked, request.POST, step))


def walked_by(entry: Entry, told: Told) -> Walked:
    """A session with its practice, in the order of what was said."""
    script = practice(told.session.practice, get_language() or "en", entry.setting)
    scopes = {one.id: scope for one, scope in told.said}
    ordered = (
        in_order(script, [one for one, _scope in told.said]) if script else [one for one, _ in told.said]
    )
    return Walked(entry, told.session, script, tuple((one, scopes[one.id]) for one in ordered))


def _state(walked: Walked) -> str:
    """A sign of all that the page shows of the session, for a page that asks whether to read it anew."""
    shown = [str(one.id) for one, _scope in walked.said] + [str(walked.place.is_paused(walked.entry.now))]
    return quote_etag(sha256(" ".join(shown).encode()).hexdigest()[:32])


def _marked(response: HttpResponse, state: str) -> HttpResponse:
    response["ETag"] = state
    return response


def _form(walked: Walked, data: QueryDict | None, step: Step | None) -> ContributionForm:
    form = ContributionForm(walked.entry, data, walked.act, step, walked.place.round)
    form.heard = walked.heard
    return form


def _page(walked: Walked, sent: ContributionForm | None) -> HttpResponse:
    entry = walked.entry
    form = sent or _form(walked, None, walked.place.step)
    page = FormPage(
        title=walked.title,
        back=reverse("practices", kwargs={"bond": entry.seat.bond_id}),
        onward=lambda _act: walked.address,
        template="practices/session.html",
        quietly=True,
        more=_context(walked, form.at),
    )
    return show_or_record(entry, form, page)


def _context(walked: Walked, at: Step | None) -> dict[str, Any]:
    entry, place, script = walked.entry, walked.place, walked.script
    paused = place.is_paused(entry.now)
    step = None if paused or place.is_over else at or place.step
    pause = place.pause
    repair = entry.placed.get(walked.act.repair) if walked.act.repair else None
    return {
        "walked": walked,
        "place": place,
        "step": step,
        "about": walked.act.words,
        "repair": repair.act if repair and isinstance(repair.act, Repair) else None,
        "shown": _shown(walked, step) if step else [],
        "choices": _choices(walked, step) if step else [],
        "opens": _opens(walked, step) if step and step.opens else "",
        "promises": open_promises(entry) if step and step.opens == "promises" else [],
        "leads": _leads(walked) if step else "",
        "thread": [one.id in place.passed for one in steps_for(script, walked.people)] if script else [],
        "transcript": [_line(walked, *one) for one in walked.said],
        "paused_until": pause_end(pause).astimezone(entry.now.tzinfo) if paused and pause else None,
        "can_resume": bool(pause) and not paused and not place.is_over,
        "pauses": PAUSES.items(),
        "is_shared": len(walked.people) > 1,
        "checked_every": CHECKED_EVERY if len(walked.people) > 1 and not place.is_over else 0,
        "names": {"pause": PAUSE, "resume": RESUME, "stop": STOP},
        "here": "bond",
    }


def _leads(walked: Walked) -> str:
    """Who goes on for all, said beside the step."""
    if not walked.is_led:
        return ""
    if walked.place.speaker == walked.entry.me:
        return _("Give the others time first: what you send goes on for everyone.")
    return _("You may say something, or nothing. %(name)s goes on for everyone.") % {
        "name": walked.entry.name(walked.place.speaker)
    }


def _choices(walked: Walked, step: Step) -> list[Choice]:
    """The buttons of a step; alone there is nobody to change places with."""
    alone = len(walked.people) == 1
    found = [one for one in step.choices if not (alone and one.swaps)]
    if not found:
        found.append(Choice("", _("Keep and go on") if step.own or alone else _("Send"), ""))
        if not step.writes:
            found = [Choice(DONE, _("Go on"))]
    if step.optional and step.writes and not step.choices:
        found.append(Choice(PASS, _("Go on without")))
    return found


def _shown(walked: Walked, step: Step) -> list[dict[str, Any]]:
    """The latest words of the steps that are shown beside a step."""
    found = []
    for name in step.shows:
        lines = [one for one in walked.said if one[0].step == name and one[0].words]
        of = walked.script.step(name) if walked.script else None
        if of is not None and of.who in {
            Who.EACH,
            Who.ANYONE,
        }:
            latest = {one[0].author: one for one in lines if one[0].author != walked.entry.me}
            found += [_line(walked, *one) for one in latest.values()]
        elif lines:
            found.append(_line(walked, *lines[-1]))
    return found


def _line(walked: Walked, said: Contribution, scope: Scope) -> dict[str, Any]:
    """One contribution, as the session tells it."""
    step = walked.script.step(said.step) if walked.script else None
    chosen = step.choice(said.choice) if step else None
    return {
        "id": said.id,
        "is_mine": said.author == walked.entry.me,
        "name": _("You") if said.author == walked.entry.me else walked.entry.name(said.author),
        "asks": step.asks if step else "",
        "words": said.words,
        "chose": chosen.says if chosen else _CHOSE.get(said.choice, ""),
        "own": scope is Scope.OWN and len(walked.people) > 1,
        "address": reverse("act", kwargs={"bond": walked.entry.seat.bond_id, "act": said.id}),
    }


_CHOSE: Final[dict[str, Any]] = {
    DONE: lazy("Went on"),
    PASS: lazy("Went on without"),
    PAUSE: lazy("Asked for a pause"),
    RESUME: lazy("Went on"),
    STOP: lazy("Ended it here"),
}
"""What those choices are called that every practice has."""


def _opens(walked: Walked, step: Step) -> str:
    """The address of what a step leads to; from there one comes back."""
    bond, repair = walked.entry.seat.bond_id, walked.act.repair
    match step.opens:
        case "promises":
            return ""  # they stand in the page
        case "patterns":
            address = reverse("patterns", kwargs={"bond": bond})
        case "map":
            address = reverse("answering", kwargs={"bond": bond, "act": repair, "kind": "map"})
        case "agreement":
            address = reverse("adding-kind", kwargs={"bond": bond, "kind": Disclosure.KIND})
            return f"{address}?session={walked.act.id}&shelf={Shelf.DECISION.value}"
        case kind:
            address = reverse("adding-kind", kwargs={"bond": bond, "kind": kind})
    return f"{address}?session={walked.act.id}"
