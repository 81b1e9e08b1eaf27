"""What is typed to get an account and to get in."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from amends.acts.errors import InvalidAct
from amends.acts.when import find_zone
from amends.people.models import User

PASSWORD_HELP = _("At least ten characters. Three or four words that don’t belong together are good.")


class SignUp(forms.Form):
    """A new account."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "username"}), max_length=254
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=PASSWORD_HELP,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    adult = forms.BooleanField(
        label=_("I am 18 or older"), error_messages={"required": _("Amends is for adults only.")}
    )
    zone = forms.CharField(required=False, widget=forms.HiddenInput({"data-zone": ""}))

    def clean_email(self) -> str:
        """Addresses are kept in small letters."""
        return str(self.cleaned_data["email"]).lower()

    def clean_password(self) -> str:
        """Refuse what is too short or too common."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean_zone(self) -> str:
        """What the browser says, if it is a zone."""
        zone: str = self.cleaned_data["zone"]
        try:
            find_zone(zone)
        except InvalidAct:
            return "UTC"
        return zone

    def save(self) -> None:
        """Make the account; where the address has one already, do nothing in as much time."""
        data = self.cleaned_data
        if User.objects.filter(email__iexact=data["email"]).exists():
            make_password(data["password"])
            return
        try:
            with transaction.atomic():
                User.objects.create_user(data["email"], data["password"], zone=data["zone"])
        except IntegrityError:  # the same form sent twice at once
            return


class LogIn(LoginForm):  # type: ignore[misc]
    """Address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["login"].widget = forms.EmailInput({"autocomplete": "username"})
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        _plain(self)


class ChangePassword(ChangePasswordForm):  # type: ignore[misc]
    """The password used now, and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("The password you use now")
        self.fields["oldpassword"].help_text = ""
        _one_new_password(self)


class AskForReset(ResetPasswordForm):  # type: ignore[misc]
    """The address of an account whose password is lost."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        _plain(self)


class ResetPassword(ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, by a link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _one_new_password(self)


def _one_new_password(form: forms.Form) -> None:
    # One field: whoever mistypes it can be helped, and a second one helps nobody with a password store.
    del form.fields["password2"]
    form.fields["password1"].label = _("New password")
    form.fields["password1"].help_text = PASSWORD_HELP
    _plain(form)


def _plain(form: forms.Form) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class AddPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey, which opens the account by itself."""

    name = forms.CharField(
        label=_("What shall it be called?"),
        help_text=_("So that you know which device it is."),
        max_length=100,
    )
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)


class Erasure(forms.Form):
    """What becomes of what others have, and whether one is sure."""

    notice = forms.ChoiceField(
        label=_("Tell the others that you have left?"),
        choices=(("never", _("No.")), ("now", _("Yes, now."))),
        widget=forms.RadioSelect,
        initial="never",
        help_text=_("Later is not possible: nobody is left then who could tell them."),
    )
    shared = forms.ChoiceField(
        label=_("And what you shared with them?"),
        choices=(
            ("stays", _("It stays with those I shared it with.")),
            ("goes", _("Erase my words there too. They see that something was erased, and when.")),
        ),
        widget=forms.RadioSelect,
        initial="stays",
    )
    sure = forms.BooleanField(label=_("Erase my account and everything listed above, for good"))

    def __init__(self, *arguments: Any, is_with_others: bool, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if not is_with_others:
            del self.fields["notice"], self.fields["shared"]

    @property
    def tells(self) -> bool:
        """Whether the others are to be told."""
        return self.cleaned_data.get("notice") == "now"

    @property
    def with_shared(self) -> bool:
        """Whether what was shared goes too."""
        return self.cleaned_data.get("shared") == "goes"
