"""What every form has that makes an act: words, when, who may see it, and its errors at the field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, time
from typing import TYPE_CHECKING, Any, ClassVar, cast
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.html import escape
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from amends.acts.base import LONGEST_WORDS, Act, Person, tidy
from amends.acts.due import Due, Unit
from amends.acts.errors import InvalidAct
from amends.acts.kinds import PRIVATE
from amends.acts.scope import Scope
from amends.acts.when import When
from amends.people.models import Member, Role, Setting
from amends.web.requests import user_of

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

AT_FIELD = {
    "local": "day",
    "utc": "day",
    "zone": "day",
    "occurred": "day",
    "by": "who",
    "affected": "who",
    "about": "who",
}
"""At which field of a form an act's field is shown, where the names differ."""


EVERYONE = "everyone"
"""Sent where something is about everyone here rather than one of them."""


class Words(forms.CharField):
    """A text of several lines, tidied as acts keep it."""

    def __init__(self, label: Any, *, required: bool = False, rows: int = 3, **more: Any) -> None:
        # Whoever writes from right to left in a page that reads from left to right shall see it so.
        look = {"rows": rows, "class": "" if rows > 2 else "short", "dir": "auto"}  # noqa: PLR2004
        widget = forms.Textarea(look)
        super().__init__(label=label, required=required, widget=widget, strip=False, **more)
        # Not by `max_length`: browsers would cut off what is pasted, without a word.
        self.validators.append(MaxLengthValidator(LONGEST_WORDS))

    def to_python(self, value: Any) -> str:
        """The text, tidied."""
        return tidy(str(value or ""))

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """The field on its page; where the coach reads along, with the coach beneath."""
        is_coached = isinstance(form, ActForm) and form.is_coached
        return (Composer if is_coached else forms.BoundField)(form, self, field_name)


class Composer(forms.BoundField):
    """A field for words with the coach beneath.

    Attributes:
        coach: what the coach said when it was asked without a script; see `coach` in `pages.coaching`.
    """

    form: ActForm
    coach: dict[str, Any] | None = None
    template_name = "partials/composer.html"

    def get_context(self) -> dict[str, Any]:
        """What the page needs to ask the coach while someone writes."""
        return {
            "field": self,
            "seat": self.form.entry.seat,
            "of": self.form.answered,
            "coach": self.coach,
            "builds": self.form.builds and self.name == "words",
            "at_work": self.form.entry.setting == Setting.TEAM,
        }


class FormId(forms.UUIDField):
    """The id that the act will have, made when the form is shown, so that sending twice keeps one."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, required=False)

    def to_python(self, value: Any) -> UUID:  # type: ignore[override]
        """The id; a new one where what came is none."""
        try:
            return super().to_python(value) or uuid4()
        except forms.ValidationError:
            return uuid4()


@dataclass(frozen=True)
class FirstLook:
    """What someone is shown before something is kept.

    Attributes:
        said: sentences.
        choices: of each the value of the button and what it says; all weigh the same.
        parts: what a forecast among them is the sum of: a name, counts and an amount each.
    """

    said: list[str]
    choices: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str, str], ...] = ()


class ActForm(forms.Form):
    """A form that makes one act. Subclasses name the kind and add what it asks.

    Attributes:
        kind: the kind of act.
        asks: what the field for words is called.
        hint: beneath it.
        more: fields that are folded away until wanted.
        about_others: whether it concerns one of the others, who is asked for where there are several.
        all_called: what everyone together is called among those it may be about; empty where one is.
        dated: whether it asks when it happened.
        words_first: whether the words are asked for before anything else, or after it.
        is_coached: whether the coach reads along, because it is said to someone.
        builds: whether the coach, where it reads along, also offers to say it in four parts: what happened,
            what one felt, what one needs, what one asks for.
        offers_sharing: whether the author chooses who may see it; otherwise it goes where what it is
            about lies, or to all.
    """

    kind: ClassVar[type[Act]]
    asks: ClassVar[Any] = lazy("What happened?")
    hint: ClassVar[Any] = ""
    more: ClassVar[tuple[str, ...]] = ("day", "clock")
    who_asks: ClassVar[Any] = lazy("Who is it about?")
    about_others: ClassVar[bool] = True
    all_called: ClassVar[Any] = ""
    dated: ClassVar[bool] = True
    words_first: ClassVar[bool] = True
    is_coached: ClassVar[bool] = False
    builds: ClassVar[bool] = True
    offers_sharing: ClassVar[bool] = True
    button: ClassVar[Any] = lazy("Keep")

    id = FormId()
    words = Words("")

    def __init__(
        self, entry: Entry, data: Mapping[str, Any] | None = None, target: Act | None = None, **more: Any
    ) -> None:
        self.entry = entry
        self.target = target
        self.made: Act | None = None
        self.file: bytes | None = None
        more.setdefault("label_suffix", "")
        super().__init__(data, initial={"id": uuid4()} | self.first(target) | more.pop("initial", {}), **more)
        words = self.fields["words"]
        words.label, words.help_text = self.asks, self.hint
        words.required = self.kind.NEEDS_WORDS
        if self.about_others and target is None and len(entry.company) > 1:
            self.fields["who"] = self._who()
        if self.dated:
            self.fields |= {"day": self._day(), "clock": self._clock()}
        if self.offers_sharing and len(self._scopes()) > 1:
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
            who = self.cleaned_data["who"]
            return () if who == EVERYONE else (Person(who),)
        if self.target is not None:
            return others_of(self.target, self.entry.me)
        return tuple(Person(str(member.id)) for member in self.entry.company[:1])

    def other(self) -> Person:
        """The one of the others whom it is about.

        Raises:
            InvalidAct: nobody else is or was here.
        """
        chosen = self.chosen()
        if not chosen:
            raise InvalidAct("affected", "nobody else is here yet whom this could be about")
        return chosen[0]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields that are shown at once, those with an error among them."""
        folded = {"scope", *self.more}
        return [field for field in self._ordered() if field.name not in folded or self._is_wrong(field)]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [field for field in self._ordered() if field.name in self.more and not self._is_wrong(field)]

    @property
    def last_fields(self) -> list[forms.BoundField]:
        """What is asked last: who may see it."""
        return [self["scope"]] if "scope" in self.fields and not self._is_wrong(self["scope"]) else []

    @property
    def chosen_scope(self) -> Scope:
        """Who may see the act."""
        return Scope(self.cleaned_data["scope"]) if "scope" in self.fields else self._scopes()[-1]

    @property
    def chosen_other(self) -> Member | None:
        """With whom it is shared, where that is one of several."""
        if self.chosen_scope is not Scope.PAIR:
            return None
        return next((member for member in self.entry.others if str(member.id) in self.chosen()), None)

    def look_first(self) -> FirstLook | None:
        """Something to choose before it is kept, once what was typed is right."""
        return None

    @property
    def answered(self) -> Act | None:
        """What the words answer, if anything: something another wrote. The coach reads it beside them."""
        target = self.target
        return target if target is not None and target.words and target.author != self.entry.me else None

    def composers(self) -> Iterator[Composer]:
        """The fields that the coach reads, each for itself."""
        return (field for field in self if isinstance(field, Composer))

    def draft(self) -> str:
        """All that is typed in words so far."""
        texts = (self.data.get(name, "") for name, field in self.fields.items() if isinstance(field, Words))
        return "\n\n".join(text for text in texts if text)

    def beside(self) -> str:
        """Something for the one who writes to know beforehand."""
        return ""

    def before(self) -> list[Act]:
        """What is recorded before the act that was made, because it refers to it."""
        return []

    def also(self) -> list[Act]:
        """What is recorded along with the act that was made."""
        return []

    def renew(self) -> None:
        """Give the form another id: what is typed in it can then be kept as something new."""
        data = cast("QueryDict", self.data).copy()
        data["id"] = str(uuid4())
        self.data = data

    def full_clean(self) -> None:
        """Check what was typed; what is missing is asked for in words of our own."""
        for field in self.fields.values():
            field.error_messages["required"] = _missing(field)
        super().full_clean()

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
        self.add_error(field if field in self.fields else None, capfirst(reason).rstrip(".") + ".")

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
        choices: list[tuple[str, Any]] = [(str(member.id), member.name) for member in self.entry.company]
        if self.all_called:
            choices.insert(0, (EVERYONE, self.all_called))
        return forms.ChoiceField(label=self.who_asks, choices=choices, widget=forms.RadioSelect)

    def _day(self) -> forms.DateField:
        today = self.entry.now.date().isoformat()
        help_text = _("Now, if you leave it empty.")
        return forms.DateField(
            label=_("When?"), required=False, help_text=help_text, widget=DayInput({"max": today})
        )

    def _clock(self) -> forms.TimeField:
        return forms.TimeField(
            label=_("At what time?"), required=False, widget=ClockInput(), help_text=whose_clock(self.entry)
        )

    def _scopes(self) -> tuple[Scope, ...]:
        """Where the act may lie, from narrow to wide; the last is where it goes if nothing is asked."""
        if self.kind.KIND in PRIVATE:
            return (Scope.OWN,)
        widest = Scope.SHARED if self.target is None else reach_of(self.entry, self.target)
        if widest is Scope.OWN:
            return (Scope.OWN,)
        several = len(self.entry.others) > 1 and (self.about_others or widest is Scope.PAIR)
        pair = (Scope.PAIR,) if several else ()
        return (Scope.OWN, *pair) if widest is Scope.PAIR else (Scope.OWN, *pair, Scope.SHARED)

    def _scope(self) -> forms.ChoiceField:
        several = len(self.entry.others) > 1
        called = {
            Scope.OWN: _("Keep it to myself"),
            Scope.PAIR: _("Share it with the one it is about"),
            Scope.SHARED: _("Share it with everyone here") if several else _("Share it"),
        }
        return forms.ChoiceField(
            label=_("Who may see it?"),
            choices=[(scope.value, called[scope]) for scope in self._scopes()],
            widget=forms.RadioSelect,
            initial=Scope.OWN.value,
            help_text=escape(who_could_read(self.entry)),
        )

    def _ordered(self) -> Iterable[forms.BoundField]:
        fields = self.visible_fields()
        if not self.words_first:
            return sorted(fields, key=lambda field: field.name == "words")
        return sorted(fields, key=lambda field: field.name not in {"words", "who"})

    def _is_wrong(self, field: forms.BoundField) -> bool:
        return self.is_bound and bool(field.errors)


def _missing(field: forms.Field) -> str:
    match field:
        case Words():
            return _("A few words are needed.")
        case forms.DateField():
            return _("Choose a day.")
        case forms.ChoiceField() | forms.IntegerField():
            return _("Choose one of these.")
        case _:
            return _("This is still missing.")


class DayInput(forms.DateInput):
    """A field for a day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attributes: dict[str, str] | None = None) -> None:
        super().__init__(attributes, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A field for a time of day, with the browser's own clock."""

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
    """A form that also asks by when.

    Attributes:
        due_required: whether it must be said.
        looks_ahead: whether it lies ahead: nobody promises for yesterday.
        may_repeat: whether it may fall due again and again.
    """

    dated: ClassVar[bool] = False
    due_required: ClassVar[bool] = True
    looks_ahead: ClassVar[bool] = True
    may_repeat: ClassVar[bool] = True

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.fields["due_day"] = forms.DateField(
            label=_("By which day?"), required=self.due_required, widget=DayInput()
        )
        self.fields["due_clock"] = forms.TimeField(
            label=_("By what time?"),
            required=False,
            widget=ClockInput(),
            help_text=_("The end of the day, if you leave it empty."),
        )
        if self.may_repeat:
            choices = [(name, label) for name, (_every, _unit, label) in REPEATS.items()]
            self.fields["repeat"] = forms.ChoiceField(label=_("How often?"), choices=choices, initial="once")
            self.fields["until"] = forms.DateField(
                label=_("Until when, if it repeats?"), required=False, widget=DayInput()
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
        due = Due(first, every, unit, self.cleaned_data.get("until") if every else None)
        if self.looks_ahead and due.ends_at(first.day) <= self.entry.now:
            raise InvalidAct("due_day", "this has passed")
        return due


def who_could_read(entry: Entry) -> str:
    """What is said beside the choice: hidden from whom, and who could read it all the same."""
    return _(
        "Kept to yourself, it is hidden from %(names)s in the app; %(host)s could read it. "
        "Shared, it waits ten minutes in which you can take it back; then %(names)s can keep or copy it."
    ) % {"names": the_others(entry), "host": the_host()} + _with_managers(entry)


def _with_managers(entry: Entry) -> str:
    """At work: who among the readers has power over others."""
    managers = [member.name for member in entry.others if member.role == Role.MANAGER]
    if not managers or len(entry.others) == 1:
        return ""
    return " " + ngettext(
        "Among them is %(names)s, a manager.", "Among them are %(names)s, managers.", len(managers)
    ) % {"names": get_text_list(managers, _("and"))}


def the_others(entry: Entry) -> str:
    """The other one by name, or the others."""
    return entry.others[0].name if len(entry.others) == 1 else _("the others")


def the_host() -> str:
    """Who runs the server, by name where the settings say."""
    name = settings.AMENDS_HOST_NAME
    return _("%(name)s, who runs this server,") % {"name": name} if name else _("whoever runs this server")


def whose_clock(entry: Entry) -> str:
    """Where the times of a bond are those of another place than one's own: which."""
    zone = entry.seat.bond.zone
    if user_of(entry.request).zone == zone:
        return ""
    return escape(_("As the clocks show it in %(zone)s.") % {"zone": zone.split("/")[-1].replace("_", " ")})


def others_of(target: Act, me: Person) -> tuple[Person, ...]:
    """Whom something said about an act concerns: its author, or those one wrote it to."""
    people = (target.by, *target.affected) if target.author == me else (target.author,)
    return tuple(dict.fromkeys(person for person in people if person != me))


def reach_of(entry: Entry, target: Act) -> Scope:
    """How widely something said about an act may be read: by whoever reads the act, or soon will."""
    return Scope.SHARED if target.id in entry.pending else entry.act(target.id).scope


def optional_uuid(data: Mapping[str, Any], name: str) -> UUID | None:
    """The act that was chosen in a field, if any."""
    value = data.get(name)
    return UUID(value) if value else None
