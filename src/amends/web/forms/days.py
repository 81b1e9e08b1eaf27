"""Several days of a repeating promise, looked back on at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date
from typing import TYPE_CHECKING, Any
from uuid import uuid4, uuid5

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.when import When
from amends.web.forms.act import FormId
from amends.web.forms.choices import RESULTS

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

UNSAID = ""
"""Nothing is said of a day: it waits on, and after fourteen days it is not noted."""


class DaysForm(forms.Form):
    """How each of several days went: all kept, or all but some."""

    id = FormId()

    def __init__(
        self, entry: Entry, promise: Promise, days: Iterable[date], data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial={"id": uuid4()}, label_suffix="")
        self.entry, self.promise = entry, promise
        for day in days:
            self.fields[day.isoformat()] = _went(day)

    def outcomes(self) -> list[Outcome]:
        """What was said of each day. Sent twice, they have the same ids."""
        now = self.entry.now.astimezone(UTC)
        said = {name: value for name, value in self.cleaned_data.items() if name != "id" and value != UNSAID}
        return [
            Outcome(
                id=uuid5(self.cleaned_data["id"], name),
                author=self.entry.me,
                by=self.promise.by,
                affected=self.promise.affected,
                occurred=When.received(now, self.entry.seat.bond.zone),
                recorded_at=now.replace(microsecond=now.microsecond // 1000 * 1000),
                promise=self.promise.id,
                occurrence=date.fromisoformat(name),
                result=Result(value),
            )
            for name, value in said.items()
        ]


def _went(day: date) -> forms.ChoiceField:
    results = (Result.KEPT, Result.LATE, Result.BROKEN)
    choices = [*((one.value, RESULTS[one.value]) for one in results), (UNSAID, _("I’d rather not say"))]
    return forms.ChoiceField(
        label=date_format(day, "l, j F"),
        choices=choices,
        required=False,
        initial=Result.KEPT.value,
        widget=forms.RadioSelect,
    )
