"""Hours of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.acts.hours import Hours, Sort, Weekday
from amends.web.forms.act import ActForm, ClockInput, DayInput

SORTS = {
    Sort.PRIVATE.value: _("private: neither recorded nor asked about"),
    Sort.WORK.value: _("work: nothing is asked of me"),
}
WEEKDAYS = {
    Weekday.MONDAY.value: _("Monday"),
    Weekday.TUESDAY.value: _("Tuesday"),
    Weekday.WEDNESDAY.value: _("Wednesday"),
    Weekday.THURSDAY.value: _("Thursday"),
    Weekday.FRIDAY.value: _("Friday"),
    Weekday.SATURDAY.value: _("Saturday"),
    Weekday.SUNDAY.value: _("Sunday"),
}


class HoursForm(ActForm):
    """Hours in which one is asked for nothing."""

    kind = Hours
    asks = _("A word about it, if you like")
    hint = _("No reason is needed.")
    more = ("words", "until")
    about_others = False
    dated = False

    sort = forms.ChoiceField(
        label=_("What sort of hours?"),
        choices=list(SORTS.items()),
        widget=forms.RadioSelect,
        initial=Sort.PRIVATE.value,
    )
    begins = forms.TimeField(label=_("From"), widget=ClockInput())
    ends = forms.TimeField(
        label=_("To"), widget=ClockInput(), help_text=_("Earlier than the beginning: the next day.")
    )
    weekdays = forms.MultipleChoiceField(
        label=_("On which days?"),
        choices=list(WEEKDAYS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Every day, if none is chosen."),
    )
    until = forms.DateField(label=_("Until which day?"), required=False, widget=DayInput())

    def people(self) -> dict[str, Any]:
        """One's own."""
        return {"by": self.entry.me}

    def values(self) -> dict[str, Any]:
        """What sort, when, and until when."""
        found = self.cleaned_data
        return {
            "sort": Sort(found["sort"]),
            "begins": f"{found['begins']:%H:%M}",
            "ends": f"{found['ends']:%H:%M}",
            "weekdays": tuple(Weekday(day) for day in found["weekdays"]),
            "until": found["until"],
        }
