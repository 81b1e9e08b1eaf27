"""Leaving out days of a promise that repeats, before they are due."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.promise import Promise
from amends.acts.skip import Skip
from amends.web.forms.act import DayInput, reach_of
from amends.web.forms.answering import AboutForm


class SkipForm(AboutForm):
    """A holiday, an evening away: planned, and counting for nobody and against nobody."""

    kind = Skip
    target: Promise
    hint = _("Said beforehand, these days count neither way. What was due by now stays as it is.")

    first_day = forms.DateField(label=_("The first day left out"), widget=DayInput())
    last_day = forms.DateField(
        label=_("The last day left out"),
        help_text=_("The same day, if you leave it empty."),
        required=False,
        widget=DayInput(),
    )

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        others = [(str(promise.id), promise.words) for promise in self._others()]
        if others:
            self.fields["also_of"] = forms.MultipleChoiceField(
                label=_("Also of these?"),
                choices=others,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def values(self) -> dict[str, Any]:
        """Which days of which promise."""
        first = self.cleaned_data["first_day"]
        return {
            "promise": self.target.id,
            "first": first,
            "last": self.cleaned_data["last_day"] or first,
        }

    def also(self) -> list[Act]:
        """The same days of other promises."""
        made = self.made
        if not isinstance(made, Skip):
            return []
        chosen = [UUID(one) for one in self.cleaned_data.get("also_of", ())]
        shared = {name: getattr(made, name) for name in _COMMON}
        return [Skip(id=uuid5(made.id, str(one)), promise=one, **shared) for one in chosen]

    def refuse(self, field: str, reason: str) -> None:
        """Show why, at the field it is about."""
        super().refuse({"first": "first_day", "last": "last_day"}.get(field, field), reason)

    def clean_first_day(self) -> Any:
        """Not a day that was due before."""
        first = self.cleaned_data["first_day"]
        if first < self.entry.now.date():
            raise forms.ValidationError(_("This day has passed. What was due stays as it is."))
        return first

    def _others(self) -> list[Promise]:
        """Other open promises between the same people that repeat, and lie where this one lies."""
        found = []
        for state in self.entry.readings.promises:
            act = self.entry.act(state.promise).act
            is_other = (
                state.open and isinstance(act, Promise) and act.due.repeats and act.id != self.target.id
            )
            if is_other and self.entry.me in (state.by, *state.to) and _lie_together(self, act):
                found.append(act)
        return [act for act in found if isinstance(act, Promise)]


def _lie_together(form: SkipForm, act: Act) -> bool:
    between, others = {form.target.by, *form.target.affected}, {act.by, *act.affected}
    return between == others and reach_of(form.entry, form.target) is reach_of(form.entry, act)


_COMMON = ("author", "by", "affected", "occurred", "recorded_at", "words", "first", "last")
