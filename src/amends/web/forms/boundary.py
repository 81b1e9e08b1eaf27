"""A boundary, and how it fared."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.boundary import Boundary, Observance, Respect, Subject
from amends.web.forms.act import ActForm, DayInput, FirstLook, Words
from amends.web.forms.choices import SUBJECTS, WEIGHTS
from amends.web.forms.concern import concern


class BoundaryForm(ActForm):
    """A boundary about oneself."""

    kind = Boundary
    asks = _("What is it about, exactly?")
    hint = _("A behaviour one could see or hear.")
    who_asks = _("Whom do you ask to respect it?")
    more = ("reason", "otherwise", "review")
    dated = False

    subject = forms.ChoiceField(
        label=_("Whose is it to decide?"), choices=list(SUBJECTS.items()), initial=Subject.OTHER.value
    )
    request = Words(_("What do you ask for?"), rows=2)
    reason = Words(_("What do you need it for?"), rows=2)
    otherwise = Words(_("What will you yourself do otherwise?"), rows=2)
    review = forms.DateField(label=_("When to look at it again?"), required=False, widget=DayInput())

    def clean_subject(self) -> Subject:
        """Refuse, with the reason, what is another's to decide."""
        subject = Subject(self.cleaned_data["subject"])
        if subject in {Subject.THEIR_FRIENDS, Subject.THEIR_MONEY, Subject.THEIR_BODY, Subject.THEIR_PHONE}:
            raise forms.ValidationError(
                _(
                    "Another person’s friends, money, body and phone are theirs to decide about. "
                    "A boundary says what you need, and what you yourself will do."
                )
            )
        return subject

    def look_first(self) -> FirstLook | None:
        """What it may take hold of, shown once; what protects one's own is never asked about."""
        is_open = self.cleaned_data["subject"] in {Subject.OTHER, Subject.HOW_WE_TALK}
        return concern(self.draft()) if is_open else None

    def values(self) -> dict[str, Any]:
        """The fields of a boundary."""
        names = ("subject", "request", "reason", "otherwise", "review")
        return {name: self.cleaned_data[name] for name in names}


class ObservanceForm(ActForm):
    """How a boundary fared, said by the one whose it is."""

    kind = Observance
    asks = _("A word, if you like")
    more = ("day", "clock", "weight")
    target: Act

    respect = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[
            (Respect.HONOURED.value, _("It was kept to")),
            (Respect.CROSSED.value, _("It was not kept to")),
        ],
        widget=forms.RadioSelect,
    )
    weight = forms.TypedChoiceField(
        label=_("If it was not: how heavy was it for you?"),
        choices=[("", "–"), *WEIGHTS],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if "weight" in self.entry.left_out:
            del self.fields["weight"]

    def people(self) -> dict[str, Any]:
        """The other did, about the one whose boundary it is."""
        return {"by": self.other(), "affected": (self.entry.me,)}

    def values(self) -> dict[str, Any]:
        """How it fared."""
        respect = Respect(self.cleaned_data["respect"])
        weight = self.cleaned_data.get("weight") if respect is Respect.CROSSED else None
        return {"boundary": self.target.id, "respect": respect, "weight": weight}
