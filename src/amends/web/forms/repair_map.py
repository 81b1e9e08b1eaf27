"""The map of a repair: what happens, when, what seems behind it, one thing to try."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.repair_map import RepairMap
from amends.web.forms.act import DayInput, Words
from amends.web.forms.answering import AboutForm

TRY_FOR: Final = timedelta(weeks=3)
"""After how long one looks again, unless another day is chosen: a repair is a three-week try."""


class RepairMapForm(AboutForm):
    """One map; an earlier one stays beside it."""

    kind = RepairMap
    words_first = True
    is_coached = True
    offers_sharing = True
    asks = _("What happens?")
    hint = _("As it could be seen or heard.")
    button = _("Keep")
    more: ClassVar[tuple[str, ...]] = ()

    typically = Words(_("When does it happen?"), rows=2)
    behind = Words(
        _("What seems to lie behind it?"), rows=2, help_text=_("A reason explains; it does not excuse.")
    )
    remedy = Words(_("What is one thing to try?"), rows=2, help_text=_("One is enough, and small is fine."))
    review = forms.DateField(label=_("When do you look again?"), required=False, widget=DayInput())

    def first(self, target: Act | None) -> dict[str, Any]:  # noqa: ARG002
        """A day three weeks from now."""
        return {"review": self.entry.now.date() + TRY_FOR}

    def values(self) -> dict[str, Any]:
        """The four parts of the map."""
        parts = ("typically", "behind", "remedy", "review")
        return {"repair": self.target.id} | {name: self.cleaned_data[name] for name in parts}
