"""Something that hurt, from either side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Person
from amends.acts.breach import Breach, BreachType
from amends.acts.correction import Correction
from amends.acts.hours import Hours, Sort
from amends.acts.repair import Repair
from amends.web.forms.act import ActForm, FirstLook, optional_uuid
from amends.web.forms.choices import BREACH_TYPES, WEIGHTS


class _AnyBreach(ActForm):
    """What both sides' forms ask."""

    kind = Breach
    more = ("day", "clock", "type", "repair")

    type = forms.ChoiceField(
        label=_("What was it like?"), choices=list(BREACH_TYPES.items()), initial=BreachType.OTHER.value
    )

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        repairs = self.entry.standing(Repair)
        if repairs:
            choices = [("", "–"), *((str(repair.id), repair.name) for repair in repairs)]
            self.fields["repair"] = forms.ChoiceField(
                label=_("Does it belong to a repair?"),
                choices=choices,
                required=False,
                initial=self.entry.request.GET.get("repair"),
            )

    def values(self) -> dict[str, Any]:
        """What it was like, and where it belongs."""
        repair: UUID | None = optional_uuid(self.cleaned_data, "repair")
        return {"type": BreachType(self.cleaned_data["type"]), "repair": repair}


class BreachForm(_AnyBreach):
    """Something another did that hurt the one who writes."""

    is_coached = True
    asks = _("What happened?")
    hint = _("What could be seen or heard, if you can. One thing is enough.")
    who_asks = _("Who did it?")

    weight = forms.TypedChoiceField(
        label=_("How heavy was it for you?"),
        choices=[("", _("I’d rather not say")), *WEIGHTS],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if "weight" in self.entry.left_out:
            del self.fields["weight"]

    def look_first(self) -> FirstLook | None:
        """That it lies in an hour which the other keeps private, where they shared that; it can be kept."""
        who, at = self.other(), self._occurred().utc.astimezone(self.entry.now.tzinfo)
        if self.cleaned_data.get("clock") is None or not any(one.end_of(at) for one in self._private_of(who)):
            return None
        said = _(
            "%(name)s keeps this hour private, and asked that it be neither recorded nor asked about. "
            "What hurt you is yours to keep all the same."
        ) % {"name": self.entry.name(who)}
        return FirstLook([said], (("as it is", gettext("Keep it as it is")),))

    def _private_of(self, person: Person) -> list[Hours]:
        """The private hours that someone else shared and holds to."""
        acts = [placed.act for placed in self.entry.placed.values() if placed.act.author == person]
        gone = {act.of for act in acts if isinstance(act, Correction) and act.withdrawn}
        found = [act for act in acts if isinstance(act, Hours) and act.id not in gone]
        return [act for act in found if act.sort is Sort.PRIVATE]

    def people(self) -> dict[str, Any]:
        """The other did it, to the one who writes."""
        return {"by": self.other(), "affected": (self.entry.me,)}

    def values(self) -> dict[str, Any]:
        """How heavy it was."""
        return super().values() | {"weight": self.cleaned_data.get("weight")}


class MineForm(_AnyBreach):
    """Something the one who writes did, and that hurt another."""

    asks = _("What did you do?")
    hint = _("In your own words. What it was like for the other is theirs to say.")
    who_asks = _("Whom did it hurt?")
