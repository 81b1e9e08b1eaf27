"""What one may change about a bond and one's own seat in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amends.bonds.create import LONGEST_TITLE
from amends.bonds.names import LONGEST_NAME
from amends.people.models import Daily, Role, Setting
from amends.web.forms.bonds import BondForm, zones

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

AT_WORK = ("with_weights", "with_ratings", "with_apologies")
"""What is asked at work alone: elsewhere these are always on."""


class SettingsForm(BondForm):
    """A bond's settings and one's own."""

    name = forms.CharField(
        label=_("Your first name"),
        help_text=_("As the others know you. They see it, also beside what was written before."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    role = forms.ChoiceField(
        label=_("What you are in this team"),
        help_text=_(
            "Everyone here sees it. It opens nothing that the others can’t see; for a manager, no reading of "
            "a single person is worked out."
        ),
        choices=Role.choices,
    )
    rests_prompts = forms.BooleanField(
        label=_("Suggest nothing to me that is done for two"),
        help_text=_("All of it can be begun as before. For any reason, or none. Nobody else can tell."),
        required=False,
    )
    rests_coach = forms.BooleanField(
        label=_("Don’t read along while I write"),
        help_text=_("Then nothing is said of how words may land. Nobody else can tell."),
        required=False,
    )
    asks_daily = forms.ChoiceField(
        label=_("Ask me for a line, once a day"),
        help_text=_("It can be passed over, and stays with you. Nothing asks again that day."),
        choices=[("", _("no")), *Daily.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    with_weights = forms.BooleanField(
        label=_("Ask me how heavy something was"),
        help_text=_("For yourself alone, to see what adds up."),
        required=False,
    )
    with_ratings = forms.BooleanField(
        label=_("Let me note how my trust is"),
        help_text=_("For yourself alone. No manager and no colleague sees it."),
        required=False,
    )
    with_apologies = forms.BooleanField(
        label=_("Offer me a form for an apology"),
        help_text=_("Nobody learns whether you turned this on."),
        required=False,
    )
    title = forms.CharField(
        label=_("What this bond is called"),
        help_text=_("Everyone in it sees this name."),
        max_length=LONGEST_TITLE,
    )
    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("Whose clock the times here follow, for everyone. What was written keeps its time."),
        choices=lambda: [(zone, zone.replace("_", " ")) for zone in zones()],
    )

    def __init__(self, entry: Entry, data: QueryDict | None) -> None:
        seat = entry.seat
        first = {"title": seat.bond.title, "zone": seat.bond.zone, "name": seat.name, "role": seat.role}
        own = {
            field: getattr(seat, field) for field in ("rests_prompts", "rests_coach", "asks_daily", *AT_WORK)
        }
        super().__init__(data, initial=first | own)
        if entry.setting != Setting.TEAM:
            for field in ("role", *AT_WORK):
                del self.fields[field]
        elif seat.role == Role.MANAGER:  # keeps no ratings of single people
            del self.fields["with_ratings"]

    @property
    def for_all(self) -> list[forms.BoundField]:
        """What everyone in the bond sees."""
        return [self["title"], self["zone"]]

    @property
    def for_me(self) -> list[forms.BoundField]:
        """What is one's own."""
        return [field for field in self.visible_fields() if field.name not in {"title", "zone"}]
