"""Several things that hurt over the last months, written down at once; none above another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, Final
from uuid import uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act
from amends.acts.breach import Breach
from amends.acts.errors import InvalidAct
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.acts.when import When
from amends.web.forms.act import ActForm, DayInput, Words

ROWS: Final = 6
"""How many can be written down at once; the page can be opened again for more [choice]."""


class SeveralForm(ActForm):
    """The first thing, and up to five more. All stay with their author until shared one by one."""

    kind = Breach
    asks = _("One thing that happened")
    hint = _("What could be seen or heard, in a line. The order does not matter.")
    who_asks = _("Who did it?")
    more: ClassVar[tuple[str, ...]] = ()
    dated = False
    offers_sharing = False

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["day"] = self._day_of(0)
        for row in range(1, ROWS):
            self.fields[f"words_{row}"] = Words(_("Another, if you like"), rows=2)
            self.fields[f"day_{row}"] = self._day_of(row)
        self.fields["name"] = forms.CharField(
            label=_("Do they belong together? Then give it a name"),
            max_length=120,
            required=False,
            help_text=_("A repair begins around them, such as “late for dinner”. It stays with you too."),
        )

    @property
    def chosen_scope(self) -> Scope:
        """With their author: sharing is for each by itself."""
        return Scope.OWN

    def people(self) -> dict[str, Any]:
        """The other did it, to the one who writes."""
        return {"by": self.other(), "affected": (self.entry.me,)}

    def also(self) -> list[Act]:
        """The further things, and the repair around all of them."""
        assert isinstance(self.made, Breach)  # noqa: S101 -- nothing is asked for before it was made
        first = self.made
        further = [
            replace(first, id=uuid5(first.id, str(row)), words=words, occurred=self._when(row))
            for row in range(1, ROWS)
            if (words := self.cleaned_data[f"words_{row}"])
        ]
        name = " ".join(self.cleaned_data["name"].split())
        return [*further, *([self._repair(first, further, name)] if name else [])]

    def clean(self) -> dict[str, Any]:
        """Each day is one that has come, and belongs to something."""
        cleaned = super().clean()
        for row in range(1, ROWS):
            if cleaned.get(f"day_{row}") and not cleaned.get(f"words_{row}"):
                self.add_error(f"words_{row}", _("A few words are needed."))
            self._check(row)
        return cleaned

    def _check(self, row: int) -> None:
        if self.made is None or not self.cleaned_data.get(f"words_{row}"):
            return
        try:
            replace(self.made, occurred=self._when(row))
        except InvalidAct:
            self.add_error(f"day_{row}", _("This lies in the future."))

    def _occurred(self) -> When:
        return self._when(0)

    def _when(self, row: int) -> When:
        day = self.cleaned_data.get(f"day_{row}" if row else "day")
        zone = self.entry.seat.bond.zone
        if day is None or day == self.entry.now.date():
            return When.received(self.entry.now, zone)
        return When.said(day.isoformat(), zone)

    def _repair(self, first: Breach, further: list[Breach], name: str) -> Repair:
        return Repair(
            id=uuid5(first.id, "repair"),
            author=first.author,
            by=first.author,
            affected=(first.by,),
            occurred=When.received(self.entry.now, self.entry.seat.bond.zone),
            recorded_at=first.recorded_at,
            name=name,
            of=tuple(one.id for one in (first, *further)),
        )

    def _day_of(self, row: int) -> forms.DateField:
        return forms.DateField(
            label=_("About when?"),
            required=False,
            help_text="" if row else _("Now, if you leave it empty. A day near it is enough."),
            widget=DayInput({"max": self.entry.now.date().isoformat()}),
        )
