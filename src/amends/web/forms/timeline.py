"""What of all that happened is looked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.aside import Aside
from amends.acts.base import Act
from amends.acts.boundary import Boundary, Observance
from amends.acts.breach import Breach
from amends.acts.checkin import CheckIn
from amends.acts.closing import Closing
from amends.acts.disclosure import Disclosure
from amends.acts.fields import fields_of
from amends.acts.heard_promise import HeardPromise
from amends.acts.hours import Hours
from amends.acts.hypothesis import Hypothesis
from amends.acts.journal import Journal
from amends.acts.keepsake import Keepsake
from amends.acts.letter import Letter
from amends.acts.looking_forward import LookingForward
from amends.acts.moment import Moment
from amends.acts.outcome import Outcome
from amends.acts.promise import Promise
from amends.acts.reaffirmation import Reaffirmation
from amends.acts.recognition import Recognition
from amends.acts.repair import Repair, Turn
from amends.acts.repair_map import RepairMap
from amends.acts.request import Request
from amends.acts.response import Response
from amends.acts.scope import Placed, Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.skip import Skip
from amends.acts.understanding import Understanding
from amends.acts.wave import Wave
from amends.web.forms.act import DayInput

if TYPE_CHECKING:
    from amends.web.pages.entry import Entry

SORTS: Final[dict[str, tuple[Any, tuple[type[Act], ...]]]] = {
    "": (_("everything"), (Act,)),
    "good": (_("what was good"), (Moment, Recognition, Keepsake, LookingForward)),
    "hurt": (_("what hurt"), (Breach, Response, Wave)),
    "promises": (_("promises"), (Promise, Request, Outcome, Skip, Settlement, HeardPromise)),
    "repairs": (_("repairs"), (Repair, RepairMap, Turn, Understanding, Apology, Answer, Amends, Completion)),
    "practices": (_("what we took time for"), (Session, Contribution, Seal, Reveal)),
    "boundaries": (_("boundaries"), (Boundary, Observance, Hours)),
    "open": (_("what was opened"), (Disclosure, Closing, Letter)),
    "mine": (_("notes to oneself"), (Journal, CheckIn, Wave, HeardPromise, Hypothesis, Aside, Reaffirmation)),
}
"""By the word in the address: what it is called, and the kinds of acts."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for; each that is empty leaves everything in.

    Attributes:
        words: each of these words is in the act, whatever its case and accents.
        kinds: kinds of acts.
        by: the id of whoever wrote it.
        scopes: where it lies.
        first, last: local days, both included.
    """

    words: str = ""
    kinds: tuple[type[Act], ...] = (Act,)
    by: str = ""
    scopes: tuple[Scope, ...] = tuple(Scope)
    first: date = date.min
    last: date = date.max

    def fits(self, placed: Placed, said: str) -> bool:
        """Whether an act, of which ``said`` is the sentence, is among what is looked for."""
        act = placed.act
        return (
            isinstance(act, self.kinds)
            and placed.scope in self.scopes
            and self.by in ("", act.author)
            and self.first <= act.occurred.day <= self.last
            and _holds(self.words, (said, *_texts(act)))
        )


class TimelineForm(forms.Form):
    """The filters of the timeline; what can't be read leaves everything in, and says so."""

    words = forms.CharField(
        label=_("Words"), required=False, max_length=200, widget=forms.TextInput({"type": "search"})
    )
    sort = forms.ChoiceField(
        label=_("What"), required=False, choices=[(key, name) for key, (name, _kinds) in SORTS.items()]
    )
    by = forms.ChoiceField(label=_("Written by"), required=False)
    seen = forms.ChoiceField(
        label=_("Who may see it"),
        required=False,
        choices=[("", _("any")), ("kept", _("kept to yourself")), ("shared", _("shared"))],
    )
    first = forms.DateField(label=_("From"), required=False, widget=DayInput())
    last = forms.DateField(label=_("To"), required=False, widget=DayInput())

    def __init__(self, entry: Entry, data: QueryDict) -> None:
        super().__init__(data, label_suffix="", auto_id="find_%s")
        people = [(str(entry.seat.id), _("you")), *((str(one.id), one.name) for one in entry.company)]
        self.fields["by"] = forms.ChoiceField(
            label=_("Written by"), required=False, choices=[("", _("anyone")), *people]
        )

    @property
    def folded(self) -> list[forms.BoundField]:
        """The filters beside the words."""
        return [field for field in self.visible_fields() if field.name != "words"]

    @property
    def chosen(self) -> list[str]:
        """What is set beside the words, as it reads."""
        found = []
        for field in self.folded:
            value = self.data.get(field.name, "")
            called = dict(getattr(field.field, "choices", ())).get(value, value)
            if value and field.name in self.cleaned_data:
                found.append(f"{field.label} {called}" if field.name in {"first", "last"} else str(called))
        return found

    def wanted(self) -> Wanted:
        """What is looked for, as far as it could be read."""
        self.full_clean()
        found = self.cleaned_data
        scopes = {"kept": (Scope.OWN,), "shared": (Scope.PAIR, Scope.SHARED)}
        return Wanted(
            words=found.get("words", ""),
            kinds=SORTS[found.get("sort", "")][1],
            by=found.get("by", ""),
            scopes=scopes.get(found.get("seen", ""), tuple(Scope)),
            first=found.get("first") or date.min,
            last=found.get("last") or date.max,
        )


def _holds(words: str, texts: Iterable[str]) -> bool:
    within = _plain(" ".join(texts))
    return all(word in within for word in _plain(words).split())


def _plain(text: str) -> str:
    """The text without case and accents, in any alphabet; databases fold ASCII alone."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def _texts(act: Act) -> Iterable[str]:
    """All that its author wrote."""
    return (getattr(act, field.name) for field in fields_of(type(act)) if field.sort is str)
