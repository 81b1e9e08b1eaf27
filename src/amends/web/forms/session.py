"""Beginning a practice, and what one contributes to it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from amends.acts.base import Act, Person
from amends.acts.due import Due
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.acts.sealed import BOTH_SIDES
from amends.acts.session import Contribution, Session
from amends.acts.when import When
from amends.engine.results import Pace
from amends.people.models import Grant, Member, Role, Setting
from amends.practices.script import PASS, PAUSE, RESUME, SEVERAL, STOP, Script, Step
from amends.web.forms.act import EVERYONE, ActForm, Words, optional_uuid, reach_of

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

ALONE = "alone"
"""Sent where someone walks a practice by themselves."""
PAUSES = {"20": _("20 minutes"), "60": _("An hour"), "180": _("Three hours"), "1440": _("Until tomorrow")}
"""How long a pause may last, by minutes."""


NEEDS_FACILITATOR = _(
    "One of you is a manager here, and may decide about another’s work. Then this is only for when someone "
    "from outside goes along: ask someone to take a seat, and let them read something of yours. Each of you "
    "does so alone."
)
"""Said where one person has power over another and nobody goes along."""


class SessionForm(ActForm):
    """Beginning a practice: with whom, and what it is about."""

    kind = Session
    about_others = False
    dated = False
    offers_sharing = False
    words_first = False
    more: ClassVar[tuple[str, ...]] = ()
    button = _("Begin")

    def __init__(self, entry: Entry, data: Any, script: Script) -> None:
        self.script = script
        super().__init__(entry, data)
        self.fields["words"].label = script.about
        self.fields["words"].required = bool(script.about)
        if not script.about:
            del self.fields["words"]
        if max(script.people) > 1:
            self.fields["with"] = forms.ChoiceField(
                label=_("With whom?"), choices=self._company(), widget=forms.RadioSelect
            )
            self.initial["with"] = next((one for one, _name in self._company()), None)
        if script.needs_repair:
            self.fields["repair"] = forms.ChoiceField(
                label=_("Around which repair?"), choices=self._repairs()
            )
        self.initial["repair"] = entry.request.GET.get("repair")

    @property
    def lacks(self) -> str:
        """What is missing for this practice to begin here: company, a repair, or nothing."""
        if "with" in self.fields and not self._company():
            return "company"
        return "repair" if "repair" in self.fields and not self._repairs() else ""

    @property
    def chosen_scope(self) -> Scope:
        """Between those who take part alone."""
        if self.cleaned_data.get("with") == EVERYONE:
            return Scope.SHARED
        if self.chosen_other is None:
            return Scope.OWN
        return Scope.PAIR if len(self.entry.others) > 1 else Scope.SHARED

    @property
    def chosen_other(self) -> Member | None:
        """With whom, if with anyone."""
        return next((one for one in self.entry.others if str(one.id) == self.cleaned_data.get("with")), None)

    def people(self) -> dict[str, Any]:
        """Whoever begins it, and the one they chose, or all."""
        if self.cleaned_data.get("with") == EVERYONE:
            everyone = tuple(Person(str(member.id)) for member in self.entry.others)
            return {"by": self.entry.me, "affected": everyone}
        other = self.chosen_other
        return {"by": self.entry.me, "affected": () if other is None else (Person(str(other.id)),)}

    def values(self) -> dict[str, Any]:
        """Which practice, and around which repair."""
        repair = optional_uuid(self.cleaned_data, "repair")
        return {"practice": self.script.id, "version": self.script.version, "repair": repair}

    def _company(self) -> list[tuple[str, Any]]:
        others: list[tuple[str, Any]] = []
        if set(self.script.people) != {SEVERAL}:
            others = [(str(member.id), member.name) for member in self.entry.others]
        if SEVERAL in self.script.people and len(self.entry.others) > 1:
            others.insert(0, (EVERYONE, _("Everyone here")))
        return [*others, (ALONE, _("By myself"))] if 1 in self.script.people else others

    def _repairs(self) -> list[tuple[str, str]]:
        going = [
            one
            for one in self.entry.readings.repairs
            if one.pace in {Pace.GOING, Pace.RESTING} and self.entry.me in one.between
        ]
        acts = [self.entry.act(one.repair).act for one in going]
        return [(str(act.id), act.name) for act in acts if isinstance(act, Repair)]

    def clean(self) -> dict[str, Any]:
        """Where one of those taking part has power over another, both sides need someone from outside."""
        cleaned = super().clean()
        if self.made is not None and self.script.id == BOTH_SIDES:
            people = (self.entry.me, *self.made.affected)
            if has_power(self.entry, people) and not has_facilitator(self.entry):
                self.add_error("with", NEEDS_FACILITATOR)
        return cleaned


class ContributionForm(ActForm):
    """What one says or chooses at a step; what comes too late is kept all the same.

    Attributes:
        heard: what another said last, which the words may answer.
    """

    kind = Contribution
    about_others = False
    dated = False
    offers_sharing = False
    more: ClassVar[tuple[str, ...]] = ()
    target: Session

    step = forms.SlugField(widget=forms.HiddenInput)
    round = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    choice = forms.SlugField(required=False, widget=forms.HiddenInput)
    pause_for = forms.ChoiceField(required=False, choices=list(PAUSES.items()))

    def __init__(self, entry: Entry, data: Any, session: Session, step: Step | None, round_: int) -> None:
        self.at = step
        self.heard: Contribution | None = None
        super().__init__(entry, data, session, initial={"step": step.id if step else "", "round": round_})
        self.is_coached = step is not None and step.coached  # type: ignore[misc]
        words = self.fields["words"]
        words.label, words.help_text = (step.asks, step.hint) if step else ("", "")
        words.error_messages["required"] = _("A few words are needed.")

    @property
    def answered(self) -> Act | None:
        """What another said last."""
        return self.heard

    @property
    def chosen_scope(self) -> Scope:
        """Where the session lies, unless the step's words stay with their author."""
        if self.at is not None and self.at.own and self.cleaned_data.get("step") == self.at.id:
            return Scope.OWN
        return reach_of(self.entry, self.target)

    @property
    def chosen_other(self) -> Member | None:
        """The other of the two, where it lies between two of several."""
        if self.chosen_scope is not Scope.PAIR:
            return None
        people = {self.target.author, *self.target.affected}
        return next((member for member in self.entry.others if Person(str(member.id)) in people), None)

    def clean(self) -> dict[str, Any]:
        """Words and going on without them don't go together: nothing that was typed is thrown away."""
        if self.cleaned_data.get("choice") == PASS and self.cleaned_data.get("words"):
            raise ValidationError(
                {"words": _("There are words here. Send them, or empty the field to go on without.")}
            )
        return super().clean()

    def people(self) -> dict[str, Any]:
        """Oneself, to the others who take part."""
        everyone = (self.target.author, *self.target.affected)
        return {"by": self.entry.me, "affected": tuple(one for one in everyone if one != self.entry.me)}

    def values(self) -> dict[str, Any]:
        """At which step, what was chosen, and until when a pause lasts."""
        step = self.cleaned_data["step"]
        return {
            "session": self.target.id,
            "step": step,
            "round": self.cleaned_data["round"],
            "choice": step if step in {PAUSE, RESUME, STOP} else self.cleaned_data.get("choice", ""),
            "until": self._until() if step == PAUSE else None,
        }

    def _until(self) -> Due:
        minutes = int(self.cleaned_data.get("pause_for") or next(iter(PAUSES)))
        end = self.entry.now + timedelta(minutes=minutes)
        return Due(When.received(end, self.entry.seat.bond.zone))


class MarkingForm(ContributionForm):
    """After both sides were opened: what the others got right, and what is missing."""

    missed = Words(_("What is missing, or was otherwise?"), rows=3)
    button = _("Send")

    def __init__(self, entry: Entry, data: Any, session: Session, script: Script) -> None:
        self.script = script
        super().__init__(entry, data, session, script.steps[0], 0)
        self.fields["missed"].label = script.steps[1].asks

    def clean(self) -> dict[str, Any]:
        """One of the two is enough."""
        if not self.cleaned_data.get("words") and not self.cleaned_data.get("missed"):
            raise ValidationError({"words": _("A few words are needed, here or below.")})
        return super().clean()

    def values(self) -> dict[str, Any]:
        """What they got right, or that this was passed over."""
        return super().values() | {"choice": "" if self.cleaned_data["words"] else PASS}

    def also(self) -> list[Act]:
        """What is missing, or that this was passed over."""
        made = self.made
        assert isinstance(made, Contribution)  # noqa: S101 - nothing is asked for before it was made
        words = self.cleaned_data["missed"]
        missed = self.script.steps[1].id
        return [
            replace(made, id=uuid5(made.id, missed), step=missed, words=words, choice="" if words else PASS)
        ]


def has_power(entry: Entry, people: Collection[Person]) -> bool:
    """Whether one of several people may decide about another's work."""
    everyone = (entry.seat, *entry.others)
    return entry.setting == Setting.TEAM and any(
        one.role == Role.MANAGER and Person(str(one.id)) in people for one in everyone
    )


def has_facilitator(entry: Entry) -> bool:
    """Whether the visitor lets someone from outside read along. Of the others' seats nothing is told."""
    return Grant.objects.standing(entry.now).filter(member=entry.seat).exists()
