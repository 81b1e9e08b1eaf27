"""What is typed to begin a round, and to answer one."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amends.rounds.keep import LONGEST
from amends.rounds.questions import QuestionSet, Sort
from amends.rounds.sums import Answers
from amends.web.forms.act import Words

LASTS: Final = {"3": _("three days"), "7": _("a week"), "14": _("two weeks")}
"""How long a round goes on, by days."""
CLOSES: Final = time(18)
"""At what time of its last day, in the bond's zone [choice]."""


class BeginForm(forms.Form):
    """For how long everyone is asked."""

    lasts = forms.ChoiceField(
        label=_("For how long?"), choices=list(LASTS.items()), widget=forms.RadioSelect, initial="7"
    )

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data, label_suffix="")

    def closes_at(self, now: datetime) -> datetime:
        """When it closes, in the zone of ``now``."""
        day = now.date() + timedelta(days=int(self.cleaned_data["lasts"]))
        return datetime.combine(day, CLOSES, now.tzinfo)


class AnswersForm(forms.Form):
    """All questions of a set; any may be left out. It never shows what was answered before."""

    def __init__(self, asked: QuestionSet, data: QueryDict | None) -> None:
        super().__init__(data, label_suffix="")
        self._asked = asked
        for question in asked.questions:
            self.fields[question.id] = (
                self._scale(question.asks) if question.sort is Sort.SCALE else self._words(question.asks)
            )
            self.fields[question.id].help_text = question.hint

    def answers(self) -> Answers:
        """What was answered, by question; what was left out is not among it."""
        given = ((question.id, self.cleaned_data[question.id]) for question in self._asked.questions)
        return {name: value for name, value in given if value}

    def _scale(self, asks: str) -> forms.Field:
        steps: list[tuple[Any, str]] = list(enumerate(self._asked.scale, 1))
        return forms.TypedChoiceField(
            label=asks,
            choices=[*steps, ("", _("Leave it out"))],
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            initial="",
        )

    @staticmethod
    def _words(asks: str) -> forms.Field:
        field = Words(asks)
        field.validators.append(MaxLengthValidator(LONGEST))
        return field
