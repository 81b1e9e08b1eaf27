"""Recording what a form made, and saying what became of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.bonds.record import Recorded, record
from amends.ledger.errors import Erased, SameIdOtherBody
from amends.web.forms.act import ActForm, the_host, the_others
from amends.web.pages.coaching import coach
from amends.web.pages.entry import Entry
from amends.web.words import title_of

CHOSEN: Final = "chosen"
"""Sent along by the button that someone chose after a first look."""


ASKED: Final = "coach"
"""Sent along by the button that asks how the words may land, where no script does it by itself."""
LOOKED: Final = "looked"
"""Sent along by a form that was shown with a first look: it is shown once."""


class SeeOther(HttpResponseRedirect):
    """After something was recorded: look there."""

    status_code = HTTPStatus.SEE_OTHER


def show_or_record(entry: Entry, form: ActForm, kind: str, back: str) -> HttpResponse:
    """The form, with what is wrong at its fields; or, once all is right, on to ``back``."""
    status, look, coached = HTTPStatus.OK, None, None
    if form.is_coached and ASKED in entry.request.POST:
        coached = coach(entry, form.draft())
    elif form.is_bound and form.is_valid():
        has_looked = entry.request.POST.get(CHOSEN) or entry.request.POST.get(LOOKED)
        look = None if has_looked else form.look_first()
        status = _record(entry, form) if look is None else HTTPStatus.OK
    if status is HTTPStatus.CREATED:
        return SeeOther(back)
    context = {
        "form": form,
        "look": look,
        "coach": coached,
        "asked": ASKED,
        "chosen": CHOSEN,
        "looked": LOOKED,
        "title": title_of(kind, entry.setting),
        "target": form.target,
        "target_said": None if form.target is None else entry.sentence(form.target),
        "said": form.beside(),
        "here": "adding",
        "back": back,
    }
    return entry.render("web/form.html", context, status)


def _record(entry: Entry, form: ActForm) -> HTTPStatus:
    """Record what was sent; where that can't be, say why in the form, which keeps what was typed.

    What is wrong with the input is no error of the page, so its status stays plain: browsers
    would otherwise tell of a failure.
    """
    if form.made is None:
        return HTTPStatus.OK
    try:
        recorded = record(entry.seat, form.made, form.chosen_scope, entry.now, other=form.chosen_other)
        for act in form.also():
            record(entry.seat, act, form.chosen_scope, entry.now, other=form.chosen_other)
    except Refused as refused:
        form.refuse(refused.field, refused.reason)
        return HTTPStatus.OK
    except SameIdOtherBody:
        form.renew()
        form.add_error(
            None, _("Something else was kept from this page before. To keep this as well, send it again.")
        )
        return HTTPStatus.CONFLICT
    except Erased:
        form.renew()
        form.add_error(None, _("This was kept before, and erased since. To keep it anew, send it again."))
        return HTTPStatus.GONE
    messages.info(entry.request, _what_became(entry, recorded))
    return HTTPStatus.CREATED


def _what_became(entry: Entry, recorded: Recorded) -> str:
    address = reverse("act", kwargs={"bond": entry.seat.bond_id, "act": recorded.act_id})
    return format_html('{} <a href="{}">{}</a>', _where_it_lies(entry, recorded), address, _("Look at it"))


def _where_it_lies(entry: Entry, recorded: Recorded) -> str:
    if recorded.shared_at is None:
        return _("Kept to yourself. Hidden from %(names)s in the app; %(host)s could read it.") % {
            "names": the_others(entry),
            "host": the_host(),
        }
    if recorded.shared_at <= entry.now:
        return _("Shared.")
    at = time_format(recorded.shared_at.astimezone(entry.now.tzinfo), "H:i")
    return _("Kept. It will be shared at %(time)s; until then you can take it back.") % {"time": at}
