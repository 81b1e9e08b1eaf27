"""What one opens to the others: in one's own words, with a file, or out of one's own calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import uuid4, uuid5

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.acts.base import Act
from amends.acts.disclosure import Disclosure, Shelf
from amends.acts.scope import Scope
from amends.acts.when import When
from amends.ledger.attachments import LARGEST
from amends.people.models import Setting
from amends.web.forms.act import ActForm, DayInput, FirstLook, FormId, Words, who_could_read
from amends.web.forms.calendars import LONGEST_TITLE, Appointment, NoCalendar, read_calendar
from amends.web.forms.choices import SHELVES
from amends.web.forms.concern import concern
from amends.web.forms.files import Attached, Taken, too_large

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

_AT_WORK: Final[dict[Shelf, Any]] = {
    Shelf.DECISION: lazy("a decision"),
    Shelf.NOTES: lazy("notes of a meeting"),
    Shelf.SCHEDULE: lazy("plans"),
    Shelf.MONEY: lazy("the budget"),
    Shelf.HOW_I_AM: lazy("how my work goes"),
}


def shelves_of(setting: str) -> dict[Shelf, Any]:
    """What the shelves are called in a setting, in its order: at work decisions and notes come first."""
    if setting == Setting.TEAM:
        return _AT_WORK
    return {Shelf(value): label for value, label in SHELVES.items()}


class DisclosureForm(ActForm):
    """An entry in the open book."""

    kind = Disclosure
    asks = lazy("What would you like the others to know?")
    hint = lazy("Only what you offer yourself. Nobody can ask for it here, and no place is asked for.")
    more = ("rationale", "review", "attached")
    about_others = False
    dated = False

    shelf = forms.ChoiceField(label=lazy("What is it about?"))
    expires = forms.DateField(
        label=lazy("Open until"),
        help_text=lazy("The last day on which the others can read it. Until you close it, if left empty."),
        required=False,
        widget=DayInput(),
    )
    rationale = Words(lazy("For a decision: why?"), rows=2)
    review = forms.DateField(
        label=lazy("For a decision: when to look again?"), required=False, widget=DayInput()
    )
    attached = Attached(
        lazy("A file"),
        lazy(
            "A picture, a PDF, plain text or a calendar, at most 10 MB. What a picture tells of its place "
            "is taken out; what a PDF says of its maker stays in it."
        ),
    )

    def __init__(self, entry: Entry, data: Mapping[str, Any] | None = None, *rest: Any, **more: Any) -> None:
        files = None if data is None else entry.request.FILES
        super().__init__(entry, data, *rest, files=files, **more)
        shelves = [(shelf.value, label) for shelf, label in shelves_of(entry.setting).items()]
        self.fields["shelf"].choices = shelves  # type: ignore[attr-defined]

    def first(self, target: Act | None) -> dict[str, Any]:  # noqa: ARG002
        """The shelf that the address names."""
        return {"shelf": self.entry.request.GET.get("shelf", "")}

    def clean_attached(self) -> Taken | None:
        """The file; one that was too large never got here."""
        taken: Taken | None = self.cleaned_data["attached"]
        if taken is None and _sent(self.entry) > LARGEST:
            raise forms.ValidationError(too_large())
        self.file = None if taken is None else taken.content
        return taken

    def look_first(self) -> FirstLook | None:
        """What it may give away, shown once; a file would have to be chosen again, so not with one."""
        return concern(self.draft()) if self.file is None else None

    def people(self) -> dict[str, Any]:
        """For all."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """Where it stands, until when, and what lies with it."""
        names = ("rationale", "review", "expires")
        found = {name: self.cleaned_data[name] for name in names}
        taken: Taken | None = self.cleaned_data["attached"]
        if taken is not None:
            found |= {"file": taken.digest, "file_name": taken.name, "file_type": taken.type}
        return {"shelf": Shelf(self.cleaned_data["shelf"])} | found

    def refuse(self, field: str, reason: str) -> None:
        """Show why, at the field it is about."""
        super().refuse("attached" if field.startswith("file") else field, reason)


def _sent(entry: Entry) -> int:
    """How many bytes the browser sent."""
    said = entry.request.META.get("CONTENT_LENGTH", "")
    return int(said) if str(said).isdecimal() else 0


# A calendar of one's own -----------------------------------------------------------------------


class CalendarForm(forms.Form):
    """A file with one's own calendar; it is read once and not kept."""

    calendar = forms.FileField(
        label=lazy("Your calendar, as a file that ends in .ics"),
        help_text=lazy(
            "Most calendars can export one. It is read once and not kept; places, people, links and notes "
            "are left out. Then you choose, one by one."
        ),
        widget=forms.FileInput({"accept": ".ics,text/calendar"}),
        error_messages={
            "required": lazy("Choose a file."),
            "empty": lazy("This file is empty."),
        },
    )

    def __init__(self, entry: Entry) -> None:
        is_sent = entry.request.method == "POST"
        super().__init__(
            entry.request.POST if is_sent else None,
            entry.request.FILES if is_sent else None,
            label_suffix="",
        )
        self.entry = entry

    def clean_calendar(self) -> list[Appointment]:
        """What it holds for the weeks to come."""
        try:
            found = read_calendar(self.cleaned_data["calendar"].read(), self.entry.now)
        except NoCalendar as error:
            raise forms.ValidationError(str(error)) from None
        if not found:
            raise forms.ValidationError(_("Nothing in it lies within the next eight weeks."))
        return found


class ChoosingForm(forms.Form):
    """Entries of one's own calendar, each to be opened or not. None is ticked beforehand.

    What stands in the page is all there is: nothing of the file is kept in between.
    """

    MOST_SHOWN: ClassVar[int] = 200

    id = FormId()

    def __init__(
        self, entry: Entry, found: Iterable[Appointment] = (), data: QueryDict | None = None
    ) -> None:
        super().__init__(data, initial={"id": uuid4()}, label_suffix="")
        self.entry = entry
        lines = [_line(one) for one in found] if data is None else _sent_lines(data)
        self.rows = [self._row(number, *line) for number, line in enumerate(lines)]
        self.fields["scope"] = forms.ChoiceField(
            label=_("Who may see it?"),
            choices=[(Scope.OWN.value, _("Keep it to myself")), (Scope.SHARED.value, _("Share it"))],
            widget=forms.RadioSelect,
            initial=Scope.OWN.value,
            help_text=who_could_read(entry),
        )

    def clean(self) -> dict[str, Any]:
        """At least one."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"open-{number}") for number in range(len(self.rows))):
            self.add_error(None, _("Tick what you would like to open."))
        return cleaned

    def made(self) -> list[Disclosure]:
        """An entry of the open book for each that was ticked. Sent twice, they have the same ids."""
        found = self.cleaned_data
        chosen = [number for number in range(len(self.rows)) if found.get(f"open-{number}")]
        return [self._made(number) for number in chosen]

    def _made(self, number: int) -> Disclosure:
        found, now = self.cleaned_data, self.entry.now.astimezone(UTC)
        title = (
            _("busy") if found[f"busy-{number}"] or not found[f"title-{number}"] else found[f"title-{number}"]
        )
        return Disclosure(
            id=uuid5(found["id"], str(number)),
            author=self.entry.me,
            by=self.entry.me,
            occurred=When.received(now, self.entry.seat.bond.zone),
            recorded_at=now.replace(microsecond=now.microsecond // 1000 * 1000),
            words=_("%(when)s: %(title)s") % {"when": found[f"when-{number}"], "title": title},
            shelf=Shelf.SCHEDULE,
            expires=max(found[f"last-{number}"], now.astimezone(self.entry.now.tzinfo).date()),
        )

    def _row(self, number: int, when: str, last: str, title: str) -> dict[str, forms.BoundField]:
        """The fields of one entry."""
        hidden = forms.HiddenInput
        fields: dict[str, forms.Field] = {
            "open": forms.BooleanField(label=f"{when}: {title}" if title else when, required=False),
            "busy": forms.BooleanField(label=_("Say only “busy”"), required=False),
            "when": forms.CharField(widget=hidden, initial=when, max_length=120),
            "last": forms.DateField(widget=hidden, initial=last),
            "title": forms.CharField(widget=hidden, initial=title, required=False, max_length=LONGEST_TITLE),
        }
        for name, field in fields.items():
            self.fields[f"{name}-{number}"] = field
        return {name: self[f"{name}-{number}"] for name in fields}


def _line(one: Appointment) -> tuple[str, str, str]:
    """When it is, as people say it; its last day; its title."""
    day = date_format(one.first, "D j F")
    if one.begins is None:
        when = day if one.first == one.last else f"{day} – {date_format(one.last, 'D j F')}"
    else:
        begins = time_format(one.begins, "H:i")
        when = f"{day}, {begins}–{time_format(one.ends, 'H:i')}" if one.ends else f"{day}, {begins}"
    return when, one.last.isoformat(), one.title


def _sent_lines(data: QueryDict) -> Iterable[tuple[str, str, str]]:
    for number in range(ChoosingForm.MOST_SHOWN):
        if f"when-{number}" not in data:
            return
        when, last, title = (str(data.get(f"{name}-{number}", "")) for name in ("when", "last", "title"))
        yield when, last, title
