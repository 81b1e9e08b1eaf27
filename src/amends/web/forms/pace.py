"""Which level of trust one would like to look towards."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

LEVELS: Final = {50: _("about halfway"), 70: _("a good deal"), 85: _("deeply")}
"""Levels of trust of 100, by what the words call them."""


class PaceForm(forms.Form):
    """A level to look at, and whether it stays in sight. It makes no act."""

    level = forms.TypedChoiceField(
        label=_("How far would you like to trust again?"),
        coerce=int,
        choices=list(LEVELS.items()),
        widget=forms.RadioSelect,
    )
    stays = forms.BooleanField(
        label=_("Keep it in sight under my trust"),
        help_text=_("For you alone. Nobody else learns that you look, or towards what."),
        required=False,
    )
