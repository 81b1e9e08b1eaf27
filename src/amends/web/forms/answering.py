"""What is said about an act that is there already."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amends.acts.amends import Amends, Completion
from amends.acts.answer import REPLIES as OFFERED
from amends.acts.answer import About, Answer, Reply
from amends.acts.aside import Aside, Topic
from amends.acts.base import Act
from amends.acts.correction import Correction
from amends.acts.outcome import LONGEST_DELAY, SETTLES, Outcome, Result
from amends.acts.promise import Promise
from amends.acts.repair import Step, Turn
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.settlement import Settlement
from amends.acts.understanding import Cause, Understanding
from amends.engine.results import FollowThrough, Pace, Standing
from amends.readings import wording
from amends.web.forms.act import ActForm, reach_of
from amends.web.forms.choices import CAUSES, REPLIES, RESULTS, STANCES, STEPS, TOPICS
from amends.web.words import mended

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry


class AboutForm(ActForm):
    """A form about an act; it lies where that act lies, and nobody has to be chosen."""

    about_others = False
    dated = False
    offers_sharing = False
    words_first = False
    more: ClassVar[tuple[str, ...]] = ()
    asks = _("A word, if you like")
    button = _("Send")
    target: Act

    @property
    def chosen_scope(self) -> Scope:
        """Where the act lies that it is about: what is one's own stays so."""
        return super().chosen_scope if self.offers_sharing else reach_of(self.entry, self.target)


class ResponseForm(AboutForm):
    """How the other sees it."""

    kind = Response
    is_coached = True
    asks = _("In your words")
    hint = _("Both accounts will stand side by side. “Not now” is seen by nobody else.")

    stance = forms.ChoiceField(
        label=_("You can say"), choices=list(STANCES.items()), widget=forms.RadioSelect
    )

    def values(self) -> dict[str, Any]:
        """How they see it."""
        return {"of": self.target.id, "stance": Stance(self.cleaned_data["stance"])}


class AnswerForm(AboutForm):
    """The answer to an apology, a request or a boundary."""

    kind = Answer
    is_coached = True
    hint = _("You owe none. “Not now” is seen by nobody else.")

    reply = forms.ChoiceField(label=_("You can say"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.about = About(self.target.KIND)
        reply = self.fields["reply"]
        reply.choices = [(one.value, REPLIES[one.value]) for one in OFFERED[self.about]]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What is answered to what."""
        return {"of": self.target.id, "about": self.about, "reply": Reply(self.cleaned_data["reply"])}


class _OccurrenceForm(AboutForm):
    """About one time that a promise fell due."""

    target: Promise

    occurrence = forms.DateField(required=False, widget=forms.HiddenInput)

    def first(self, target: Act | None) -> dict[str, Any]:
        """The latest time that came, unless the address says which."""
        if not isinstance(target, Promise) or not target.due.repeats:
            return {}
        try:
            asked = date.fromisoformat(self.entry.request.GET.get("day", ""))
        except ValueError:
            asked = None
        return {"occurrence": asked or self.latest(target)}

    def latest(self, promise: Promise) -> date | None:
        """The latest time that came, if any did."""
        state = self.entry.promise(promise.id)
        return state.past[-1].day if state is not None and state.past else None

    def typed_day(self) -> date | None:
        """Which time is meant, as the page says and as it is sent back."""
        value = self["occurrence"].value()
        try:
            return date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            return None

    @property
    def shown_day(self) -> date | None:
        """The day of a repeating promise, as the page shows it."""
        return self.typed_day() if self.target.due.repeats else None


class OutcomeForm(_OccurrenceForm):
    """How a promise went or what becomes of it, as the one who writes sees it."""

    kind = Outcome
    more = ("minutes", "told_before")

    result = forms.ChoiceField(label=_("As you see it, it was"), widget=forms.RadioSelect)
    minutes = forms.IntegerField(
        label=_("How many minutes late, if you know?"), required=False, min_value=1, max_value=LONGEST_DELAY
    )
    told_before = forms.BooleanField(label=_("Word came beforehand"), required=False)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        day = self.typed_day() if self.target.due.repeats else self.target.due.first.day
        offered = results_for(self.entry, self.target, day)
        result = self.fields["result"]
        result.choices = [(one.value, RESULTS[one.value]) for one in offered]  # type: ignore[attr-defined]
        if Result.LATE not in offered:
            del self.fields["minutes"], self.fields["told_before"]

    def people(self) -> dict[str, Any]:
        """The one who promised did it, to those it was promised to."""
        return {"by": self.target.by, "affected": self.target.affected}

    def values(self) -> dict[str, Any]:
        """How it went; what ends a promise that repeats names no day of it."""
        result = Result(self.cleaned_data["result"])
        told = result in {Result.LATE, Result.BROKEN} and self.cleaned_data.get("told_before", False)
        return {
            "promise": self.target.id,
            "result": result,
            "occurrence": self.cleaned_data.get("occurrence") if result in SETTLES else None,
            "minutes": self.cleaned_data.get("minutes") if result is Result.LATE else None,
            "told_before": told,
        }


def results_for(entry: Entry, promise: Promise, day: date | None) -> tuple[Result, ...]:
    """What the visitor can say of a promise on one of its days; None where none of them has come.

    Before it is due it can be kept, taken back or let go; afterwards it went somehow.
    A promise that repeats can end at any time.
    """
    has_come = day is not None and promise.due.ends_at(day) <= entry.now
    went: tuple[Result, ...] = ()
    if has_come:
        went = (Result.KEPT, Result.LATE, Result.BROKEN)
    elif not promise.due.repeats:
        went = (Result.KEPT,)
    is_mine = promise.by == entry.me
    state = entry.promise(promise.id)
    stands = state is not None and state.open and (not has_come or promise.due.repeats or not is_mine)
    ends = ((Result.WITHDRAWN,) if is_mine else (Result.RELEASED,)) if stands else ()
    return (*went, *ends)


class SettlementForm(_OccurrenceForm):
    """What one can settle on where two views differ."""

    kind = Settlement
    more = ("minutes",)
    hint = _("It counts once you both stand on the same. Until then both views stay.")

    result = forms.ChoiceField(
        label=_("You could both say it was"),
        choices=[(one.value, RESULTS[one.value]) for one in Result if one in SETTLES],
        widget=forms.RadioSelect,
    )
    minutes = forms.IntegerField(
        label=_("How many minutes late, if you know?"), required=False, min_value=1, max_value=LONGEST_DELAY
    )

    def latest(self, promise: Promise) -> date | None:
        """The latest time of which there are two views."""
        state = self.entry.promise(promise.id)
        differing = [day.day for day in state.past if day.standing is Standing.DIFFERING] if state else []
        return differing[-1] if differing else super().latest(promise)

    def values(self) -> dict[str, Any]:
        """On what."""
        result = Result(self.cleaned_data["result"])
        minutes = self.cleaned_data.get("minutes") if result is Result.LATE else None
        day = self.cleaned_data.get("occurrence")
        return {"promise": self.target.id, "result": result, "occurrence": day, "minutes": minutes}


class CompletionForm(AboutForm):
    """That something was put right, said by the one it was for."""

    kind = Completion
    target: Amends

    fully = forms.ChoiceField(
        label=_("For you"), choices=[("yes", _("Yes")), ("partly", _("In part"))], widget=forms.RadioSelect
    )

    def people(self) -> dict[str, Any]:
        """The other did it, for the one who writes."""
        return {"by": self.target.by, "affected": (self.entry.me,)}

    def values(self) -> dict[str, Any]:
        """How far."""
        return {"amends": self.target.id, "fully": self.cleaned_data["fully"] == "yes"}


class UnderstandingForm(AboutForm):
    """What seems to lie behind it."""

    kind = Understanding
    hint = _("Seeing a reason is not excusing. You can come back to this.")
    offers_sharing = True
    button = _("Keep")

    cause = forms.ChoiceField(
        label=_("As far as you can see"), choices=list(CAUSES.items()), widget=forms.RadioSelect
    )
    hidden = forms.BooleanField(
        label=_("It was hidden from me at the time"),
        required=False,
        help_text=_("This gives it lasting weight in your own reading."),
    )

    def values(self) -> dict[str, Any]:
        """What, and whether it was hidden."""
        cause = Cause(self.cleaned_data["cause"])
        hidden = self.cleaned_data["hidden"] and cause is Cause.NOT_STRAIGHT
        return {"of": self.target.id, "cause": cause, "hidden": hidden}


class TurnForm(AboutForm):
    """What becomes of a repair."""

    kind = Turn

    step = forms.ChoiceField(label=_("From here on"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        step = self.fields["step"]
        called = STEPS | {Step.MENDED.value: mended(self.entry.setting).call}
        step.choices = [(one.value, called[one.value]) for one in self._steps()]  # type: ignore[attr-defined]

    def beside(self) -> str:
        """For who may call it mended: what was kept since, as the record has it."""
        state = self.entry.repair(self.target.id)
        if state is None or self.entry.me not in state.hurt:
            return ""
        return " ".join(self._kept(follow) for follow in state.follow_through if follow.promise is not None)

    def _kept(self, follow: FollowThrough) -> str:
        promise = self.entry.headline(self.entry.act(follow.promise or follow.apology).act)
        kept = wording.follow_through_sentence(follow, translation)
        return gettext("%(promise)s – %(kept)s.") % {"promise": promise.rstrip("."), "kept": kept}

    def _steps(self) -> list[Step]:
        """What can follow; *mended* is for those who were hurt to say."""
        state = self.entry.repair(self.target.id)
        if state is None or state.pace is not Pace.GOING:
            return [Step.RESUMED]
        declared = [Step.MENDED] if self.entry.me in state.hurt else []
        return [Step.RESTED, Step.ENDED, *declared]

    def values(self) -> dict[str, Any]:
        """Which turn."""
        return {"repair": self.target.id, "step": Step(self.cleaned_data["step"])}


class AsideForm(AboutForm):
    """A note in a repair that one walks alone."""

    kind = Aside
    asks = _("In your words")
    hint = _("It stays with you. You can copy it to say or send it elsewhere.")
    button = _("Keep")

    topic = forms.ChoiceField(
        label=_("Which step is it?"), choices=list(TOPICS.items()), widget=forms.RadioSelect
    )

    def first(self, target: Act | None) -> dict[str, Any]:  # noqa: ARG002
        """The step that the link named."""
        return {"topic": self.entry.request.GET.get("topic", Topic.WANTED.value)}

    def people(self) -> dict[str, Any]:
        """Nobody else."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """Which step of which repair."""
        return {"repair": self.target.id, "topic": Topic(self.cleaned_data["topic"])}


class CorrectionForm(AboutForm):
    """Putting right what was recorded more than ten minutes ago."""

    kind = Correction
    words_first = True
    asks = _("What would you say now?")
    hint = _("What you wrote first stays beside it.")
    button = _("Keep")

    withdrawn = forms.BooleanField(
        label=_("I no longer hold to it"),
        required=False,
        help_text=_("It stays where it is and counts for nothing any more."),
    )

    def values(self) -> dict[str, Any]:
        """Of what."""
        return {"of": self.target.id, "withdrawn": self.cleaned_data["withdrawn"]}
