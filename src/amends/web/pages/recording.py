"""Recording what a form made, and saying what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.bonds.record import Recorded, record
from amends.ledger.errors import Erased, SameIdOtherBody
from amends.web.forms.act import ActForm
from amends.web.pages.entry import Entry


def show_or_record(entry: Entry, form: ActForm, back: str) -> HttpResponse:
    """The form, with what is wrong at its fields; or, once all is right, on to ``back``."""
    status = 200
    if form.is_valid() and form.made is not None:
        try:
            recorded = record(entry.seat, form.made, form.chosen_scope, entry.now)
        except Refused as refused:
            form.refuse(refused.field, refused.reason)
        except SameIdOtherBody:
            status = 409
            form.add_error(
                None, _("Something else was kept from this same page. Copy what you wrote and begin anew.")
            )
        except Erased:
            status = 410
            form.add_error(
                None, _("This was kept before and erased since. Copy what you wrote and begin anew.")
            )
        else:
            messages.info(entry.request, _what_became(entry, recorded))
            return redirect(back, permanent=False)
    if form.errors and status == 200:  # noqa: PLR2004
        status = 422
    said = None if form.target is None else entry.sentence(form.target)
    context = {"form": form, "target": form.target, "target_said": said, "here": "adding", "back": back}
    return entry.render("web/form.html", context, status)


def _what_became(entry: Entry, recorded: Recorded) -> str:
    if recorded.shared_at is None:
        if len(entry.others) == 1:
            return _("Kept to yourself. %(name)s does not see it.") % {"name": entry.others[0].name}
        return _("Kept to yourself. Nobody else here sees it.")
    if recorded.shared_at <= entry.now:
        return _("Shared.")
    at = time_format(recorded.shared_at.astimezone(entry.now.tzinfo), "H:i")
    return _("Kept. It will be shared at %(time)s; until then you can take it back.") % {"time": at}
