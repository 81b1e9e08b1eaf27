"""Something good."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from amends.acts.moment import Moment
from amends.web.forms.act import ActForm, Words


class MomentForm(ActForm):
    """Something good that came from one of the others."""

    kind = Moment
    asks = _("What was good?")
    who_asks = _("From whom?")
    more = ("day", "clock", "meaning")

    meaning = Words(_("What did it mean to you?"), rows=2)

    def people(self) -> dict[str, Any]:
        """The other gave it, to the one who writes."""
        givers = self.chosen()
        return {"by": givers[0], "affected": (self.entry.me,)} if givers else {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """What it meant."""
        return {"meaning": self.cleaned_data["meaning"]}
