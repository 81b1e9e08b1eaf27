"""What is typed to ask someone from outside to help, to take that seat, and to choose what they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from django import forms
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from amends.bonds.caucus import LONGEST_NOTE
from amends.bonds.grants import MOST_DAYS, USUAL_DAYS
from amends.bonds.names import LONGEST_NAME
from amends.people.models import Calling, Facilitator
from amends.readings.given import ownable, repairs
from amends.web.forms.act import FormId
from amends.web.forms.bonds import BondForm
from amends.web.words import granted_sorts

if TYPE_CHECKING:
    from amends.acts.base import Act
    from amends.web.pages.entry import Entry

MOST_OFFERED: Final = 200
"""One's own lines that can be chosen from, the latest ones [choice]."""
Choice = tuple[str, str]


class Seek(forms.Form):
    """For whom someone from outside is to be there."""

    for_all = forms.ChoiceField(
        label=lazy("For whom?"),
        choices=(
            ("no", lazy("For me alone")),
            ("yes", lazy("For all of us")),
        ),
        help_text=lazy(
            "If they are there for you alone, the others don’t learn of it. If they are there for all, the "
            "others see whom you asked, and each chooses alone what to open."
        ),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose one of these.")},
    )


class TakeSeat(BondForm):
    """How someone from outside is called, and as what they help."""

    name = forms.CharField(
        label=lazy("Your name"),
        help_text=lazy("As those who asked you know you."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    calling = forms.ChoiceField(
        label=lazy("As what do you help?"),
        help_text=lazy("Nobody checks this here, and those who read it are told so."),
        choices=Calling.choices,
        widget=forms.RadioSelect,
    )


class GrantForm(BondForm):
    """What a facilitator may read of what is one's own to grant, and until when."""

    days = forms.IntegerField(
        label=lazy("For how many days?"),
        help_text=lazy("It ends by itself. You can end it before, at any time, and nobody is told."),
        min_value=1,
        max_value=MOST_DAYS,
        initial=USUAL_DAYS,
    )

    def __init__(self, entry: Entry, facilitator: Facilitator, before: frozenset[str], data: Any) -> None:
        super().__init__(data)
        self.entry = entry
        if facilitator.for_all:
            sorts = [(value, capfirst(label)) for value, label in granted_sorts(entry.setting).items()]
            self._offer("sorts", _("All of a kind, with what is added while it stands"), sorts, before)
            named = [(str(one.id), one.name) for one in repairs(entry.placed)]
            self._offer("repairs", _("Or one by one"), named[::-1], before)
        mine = list(ownable(entry.me, entry.placed))[-MOST_OFFERED:]
        self._offer("own", _("Of what you keep to yourself, item by item"), self._lines(mine), before)
        self.order_fields(["sorts", "repairs", "own", "days"])

    @property
    def parts(self) -> set[str]:
        """What was chosen."""
        return {what for name in ("sorts", "repairs", "own") for what in self.cleaned_data.get(name, ())}

    def _offer(self, name: str, label: str, choices: list[Choice], before: frozenset[str]) -> None:
        if choices:
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=choices,
                required=False,
                initial=[value for value, _label in choices if value in before],
                widget=forms.CheckboxSelectMultiple,
            )

    def _lines(self, acts: list[Act]) -> list[Choice]:
        return [(str(act.id), dated(self.entry, act)) for act in reversed(acts)]


def dated(entry: Entry, act: Act) -> str:
    """An act in a line, with its day: several may say the same."""
    return _("%(day)s: %(said)s") % {
        "day": date_format(act.occurred.day, "j F"),
        "said": entry.headline(act),
    }


class NoteForm(BondForm):
    """A line between a member and a facilitator."""

    id = FormId()
    words = forms.CharField(
        label=lazy("A note or a question"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": lazy("A few words are needed.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"id": uuid4()})

    @property
    def sent(self) -> UUID:
        """The id of the form."""
        found: UUID = self.cleaned_data["id"]
        return found
