"""What someone looks for among the ideas for something to enjoy. It makes no act."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amends.people.models import Setting
from amends.practices.joy import OF_SETTING, Money, Novelty, Place, Time, Who, Wish

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

TIMES: Final = {
    Time.MINUTES: _("a quarter of an hour"),
    Time.HOUR: _("an hour"),
    Time.EVENING: _("half a day"),
    Time.DAY: _("a day or more"),
}
MONEY: Final = {Money.NONE: _("nothing"), Money.LITTLE: _("a little"), Money.SOME: _("some money")}
COSTS: Final = {
    Money.NONE: _("costs nothing"),
    Money.LITTLE: _("costs a little"),
    Money.SOME: _("costs some"),
}
PLACES: Final = {
    Place.HOME: _("at home"),
    Place.NEAR: _("nearby"),
    Place.OUTSIDE: _("out of doors"),
    Place.AWAY: _("somewhere else"),
    Place.APART: _("each where you are"),
}
PLACES_AT_WORK: Final = PLACES | {Place.HOME: _("where you work")}
WHO: Final = {Who.TWO: _("two of you"), Who.FRIENDS: _("friends"), Who.FAMILY: _("family")}
NOVELTY: Final = {
    Novelty.KNOWN: _("quiet and known"),
    Novelty.NEW: _("a little new"),
    Novelty.BOLD: _("new and exciting"),
}
SORTS: Final[dict[str, type[StrEnum]]] = {
    "time": Time,
    "money": Money,
    "place": Place,
    "who": Who,
    "novelty": Novelty,
}


def places(setting: str) -> dict[Place, Any]:
    """What the places are called among these people."""
    return PLACES_AT_WORK if setting == Setting.TEAM else PLACES


class WishForm(forms.Form):
    """Time, money, place, company and novelty; whatever is left open does not matter."""

    def __init__(self, entry: Entry, data: QueryDict) -> None:
        company = OF_SETTING.get(entry.setting, Who.TWO)
        super().__init__({"who": company.value} | data.dict(), label_suffix="")
        self.company = company
        self.fields["time"] = _choice(_("Time, at most"), TIMES)
        self.fields["money"] = _choice(_("It may cost"), MONEY)
        self.fields["place"] = _choice(_("Where"), places(entry.setting))
        if company is not Who.TEAM:  # at work nothing is offered that is meant for two alone
            self.fields["who"] = _choice(_("With whom"), WHO)
        self.fields["novelty"] = _choice(_("How new"), NOVELTY)
        self.full_clean()

    def wish(self) -> Wish:
        """What is looked for; what can't be is looked past, and said at its field."""
        wish: dict[str, Any] = {
            name: SORTS[name](value) for name, value in self.cleaned_data.items() if value
        }
        return Wish(**wish) if "who" in self.fields else Wish(**wish | {"who": self.company})

    @property
    def chosen(self) -> list[str]:
        """What is set, as it reads; without whom they are anyway."""
        set_here = {name: value for name, value in self.cleaned_data.items() if value}
        if set_here.get("who") == self.company.value:
            del set_here["who"]
        return [
            str(dict(getattr(self.fields[name], "choices", ()))[value]) for name, value in set_here.items()
        ]


def _choice(label: Any, choices: dict[Any, Any]) -> forms.ChoiceField:
    """One of some sorts, by the words of the content file; or any."""
    told = [("", _("any")), *((one.value, says) for one, says in choices.items())]
    return forms.ChoiceField(label=label, choices=told, required=False)
