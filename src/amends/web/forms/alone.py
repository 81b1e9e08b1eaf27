"""What one writes for oneself, and what one opens to the others."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.checkin import CheckIn
from amends.acts.heard_promise import Heard, HeardPromise
from amends.acts.journal import Day, Journal
from amends.acts.letter import Letter
from amends.acts.reaffirmation import Reaffirmation
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.acts.wave import Wave
from amends.web.forms.act import EVERYONE, ActForm, DueForm, Words
from amends.web.forms.choices import DAYS, HEARD


class JournalForm(ActForm):
    """A line in one's own journal."""

    kind = Journal
    asks = _("What would you like to remember of today?")
    hint = _("Your vault, in the menu, has a journal too; there the server itself can’t read it.")
    about_others = False

    mood = forms.ChoiceField(
        label=_("What sort of day was it?"),
        choices=list(DAYS.items()),
        widget=forms.RadioSelect,
        initial=Day.NEUTRAL.value,
    )

    def people(self) -> dict[str, Any]:
        """Nobody else."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """What sort of day."""
        return {"day": Day(self.cleaned_data["mood"])}


class ReaffirmationForm(ActForm):
    """A line to hold on to."""

    kind = Reaffirmation
    asks = _("What do you want to hold on to?")
    hint = _("In your own words. It stays with you, and nothing is made of it.")
    about_others = False
    dated = False
    more = ()
    words = Words("", rows=2)

    def people(self) -> dict[str, Any]:
        """Nobody else."""
        return {"by": self.entry.me}


class Rating(forms.IntegerField):
    """How far something is true, from 0 to 100; offered in tenths, so that a thumb is enough."""

    def __init__(self, label: Any) -> None:
        steps = [(tenth * 10, str(tenth)) for tenth in range(11)]
        super().__init__(
            label=label,
            min_value=0,
            max_value=100,
            widget=forms.RadioSelect(choices=steps),
            help_text=_("0: not at all. 10: fully."),
        )


class CheckInForm(ActForm):
    """Three ratings of one's trust, for the rater alone."""

    kind = CheckIn
    asks = _("A word to yourself, if you like")
    hint = _("Nobody else sees what you answer here.")
    more = ("words", "day", "clock")

    predictable = Rating(_("I can foresee how %(name)s acts when it matters to me."))
    dependable = Rating(_("I can count on what %(name)s says."))
    faith = Rating(_("Whatever comes, %(name)s will look out for me."))

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        named = self.entry.company[0].name if len(self.entry.company) == 1 else str(_("they"))
        for field in self.fields.values():
            if isinstance(field, Rating):
                field.label = str(field.label) % {"name": named}

    def people(self) -> dict[str, Any]:
        """The rater alone."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """Whom it is about, and the three ratings."""
        ratings = {name: self.cleaned_data[name] for name in ("predictable", "dependable", "faith")}
        return {"about": self.other(), **ratings}


class WaveForm(ActForm):
    """An old hurt came back though nothing new was done."""

    kind = Wave
    asks = _("What brought it back, if you can tell?")
    hint = _("It counts against nobody, and stays with you.")
    about_others = False

    def people(self) -> dict[str, Any]:
        """Nobody else."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """What it came back from, if that is known."""
        return {"of": self.target.id if self.target else None}


class HeardPromiseForm(DueForm):
    """What one understood another to promise."""

    kind = HeardPromise
    asks = _("What did you hear?")
    hint = _("As you understood it. It stays with you and never counts as a promise of theirs.")
    who_asks = _("From whom?")
    due_required: ClassVar[bool] = False
    looks_ahead: ClassVar[bool] = False
    may_repeat: ClassVar[bool] = False
    more = ("due_day", "due_clock", "went")

    went = forms.ChoiceField(label=_("How did it go?"), choices=list(HEARD.items()), initial=Heard.OPEN.value)

    def people(self) -> dict[str, Any]:
        """Nobody else."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """From whom, by when, how it went."""
        return {
            "of": self.other(),
            "due": self.due(),
            "went": Heard(self.cleaned_data["went"]),
        }


class LetterForm(ActForm):
    """A letter; for someone who has not joined yet, the first they will find."""

    kind = Letter
    is_coached = True
    asks = _("What would you like to say?")
    hint = _("Who joins later finds the last letter you shared when they arrive.")
    more = ()
    who_asks = _("To whom?")
    all_called = _("Everyone here, and whoever comes")
    dated = False

    def first(self, target: Act | None) -> dict[str, Any]:  # noqa: ARG002
        """To the one whom the address names, and to them alone."""
        named = self.entry.request.GET.get("to", "")
        return {"who": named, "scope": Scope.PAIR.value} if named else {"who": EVERYONE}

    def people(self) -> dict[str, Any]:
        """For the one who was chosen of several, or for all."""
        return {"by": self.entry.me, "affected": self.chosen() if "who" in self.fields else ()}


class RepairForm(ActForm):
    """Beginning a repair around one small thing that keeps happening."""

    kind = Repair
    asks = _("Anything you want to say to begin with")
    who_asks = _("With whom?")
    more = ()
    dated = False

    name = forms.CharField(
        label=_("What is it about, in a few words?"),
        max_length=120,
        help_text=_("One thing that keeps happening, such as “late for dinner”."),
    )

    def values(self) -> dict[str, Any]:
        """Its name, and what it begins with."""
        of = (self.target.id,) if self.target else ()
        return {"name": " ".join(self.cleaned_data["name"].split()), "of": of}
