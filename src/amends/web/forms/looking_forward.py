"""One thing to look forward to, by itself or in the ten minutes of the week."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid5

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.looking_forward import LookingForward
from amends.acts.moment import Moment
from amends.practices.joy import ideas
from amends.web.forms.act import ActForm, DayInput, Words


class LookingForwardForm(ActForm):
    """Something to look forward to."""

    kind = LookingForward
    asks = _("What do you look forward to?")
    hint = _("Small is fine. It binds nobody.")
    who_asks = _("With whom?")
    all_called: ClassVar[Any] = _("All of us")
    more: ClassVar[tuple[str, ...]] = ("day_of",)
    dated = False

    day_of = forms.DateField(label=_("When will it be, if you know?"), required=False, widget=DayInput())

    def first(self, target: Act | None) -> dict[str, Any]:
        """The idea that someone would like to do, where one is named in the address."""
        known = ideas(get_language() or "en", self.entry.setting)
        named = self.entry.request.GET.get("idea")
        found = next((one for one in known if one.id == named), None)
        return super().first(target) | ({} if found is None else {"words": found.says})

    def values(self) -> dict[str, Any]:
        """When it will be."""
        return {"day": self.cleaned_data["day_of"]}


class WeekForm(LookingForwardForm):
    """One thank-you, and one thing to look forward to; either may stay empty."""

    asks = _("One thing to look forward to")
    all_called: ClassVar[Any] = ""  # one person is thanked at a time
    thanks = Words(_("One thank-you"), rows=2, help_text=_("Something the other did, as you saw it."))

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if self.entry.company:
            self.fields["words"].required = False
        else:  # nobody is here yet whom one could thank
            del self.fields["thanks"]
        self.order_fields(["id", "who", "thanks", "words", "day_of", "scope"])

    def clean(self) -> dict[str, Any]:
        """Make what was written: both, or one of the two."""
        cleaned = self.cleaned_data
        if not self.errors and not cleaned.get("words"):
            self.made = self._thanks(cleaned["id"])
            if self.made is None:
                self.add_error("thanks", _("A few words are needed, here or below."))
            return cleaned
        return super().clean()

    def also(self) -> list[Act]:
        """The thank-you, where both were written."""
        if not isinstance(self.made, LookingForward):
            return []
        thanks = self._thanks(uuid5(self.made.id, "thanks"))
        return [] if thanks is None else [thanks]

    def _thanks(self, act_id: Any) -> Moment | None:
        words, givers = self.cleaned_data.get("thanks"), self.chosen()
        if not words or not givers:
            return None
        common = self._common() | {"id": act_id, "words": words}
        return Moment(**common | {"by": givers[0], "affected": (self.entry.me,)})

    def _ordered(self) -> Any:
        """The thank-you first."""
        return self.visible_fields()
