"""An apology, and making good."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from amends.acts.amends import Amends
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.promise import Promise
from amends.web.forms.act import ActForm, DueForm, Words, optional_uuid


class ApologyForm(ActForm):
    """An apology in its author's own words, with its three elements beside."""

    kind = Apology
    is_coached = True
    asks = _("What do you want to say?")
    who_asks = _("To whom?")
    more = ()
    dated = False

    acknowledges = Words(
        _("What I did, and how it was for you"), rows=2, help_text=_("What happened, that it was yours.")
    )
    offers = Words(_("How I would like to put it right"), rows=2, help_text=_("You can also ask."))
    prevents = Words(_("What will keep it from happening again"), rows=2)

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        acts = [placed.act for placed in self.entry.placed.values()]
        mine = [act for act in acts if isinstance(act, Breach) and act.by == self.entry.me]
        promises = [act for act in acts if isinstance(act, Promise) and act.by == self.entry.me]
        if mine and self.target is None:
            self.fields["of"] = forms.MultipleChoiceField(
                label=now("What is it for?"),
                choices=[(str(act.id), self.entry.headline(act)) for act in mine[::-1][:12]],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        if promises:
            self.fields["promise"] = forms.ChoiceField(
                label=now("Which promise bears it out?"),
                choices=[
                    ("", "–"),
                    *((str(act.id), self.entry.headline(act)) for act in promises[::-1][:12]),
                ],
                required=False,
            )

    def chosen(self) -> tuple[Person, ...]:
        """Those who were hurt by what it is for."""
        return self.target.affected if isinstance(self.target, Breach) else super().chosen()

    def values(self) -> dict[str, Any]:
        """What it is for, and its elements."""
        chosen = tuple(UUID(one) for one in self.cleaned_data.get("of", ()))
        repair = self.target.repair if isinstance(self.target, Breach) else None
        return {
            "of": (self.target.id,) if isinstance(self.target, Breach) else chosen,
            "repair": repair,
            "promise": optional_uuid(self.cleaned_data, "promise"),
            **{name: self.cleaned_data[name] for name in ("acknowledges", "offers", "prevents")},
        }


class AmendsForm(DueForm):
    """What its author will do to put something right."""

    kind = Amends
    asks = _("What would you like to do?")
    who_asks = _("For whom?")
    more = ("due_day", "due_clock")
    due_required: ClassVar[bool] = False
    may_repeat: ClassVar[bool] = False

    def first(self, target: Act | None) -> dict[str, Any]:
        """What the apology offered."""
        return {"words": target.offers} if isinstance(target, Apology) else {}

    def values(self) -> dict[str, Any]:
        """Where it belongs, and by when."""
        apology = self.target if isinstance(self.target, Apology) else None
        return {
            "apology": apology.id if apology else None,
            "repair": apology.repair if apology else None,
            "due": self.due(),
        }
