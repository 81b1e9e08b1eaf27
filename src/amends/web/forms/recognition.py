"""Saying by name what someone did."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.acts.recognition import Recognition
from amends.web.forms.act import ActForm, Words


class RecognitionForm(ActForm):
    """Who did something, what, and what came of it; told to everyone."""

    kind = Recognition
    asks = lazy("What did they do?")
    hint = lazy("What you saw, as you would tell it to someone who was not there.")
    who_asks = lazy("Who?")
    more: ClassVar[tuple[str, ...]] = ("day", "clock")
    offers_sharing = False

    outcome = Words(lazy("What came of it?"), rows=2)

    def beside(self) -> str:
        """Where it goes."""
        return _("Everyone here reads it, ten minutes from now. Until then you can take it back.")

    def people(self) -> dict[str, Any]:
        """Someone else did it."""
        return {"by": self.other()}

    def values(self) -> dict[str, Any]:
        """What came of it."""
        return {"outcome": self.cleaned_data["outcome"]}
