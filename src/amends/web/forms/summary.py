"""What someone chooses to bring to a first session with someone who helps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.acts.amends import Amends
from amends.acts.apology import Apology
from amends.acts.base import Act
from amends.acts.boundary import Boundary
from amends.acts.breach import Breach
from amends.acts.disclosure import Disclosure
from amends.acts.moment import Moment
from amends.acts.promise import Promise
from amends.acts.repair import Repair
from amends.acts.request import Request
from amends.acts.scope import Placed, Scope
from amends.readings.given import ownable
from amends.web.forms.act import Words
from amends.web.forms.facilitators import dated

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

MOST: Final = 100
"""Of each kind the latest so many can be chosen from [choice]."""
QUESTIONS: Final = (
    ("brings", lazy("What brings you?")),
    ("tried", lazy("What have you tried, and what came of it?")),
    ("hopes", lazy("What would make this first talk worth it?")),
)
KINDS: Final[tuple[tuple[str, Any, tuple[type[Act], ...]], ...]] = (
    ("repairs", lazy("Repairs"), (Repair,)),
    ("hurts", lazy("What hurt"), (Breach,)),
    ("promises", lazy("Promises, with how they went"), (Promise,)),
    ("apologies", lazy("Apologies and putting right"), (Apology, Amends)),
    ("agreements", lazy("Boundaries, requests, things laid open"), (Boundary, Request, Disclosure)),
    ("good", lazy("Good moments"), (Moment,)),
)
OWN: Final = "own"


class SummaryForm(forms.Form):
    """Lines to write for the occasion, and acts to choose one by one. Nothing is ticked beforehand."""

    brings = Words(QUESTIONS[0][1])
    tried = Words(QUESTIONS[1][1])
    hopes = Words(QUESTIONS[2][1])

    def __init__(self, entry: Entry, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, label_suffix="")
        for kind, label, types in KINDS:
            self._offer(entry, kind, label, _is_shared(types))
        mine = {act.id for act in ownable(entry.me, entry.placed)}
        self._offer(entry, OWN, _("What you keep to yourself"), lambda placed: placed.act.id in mine)

    def clean(self) -> dict[str, Any]:
        """At least a line, or one of them."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.chosen and not any(cleaned.get(name) for name, _asks in QUESTIONS):
            self.add_error(None, _("Write a line, or tick what you would like to bring."))
        return cleaned

    @property
    def groups(self) -> list[forms.BoundField]:
        """The kinds to choose from that hold something."""
        return [
            self[name] for name in (*(kind for kind, _label, _types in KINDS), OWN) if name in self.fields
        ]

    @property
    def lines(self) -> list[forms.BoundField]:
        """What is written for the occasion."""
        return [self[name] for name, _asks in QUESTIONS]

    @property
    def chosen(self) -> list[tuple[Any, list[UUID]]]:
        """What was ticked, by kind; the earliest first."""
        found = ((field.label, self.cleaned_data.get(field.name, [])) for field in self.groups)
        return [(label, [UUID(one) for one in reversed(ids)]) for label, ids in found if ids]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """What was written, with what was asked."""
        return [(str(asks), self.cleaned_data[name]) for name, asks in QUESTIONS if self.cleaned_data[name]]

    def _offer(self, entry: Entry, name: str, label: Any, fits: Callable[[Placed], bool]) -> None:
        acts = [placed.act for placed in entry.placed.values() if fits(placed)][: -MOST - 1 : -1]
        if acts:
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=[(str(act.id), dated(entry, act)) for act in acts],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )


def _is_shared(types: tuple[type[Act], ...]) -> Callable[[Placed], bool]:
    return lambda placed: isinstance(placed.act, types) and placed.scope is not Scope.OWN
