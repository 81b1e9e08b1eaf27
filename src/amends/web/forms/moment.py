"""Something good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.moment import Moment
from amends.people.models import Setting
from amends.web.forms.act import ActForm, Words

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry


class MomentForm(ActForm):
    """Something good that came from one of the others."""

    kind = Moment
    asks = _("What was good?")
    who_asks = _("From whom?")
    more = ("day", "clock", "meaning")

    meaning = Words(_("What did it mean to you?"), rows=2)

    def __init__(self, entry: Entry, *rest: Any, **more: Any) -> None:
        if entry.setting == Setting.TEAM:
            self.all_called = _("All of us: a small win")  # type: ignore[misc]
        super().__init__(entry, *rest, **more)

    def first(self, target: Act | None) -> dict[str, Any]:  # noqa: ARG002
        """From whom, as the address says."""
        return {"who": self.entry.request.GET.get("to")}

    def people(self) -> dict[str, Any]:
        """The other gave it, to the one who writes."""
        givers = self.chosen()
        return {"by": givers[0], "affected": (self.entry.me,)} if givers else {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """What it meant."""
        return {"meaning": self.cleaned_data["meaning"]}
