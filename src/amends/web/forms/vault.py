"""The one form of the vault that the server reads: removing it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amends.people.models import User


class RemovalForm(forms.Form):
    """Asks once more, and whether it is really the owner of the account."""

    sure = forms.BooleanField(label=_("Remove my vault and everything in it, for good"))
    password = forms.CharField(
        label=_("The password you log in with"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, user: User, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.user = user
        if not user.has_usable_password():  # invented people have none, others may have a passkey alone
            del self.fields["password"]

    def clean_password(self) -> str:
        """Whether it is theirs."""
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("That is not the password you log in with."))
        return password
