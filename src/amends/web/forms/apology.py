"""An apology, and making good."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Final
from uuid import UUID, uuid5

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from amends.acts.amends import Amends
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.due import Due
from amends.acts.promise import Promise
from amends.acts.when import When
from amends.coach.read import read_draft
from amends.web.forms.act import ActForm, DueForm, FirstLook, Words, optional_uuid
from amends.web.forms.concern import concern

PROMISE_IT: Final = "promise it"
"""Chosen where what prevents it is to be kept as a promise too."""


class ApologyForm(ActForm):
    """An apology in its author's own words, with its three elements beside."""

    kind = Apology
    is_coached = True
    builds = False
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
        (promise,) = self._promised() or (None,)
        return {
            "of": (self.target.id,) if isinstance(self.target, Breach) else chosen,
            "repair": repair,
            "promise": promise.id if promise else optional_uuid(self.cleaned_data, "promise"),
            **{name: self.cleaned_data[name] for name in ("acknowledges", "offers", "prevents")},
        }

    def look_first(self) -> FirstLook | None:
        """Where what prevents it names a time: whether to keep it as a promise too."""
        due = self._due()
        if due is None or self.cleaned_data.get("promise"):
            return None
        by = date_format(due, "l, j F, H:i" if isinstance(due, datetime) else "l, j F")
        said = [
            _("“%(words)s”") % {"words": self.cleaned_data["prevents"]},
            _("You could keep this as a promise, by %(due)s. Then what comes of it bears the apology out.")
            % {"due": by},
        ]
        return FirstLook(said, ((PROMISE_IT, str(_("Promise it"))), ("say it", str(_("Only say it")))))

    def before(self) -> list[Act]:
        """The promise that bears it out, where that was chosen."""
        return list(self._promised())

    def _promised(self) -> tuple[Promise] | tuple[()]:
        due = self._due()
        if self.data.get("chosen") != PROMISE_IT or due is None or self.cleaned_data.get("promise"):
            return ()
        local = due.strftime("%Y-%m-%dT%H:%M") if isinstance(due, datetime) else due.isoformat()
        common = self._common() | {
            "id": uuid5(self.cleaned_data["id"], "promise"),
            "words": self.cleaned_data["prevents"],
        }
        return (Promise(**common, due=Due(When.said(local, self.entry.seat.bond.zone))),)

    def _due(self) -> date | datetime | None:
        """The time that what prevents it names, if the coach hears one."""
        prevents = self.cleaned_data.get("prevents", "")
        heard = read_draft(prevents, self.entry.now, setting=self.entry.setting).promise
        return heard.due if heard.found else None


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

    def look_first(self) -> FirstLook | None:
        """What it may give away, shown once."""
        return concern(self.draft())

    def values(self) -> dict[str, Any]:
        """Where it belongs, and by when."""
        apology = self.target if isinstance(self.target, Apology) else None
        return {
            "apology": apology.id if apology else None,
            "repair": apology.repair if apology else None,
            "due": self.due(),
        }
