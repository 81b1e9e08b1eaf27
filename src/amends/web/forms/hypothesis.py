"""A guess about one's own promises."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from amends.acts.hypothesis import Condition, Hypothesis
from amends.readings.wording import condition_name
from amends.web.forms.act import ActForm


class HypothesisForm(ActForm):
    """When one's own promises may be harder to keep; asked before the record is shown."""

    kind = Hypothesis
    asks = _("Anything you want to remember about it")
    hint = _("A guess written down first is tested by itself, so that fewer promises can tell.")
    about_others = False
    dated = False
    words_first: ClassVar[bool] = False

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["condition"] = forms.ChoiceField(
            label=_("When do you think your own promises are harder to keep?"),
            choices=[(one.value, condition_name(one, translation)) for one in Condition],
            widget=forms.RadioSelect,
        )

    def people(self) -> dict[str, Any]:
        """Nobody else."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """Under which condition."""
        return {"condition": Condition(self.cleaned_data["condition"])}
