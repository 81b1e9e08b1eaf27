"""Anonymous rounds: what can be asked, a round that goes on, and what is told of one that closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.acts.base import Person
from amends.people.models import Setting
from amends.rounds import keep
from amends.rounds.errors import Over, Unbegun, Why
from amends.rounds.keep import Asking
from amends.rounds.questions import Question, QuestionSet, question_set, question_sets
from amends.rounds.sums import FEWEST, Middle
from amends.web.charts.middle import Thread, draw
from amends.web.forms.act import the_host
from amends.web.forms.rounds import AnswersForm, BeginForm
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther

AGAINST: Final = {
    Why.TOO_FEW: lazy("This takes five people or more with an account here."),
    Why.GOES_ON: lazy("A round with these questions goes on now."),
    Why.TOO_SOON: lazy("These questions were asked not long ago. They rest for four weeks after a round."),
}
"""What stands against beginning a round, in words."""


@dataclass(frozen=True)
class Answered:
    """What is told of one question.

    Attributes:
        question: the question.
        said: the middle in words; empty where nothing is told, and of texts.
        thread: its drawing.
        texts: what was written, in no order.
    """

    question: Question
    said: str
    thread: Thread | None
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A round as lists and pages show it.

    Attributes:
        asking: the round.
        title: what its questions are called.
        address: its page.
    """

    asking: Asking
    title: str
    address: str


def rounds(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What goes on, what can be asked, what was told."""
    entry = _enter(request, bond)
    found = shown(entry)
    context = {
        "going": [one for one in found if one.asking.is_open],
        "over": [one for one in found if not one.asking.is_open],
        "sets": question_sets(_language()),
        "host": the_host(),
        "fewest": FEWEST,
        "here": "bond",
    }
    return entry.render("rounds/rounds.html", context)


def questions(request: HttpRequest, bond: UUID, questions: str) -> HttpResponse:
    """A set of questions, how they were answered over time, and asking them."""
    entry = _enter(request, bond)
    asked = question_set(questions, _language())
    if asked is None:
        raise Http404
    form = BeginForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            begun = keep.begin(entry.seat, asked, form.closes_at(entry.now), entry.now)
        except Unbegun as refused:
            form.add_error(None, AGAINST[refused.why])
        else:
            return SeeOther(_address(entry, begun))
    why = keep.stands_against(entry.seat.bond, asked.id, entry.now)
    same = [one for one in keep.rounds_of(entry.seat.bond, entry.now) if one.questions == asked.id]
    context = {
        "asked": asked,
        "form": form,
        "against": None if why is None else AGAINST[why],
        "withheld": keep.would_be_withheld(entry.seat.bond, asked.id, entry.now),
        "people": [one.name for one in keep.those_asked(entry.seat.bond)],
        "host": the_host(),
        "history": _history(entry, asked, same),
        "here": "bond",
    }
    return entry.render("rounds/questions.html", context)


def round_page(request: HttpRequest, bond: UUID, round: UUID) -> HttpResponse:  # noqa: A002 - the address
    """A round: to be answered, or once it has closed, what is told of it.

    While it goes on the page is the same whoever has answered, and for whoever has.
    """
    entry = _enter(request, bond)
    asking = keep.find(entry.seat.bond, round, entry.now)
    asked = None if asking is None else question_set(asking.questions, _language())
    if asking is None or asked is None:
        raise Http404
    if not asking.is_open:
        return entry.render("rounds/told.html", _told(asking, asked))
    form = AnswersForm(asked, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            keep.answer(entry.seat, asking.id, form.answers(), entry.now)
        except Over:
            raise Http404 from None
        messages.info(
            request, _("Kept. Until it closes you can answer anew; that takes the place of what you sent.")
        )
        return SeeOther(_address(entry, round))
    return entry.render("rounds/round.html", _going(entry, asking, asked, form))


def shown(entry: Entry) -> list[Shown]:
    """All rounds of a bond whose questions there still are, the latest first."""
    found = []
    for asking in keep.rounds_of(entry.seat.bond, entry.now):
        asked = question_set(asking.questions, _language())
        if asked is not None:
            found.append(Shown(asking, asked.title, _address(entry, asking.id)))
    return found


def going(entry: Entry) -> list[Shown]:
    """Rounds that go on and in which the visitor is asked, whether or not they have answered."""
    if entry.setting != Setting.TEAM:
        return []
    return [one for one in shown(entry) if one.asking.is_open and one.asking.asks(entry.seat)]


def _enter(request: HttpRequest, bond: UUID) -> Entry:
    """Rounds are for teams; whatever is due closes before anyone looks."""
    entry = enter(request, bond)
    if entry.setting != Setting.TEAM:
        raise Http404
    keep.close_due(entry.now)
    return entry


def _going(entry: Entry, asking: Asking, asked: QuestionSet, form: AnswersForm) -> dict[str, Any]:
    return {
        "asking": asking,
        "asked": asked,
        "form": form,
        "is_asked": asking.asks(entry.seat),
        "begun_by": entry.name(Person(str(asking.begun_by))),
        "people": [one.name for one in keep.those_asked(entry.seat.bond) if asking.asks(one)],
        "host": the_host(),
        "fewest": FEWEST,
        "here": "bond",
    }


def _told(asking: Asking, asked: QuestionSet) -> dict[str, Any]:
    return {
        "asking": asking,
        "asked": asked,
        "answered": [_answered(asking, asked, one) for one in asked.questions] if asking.told else [],
        "fewest": FEWEST,
        "here": "bond",
    }


def _history(entry: Entry, asked: QuestionSet, same: list[Asking]) -> list[dict[str, Any]]:
    """Of each round of a set that something is told of, the latest first: when, of whom, and the middles."""
    told = [one for one in same if one.told is not None]
    earlier = [*told[1:], None][: len(told)]
    return [
        {
            "asking": one,
            "address": _address(entry, one.id),
            "answered": [_answered(one, asked, each) for each in asked.questions],
            "others": before is not None and not one.asked_the_same(before),
        }
        for one, before in zip(told, earlier, strict=True)
    ]


def _answered(asking: Asking, asked: QuestionSet, question: Question) -> Answered:
    middle = asking.told.middles.get(question.id) if asking.told else None
    texts = asking.told.texts.get(question.id, ()) if asking.told else ()
    if middle is None:
        return Answered(question, "", None, texts)
    return Answered(question, _middle(middle, asked.scale), draw(middle), texts)


def _middle(middle: Middle, scale: tuple[str, ...]) -> str:
    """The middle of the answers as a sentence."""
    low, below, above, high = (
        scale[step - 1] for step in (middle.low, middle.below, middle.above, middle.high)
    )
    if low == high:
        return _("Half of the answers or more are “%(step)s”.") % {"step": low}
    half = _("Half of the answers lie from “%(low)s” to “%(high)s”") % {"low": low, "high": high}
    if below == above:
        return _("%(half)s; the one in the middle is “%(step)s”.") % {"half": half, "step": below}
    return _("%(half)s; the middle falls between “%(below)s” and “%(above)s”.") % {
        "half": half,
        "below": below,
        "above": above,
    }


def _address(entry: Entry, round_id: UUID) -> str:
    return reverse("round", kwargs={"bond": entry.seat.bond_id, "round": round_id})


def _language() -> str:
    return get_language() or "en"
