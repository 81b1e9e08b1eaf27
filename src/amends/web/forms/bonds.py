"""What is typed to begin, join or leave a bond."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.bonds.create import LONGEST_TITLE
from amends.bonds.errors import Refused
from amends.bonds.names import LONGEST_NAME
from amends.people.models import Notice, Role, Setting


@cache
def zones() -> tuple[str, ...]:
    """The IANA zones a person may live in, by name."""
    places = (zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return ("UTC", *sorted(places))


class BondForm(forms.Form):
    """A form whose sending may be refused; what was typed stays."""

    label_suffix = ""

    def refuse(self, refused: Refused) -> None:
        """Say why, at the field it is about."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.reason)


class NewBond(BondForm):
    """What you are to each other, and what to call you and it."""

    setting = forms.ChoiceField(
        label=_("What are you to each other?"),
        choices=Setting.choices,
        widget=forms.RadioSelect,
        initial=Setting.COUPLE,
    )
    role = forms.ChoiceField(
        label=_("What are you in this team?"),
        help_text=_("At work alone. Everyone in it sees this; it opens nothing that the others can’t see."),
        choices=Role.choices,
        required=False,
        widget=forms.Select({"data-at-work": ""}),
    )
    name = forms.CharField(
        label=_("Your first name"),
        help_text=_("As the others know you."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    others = forms.CharField(
        label=_("Who is it with?"),
        help_text=_("First names, with commas between. Nobody is told; they may join later, or never."),
        max_length=1000,
    )
    title = forms.CharField(
        label=_("What shall it be called?"),
        help_text=_("For example “Anna and Toby”. Everyone in it sees this name."),
        max_length=LONGEST_TITLE,
    )
    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("Whose clock the times here follow."),
        choices=lambda: [(zone, zone.replace("_", " ")) for zone in zones()],
        widget=forms.Select({"data-zone": ""}),
    )

    def clean_others(self) -> list[str]:
        """The names one by one."""
        names = [name.strip() for name in self.cleaned_data["others"].split(",")]
        return [name for name in names if name]

    def clean_role(self) -> str:
        """What one is at work; elsewhere everyone is a member."""
        at_work = self.cleaned_data.get("setting") == Setting.TEAM
        return self.cleaned_data["role"] if at_work and self.cleaned_data["role"] else Role.MEMBER


class Invite(forms.Form):
    """What the one who joins a team will be."""

    role = forms.ChoiceField(
        label=_("What will they be in this team?"),
        help_text=_("They read it before they join, and everyone here sees it."),
        choices=Role.choices,
    )


class Join(BondForm):
    """The name to join with."""

    name = forms.CharField(
        label=_("Your first name"),
        help_text=_("As the others know you."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )


class Leave(forms.Form):
    """Whether the others are told."""

    notice = forms.ChoiceField(
        label=_("Tell the others?"),
        choices=(
            (Notice.LATER, _("Not now. I may tell them later.")),
            (Notice.NOW, _("Yes, when I leave.")),
            (Notice.NEVER, _("No.")),
        ),
        widget=forms.RadioSelect,
        initial=Notice.LATER,
    )
