"""What one may change: one's own name and wishes, and what the bond is called."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from amends.bonds.adjust import adjust
from amends.bonds.errors import Refused
from amends.web.forms.settings import SettingsForm
from amends.web.pages.entry import enter
from amends.web.pages.recording import SeeOther


def settings_page(request: HttpRequest, bond: UUID) -> HttpResponse:
    """The settings of a bond, as far as they are the visitor's."""
    entry = enter(request, bond)
    form = SettingsForm(entry, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            adjust(entry.seat, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.info(request, _("Kept."))
            return SeeOther(reverse("settings", kwargs={"bond": bond}))
    return entry.render("web/settings.html", {"form": form})
