"""A joke between people, or something that went well."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.keepsake import Keeps, Keepsake
from amends.web.forms.act import ActForm, Words
from amends.web.words import keeps


class KeepsakeForm(ActForm):
    """A line to find again; that is all that becomes of it."""

    kind = Keepsake
    asks = _("What would you like to find again?")
    hint = _("A few words are enough. It is counted nowhere.")
    about_others = False
    words = Words("", rows=2)
    more: ClassVar[tuple[str, ...]] = ("day", "clock")

    keeps = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect, initial=Keeps.JOKE.value)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["keeps"].choices = keeps(self.entry.setting)  # type: ignore[attr-defined]

    def people(self) -> dict[str, Any]:
        """Nobody gave it to anybody."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """Which of the two it is."""
        return {"keeps": Keeps(self.cleaned_data["keeps"])}
