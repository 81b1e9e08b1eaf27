"""What every form has that makes an act: words, when, who may see it, and its errors at the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, time
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.acts.base import LONGEST_WORDS, Act, Person, tidy
from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.kinds import PRIVATE
from amends.acts.scope import Scope
from amends.acts.when import When

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

AT_FIELD = {"local": "day", "utc": "day", "zone": "day", "occurred": "day", "affected": "who", "about": "who"}
"""At which field of a form an act's field is shown, where the names differ."""


class Words(forms.CharField):
    """A text of several lines, tidied as acts keep it."""

    def __init__(self, label: Any, *, required: bool = False, rows: int = 3, **more: Any) -> None:
        widget = forms.Textarea({"rows": rows, "class": "" if rows > 2 else "short"})  # noqa: PLR2004
        super().__init__(
            label=label, required=required, widget=widget, max_length=LONGEST_WORDS, strip=False, **more
        )

    def to_python(self, value: Any) -> str:
        """The text, tidied."""
        return tidy(str(value or ""))


class ActForm(forms.Form):
    """A form that makes one act. Subclasses name the kind and add what it asks.

    Attributes:
        kind: the kind of act.
        title: over the form.
        asks: what the field for words is called.
        hint: beneath it.
        more: fields that are folded away until wanted.
        about_others: whether one of the others has to be chosen, where there are several.
        dated: whether it asks when it happened.
        offers_sharing: whether the author chooses who may see it; otherwise `scope` says.
        scope: where it lies if nothing is asked.
    """

    kind: ClassVar[type[Act]]
    title: ClassVar[Any]
    asks: ClassVar[Any] = lazy("What happened?")
    hint: ClassVar[Any] = ""
    more: ClassVar[tuple[str, ...]] = ("day", "clock")
    who_asks: ClassVar[Any] = lazy("Who is it about?")
    about_others: ClassVar[bool] = True
    dated: ClassVar[bool] = True
    offers_sharing: ClassVar[bool] = True
    scope: ClassVar[Scope] = Scope.SHARED
    button: ClassVar[Any] = lazy("Keep")

    id = forms.UUIDField(widget=forms.HiddenInput)
    words = Words("")

    def __init__(
        self, entry: Entry, data: Mapping[str, Any] | None = None, target: Act | None = None, **more: Any
    ) -> None:
        self.entry = entry
        self.target = target
        self.made: Act | None = None
        more.setdefault("label_suffix", "")
        super().__init__(data, initial={"id": uuid4()} | self.first(target) | more.pop("initial", {}), **more)
        words = self.fields["words"]
        words.label, words.help_text = self.asks, self.hint
        words.required = self.kind.NEEDS_WORDS
        if self.about_others and len(entry.others) > 1:
            self.fields["who"] = self._who()
        if self.dated:
            self.fields["day"] = forms.DateField(
                label=_("When?"), required=False, help_text=_("Now, if you leave it empty."), widget=_Day()
            )
            self.fields["clock"] = forms.TimeField(label=_("At what time?"), required=False, widget=_Clock())
        if self.offers_sharing and self.kind.KIND not in PRIVATE:
            self.fields["scope"] = self._scope()

    def first(self, target: Act | None) -> dict[str, Any]:  # noqa: ARG002
        """What stands in the fields before anything is typed."""
        return {}

    def values(self) -> dict[str, Any]:
        """What this kind of act has beyond what all have, from cleaned data."""
        return {}

    def people(self) -> dict[str, Any]:
        """Who did it and whom it concerned; what the author does to the others unless said."""
        return {"by": self.entry.me, "affected": self.chosen()}

    def chosen(self) -> tuple[Person, ...]:
        """Those of the others whom it is about."""
        if "who" in self.fields:
            return (Person(self.cleaned_data["who"]),)
        return tuple(Person(str(member.id)) for member in self.entry.others[:1])

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields that are shown at once, those with an error among them."""
        return [field for field in self._ordered() if field.name not in self.more or field.errors]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [field for field in self._ordered() if field.name in self.more and not field.errors]

    @property
    def chosen_scope(self) -> Scope:
        """Who may see the act."""
        if self.kind.KIND in PRIVATE:
            return Scope.OWN
        return Scope(self.cleaned_data["scope"]) if "scope" in self.fields else self.scope

    def clean(self) -> dict[str, Any]:
        """Make the act of what was typed; what can't be is said at its field."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.made = self.kind(**self._common() | self.values())
            except InvalidAct as error:
                self.refuse(error.field, _(error.reason))
        return cleaned

    def refuse(self, field: str, reason: str) -> None:
        """Show why, at the field it is about."""
        field = AT_FIELD.get(field, field)
        self.add_error(field if field in self.fields else None, reason)

    def _common(self) -> dict[str, Any]:
        now = self.entry.now.astimezone(UTC)
        return {
            "id": self.cleaned_data["id"],
            "author": self.entry.me,
            **self.people(),
            "occurred": self._occurred(),
            "recorded_at": now.replace(microsecond=now.microsecond // 1000 * 1000),
            "words": self.cleaned_data.get("words", ""),
        }

    def _occurred(self) -> When:
        day, clock = self.cleaned_data.get("day"), self.cleaned_data.get("clock")
        zone = self.entry.seat.bond.zone
        if day is None and clock is None:
            return When.received(self.entry.now, zone)
        day = day or self.entry.now.date()
        local = day.isoformat() if clock is None else f"{day.isoformat()}T{clock:%H:%M}"
        if clock is None and day == self.entry.now.date():  # today, and noon may not have come yet
            return When.received(self.entry.now, zone)
        return When.said(local, zone)

    def _who(self) -> forms.ChoiceField:
        choices = [(str(member.id), member.name) for member in self.entry.others]
        return forms.ChoiceField(label=self.who_asks, choices=choices, widget=forms.RadioSelect)

    def _scope(self) -> forms.ChoiceField:
        choices = [(Scope.OWN.value, _("Keep it to myself")), (Scope.SHARED.value, _("Share it"))]
        return forms.ChoiceField(
            label=_("Who may see it?"),
            choices=choices,
            widget=forms.RadioSelect,
            initial=Scope.OWN.value,
            help_text=who_could_read(self.entry),
        )

    def _ordered(self) -> Iterable[forms.BoundField]:
        last = ("scope",)
        visible = self.visible_fields()
        return sorted(visible, key=lambda field: (field.name in last, field.name not in {"words", "who"}))


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class _Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


REPEATS = {
    "once": (0, None, lazy("Once")),
    "daily": (1, Unit.DAY, lazy("Every day")),
    "weekly": (1, Unit.WEEK, lazy("Every week")),
    "fortnightly": (2, Unit.WEEK, lazy("Every two weeks")),
    "monthly": (1, Unit.MONTH, lazy("Every month")),
}
"""How often something may fall due, as people say it."""


class DueForm(ActForm):
    """A form that also asks by when. Subclasses say whether it must be said."""

    dated: ClassVar[bool] = False
    due_required: ClassVar[bool] = True
    may_repeat: ClassVar[bool] = True

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["due_day"] = forms.DateField(
            label=_("By which day?"), required=self.due_required, widget=_Day()
        )
        self.fields["due_clock"] = forms.TimeField(
            label=_("By what time?"),
            required=False,
            widget=_Clock(),
            help_text=_("The end of the day, if you leave it empty."),
        )
        if self.may_repeat:
            choices = [(name, label) for name, (_every, _unit, label) in REPEATS.items()]
            self.fields["repeat"] = forms.ChoiceField(label=_("How often?"), choices=choices, initial="once")
            self.fields["until"] = forms.DateField(
                label=_("Until when, if it repeats?"), required=False, widget=_Day()
            )

    def due(self) -> Due | None:
        """The due time that was typed, if any.

        Raises:
            InvalidAct: there is no such time.
        """
        day: date | None = self.cleaned_data.get("due_day")
        clock: time | None = self.cleaned_data.get("due_clock")
        if day is None:
            return None
        local = day.isoformat() if clock is None else f"{day.isoformat()}T{clock:%H:%M}"
        every, unit, _label = REPEATS[self.cleaned_data.get("repeat") or "once"]
        try:
            first = When.said(local, self.entry.seat.bond.zone)
        except InvalidAct as error:
            raise InvalidAct("due_day", error.reason) from None
        return Due(first, every, unit, self.cleaned_data.get("until") if every else None)


def who_could_read(entry: Entry) -> str:
    """What is said beside the choice: hidden from whom, and who could read it all the same."""
    names = _("the others") if len(entry.others) != 1 else entry.others[0].name
    return _(
        "Kept to yourself, it is hidden from %(names)s in the app; whoever runs this server could read it. "
        "Shared, it waits ten minutes in which you can take it back; then %(names)s can keep or copy it."
    ) % {"names": names}


def optional_uuid(data: Mapping[str, Any], name: str) -> UUID | None:
    """The act that was chosen in a field, if any."""
    value = data.get(name)
    return UUID(value) if value else None
