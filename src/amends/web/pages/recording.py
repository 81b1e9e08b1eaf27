"""Recording what a form made, and saying what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from amends.acts.base import Act
from amends.acts.session import Session
from amends.bonds.errors import Refused
from amends.bonds.record import Recorded, record
from amends.coach.crisis import crisis_in
from amends.ledger.errors import Erased, SameIdOtherBody
from amends.web.forms.act import ActForm, the_host, the_others
from amends.web.pages.coaching import read_along
from amends.web.pages.entry import Entry

CHOSEN: Final = "chosen"
"""Sent along by the button that someone chose after a first look."""
ASKED: Final = "coach"
"""Sent along by the button that asks how the words may land, where no script does it by itself."""
LOOKED: Final = "looked"
"""Sent along by a form that was shown with a first look: it is shown once."""


class SeeOther(HttpResponseRedirect):
    """After something was recorded: look there."""

    status_code = HTTPStatus.SEE_OTHER


def back_to(entry: Entry, otherwise: str) -> str:
    """The session someone came from, as the address says; else another address."""
    try:
        came_from = UUID(entry.request.GET.get("session", ""))
    except ValueError:
        return otherwise
    placed = entry.placed.get(came_from)
    if placed is None or not isinstance(placed.act, Session):
        return otherwise
    return reverse("session", kwargs={"bond": entry.seat.bond_id, "session": came_from})


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """The page around a form.

    Attributes:
        title: what it is called.
        back: where one gets without keeping anything, and afterwards unless ``onward`` says otherwise.
        onward: gives the address after an act was kept.
        template: what shows the form.
        quietly: whether nothing is said of where the act lies, because the page it leads to shows it.
        more: what is shown beside the form.
    """

    title: Any
    back: str
    onward: Callable[[Act], str] | None = None
    template: str = "web/form.html"
    quietly: bool = False
    more: dict[str, Any] = field(default_factory=dict)


def show_or_record(entry: Entry, form: ActForm, page: FormPage) -> HttpResponse:
    """The form, with what is wrong at its fields; or, once all is right, on from there."""
    status, look = HTTPStatus.OK, None
    if form.is_coached and ASKED in entry.request.POST:
        read_along(form)
    elif form.is_bound and form.is_valid():
        has_looked = entry.request.POST.get(CHOSEN) or entry.request.POST.get(LOOKED)
        look = None if has_looked else form.look_first()
        status = _record(entry, form, quietly=page.quietly) if look is None else HTTPStatus.OK
    if status is HTTPStatus.CREATED and form.made is not None:
        onward = page.onward(form.made) if page.onward else page.back
        return _help_first(entry, onward) if crisis_in(form.made.words) else SeeOther(onward)
    context = {
        "form": form,
        "look": look,
        "chosen": CHOSEN,
        "looked": LOOKED,
        "title": page.title,
        "target": form.target,
        "target_said": None if form.target is None else entry.sentence(form.target),
        "said": form.beside(),
        "here": "adding",
        "back": page.back,
        **page.more,
    }
    return entry.render(page.template, context, status)


def _help_first(entry: Entry, onward: str) -> HttpResponse:
    """Where help is, before anything else; what was written is kept, and nothing of this is."""
    said = _(
        "What you wrote is kept. Some of its words made us think of this page first. "
        "If they were meant otherwise, go on."
    )
    messages.warning(entry.request, format_html('{} <a href="{}">{}</a>', said, onward, _("Go on")))
    return SeeOther(reverse("finding-help"))


def _record(entry: Entry, form: ActForm, *, quietly: bool) -> HTTPStatus:
    """Record what was sent; where that can't be, say why in the form, which keeps what was typed.

    What is wrong with the input is no error of the page, so its status stays plain: browsers
    would otherwise tell of a failure.
    """
    if form.made is None:
        return HTTPStatus.OK
    try:
        with transaction.atomic():  # all of it or nothing
            for act in form.before():
                record(entry.seat, act, form.chosen_scope, entry.now, other=form.chosen_other)
            recorded = record(
                entry.seat, form.made, form.chosen_scope, entry.now, other=form.chosen_other, file=form.file
            )
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
    if not quietly:
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
