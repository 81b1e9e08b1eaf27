"""What is said about an act that is there already."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.amends import Amends, Completion
from amends.acts.answer import REPLIES as OFFERED
from amends.acts.answer import About, Answer, Reply
from amends.acts.base import Act
from amends.acts.correction import Correction
from amends.acts.outcome import LONGEST_DELAY, SETTLES, Outcome, Result
from amends.acts.promise import Promise
from amends.acts.repair import Step, Turn
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.settlement import Settlement
from amends.acts.understanding import Cause, Understanding
from amends.web.forms.act import ActForm, reach_of
from amends.web.forms.choices import CAUSES, REPLIES, RESULTS, STANCES, STEPS


class AboutForm(ActForm):
    """A form about an act; it lies where that act lies, and nobody has to be chosen."""

    about_others = False
    dated = False
    offers_sharing = False
    more = ()
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
    title = _("How do you see it?")
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
    title = _("Your answer")
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
        """The latest time that has come, unless the address says which."""
        if not isinstance(target, Promise) or not target.due.repeats:
            return {}
        asked = self.entry.request.GET.get("day", "")
        days = list(target.due.dates(self.entry.now.date()))
        return {"occurrence": asked or (days[-1] if days else target.due.first.day)}

    def day(self) -> date | None:
        """Which day of a repeating promise is meant."""
        return self.cleaned_data.get("occurrence") if self.target.due.repeats else None

    @property
    def shown_day(self) -> Any:
        """The day as the page shows it."""
        return self["occurrence"].value() if self.target.due.repeats else None


class OutcomeForm(_OccurrenceForm):
    """How a promise went, as the one who writes sees it."""

    kind = Outcome
    title = _("How did it go?")

    result = forms.ChoiceField(label=_("As you see it, it was"), widget=forms.RadioSelect)
    minutes = forms.IntegerField(
        label=_("How many minutes late, if you know?"), required=False, min_value=1, max_value=LONGEST_DELAY
    )
    told_before = forms.BooleanField(label=_("Word came beforehand"), required=False)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        mine = self.target.by == self.entry.me
        late = Result.WITHDRAWN if mine else Result.RELEASED
        offered = (Result.KEPT, Result.LATE, Result.BROKEN, Result.RENEGOTIATED, late)
        self.fields["result"].choices = [(one.value, RESULTS[one.value]) for one in offered]  # type: ignore[attr-defined]

    def people(self) -> dict[str, Any]:
        """The one who promised did it, to those it was promised to."""
        return {"by": self.target.by, "affected": self.target.affected}

    def values(self) -> dict[str, Any]:
        """How it went."""
        result = Result(self.cleaned_data["result"])
        late = result is Result.LATE
        told = result in {Result.LATE, Result.BROKEN} and self.cleaned_data["told_before"]
        return {
            "promise": self.target.id,
            "result": result,
            "occurrence": self.day(),
            "minutes": self.cleaned_data.get("minutes") if late else None,
            "told_before": told,
        }


class SettlementForm(_OccurrenceForm):
    """What one can settle on where two views differ."""

    kind = Settlement
    title = _("What can you settle on?")
    hint = _("It counts once you both stand on the same. Until then both views stay.")

    result = forms.ChoiceField(
        label=_("You could both say it was"),
        choices=[(one.value, RESULTS[one.value]) for one in Result if one in SETTLES],
        widget=forms.RadioSelect,
    )
    minutes = forms.IntegerField(
        label=_("How many minutes late, if you know?"), required=False, min_value=1, max_value=LONGEST_DELAY
    )

    def values(self) -> dict[str, Any]:
        """On what."""
        result = Result(self.cleaned_data["result"])
        minutes = self.cleaned_data.get("minutes") if result is Result.LATE else None
        return {"promise": self.target.id, "result": result, "occurrence": self.day(), "minutes": minutes}


class CompletionForm(AboutForm):
    """That something was made good, said by the one it was for."""

    kind = Completion
    title = _("Was it made good?")
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
    title = _("What may lie behind it?")
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
    title = _("How does it go on?")

    step = forms.ChoiceField(label=_("From here on"), choices=list(STEPS.items()), widget=forms.RadioSelect)

    def values(self) -> dict[str, Any]:
        """Which turn."""
        return {"repair": self.target.id, "step": Step(self.cleaned_data["step"])}


class CorrectionForm(AboutForm):
    """Putting right what was recorded more than ten minutes ago."""

    kind = Correction
    title = _("Put it differently")
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
