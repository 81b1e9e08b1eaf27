"""How many promises one remembers as kept."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import ngettext


class MemoryForm(forms.Form):
    """One number; it makes no act, and nothing of it is kept."""

    remembered = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect)

    def __init__(self, count: int, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        field = cast("forms.TypedChoiceField", self.fields["remembered"])
        field.label = ngettext(
            "Of the last %(count)d promise made to you: how many were kept in time?",
            "Of the last %(count)d promises made to you: how many were kept in time?",
            count,
        ) % {"count": count}
        field.choices = [(number, str(number)) for number in range(count + 1)]
