"""The open book: what each has opened to the others, side by side, item by item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amends.acts.base import Act, Person
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure, FileType
from amends.acts.scope import Placed, Scope
from amends.bonds import open_book as book
from amends.bonds.errors import Refused
from amends.bonds.record import record
from amends.ledger import attachments
from amends.web.forms.open_book import CalendarForm, ChoosingForm, shelves_of
from amends.web.pages.acts import Row, row
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther

CONTENT_TYPES = {
    FileType.PNG: "image/png",
    FileType.JPEG: "image/jpeg",
    FileType.WEBP: "image/webp",
    FileType.PDF: "application/pdf",
    FileType.TEXT: "text/plain; charset=utf-8",
    FileType.CALENDAR: "text/calendar; charset=utf-8",
}
SHOWN = frozenset({FileType.PNG, FileType.JPEG, FileType.WEBP})
"""Sorts of files that a page shows; the others are handed over to be saved."""


@dataclass(frozen=True)
class Leaf:
    """One entry of the book.

    Attributes:
        row: as lists show it.
        act: the entry.
        is_open: whether others can read it, or soon will.
    """

    row: Row
    act: Disclosure
    is_open: bool

    @property
    def has_picture(self) -> bool:
        """Whether the page can show its file."""
        return self.act.file_type in SHOWN


def open_book(request: HttpRequest, bond: UUID) -> HttpResponse:
    """What one has opened, and what each of the others has, where they have."""
    entry = enter(request, bond)
    over = _over(entry)
    mine = [_leaf(entry, placed) for placed in _entries(entry, entry.me)]
    context = {
        "shelves": _by_shelf(entry, [leaf for leaf in mine if leaf.is_open]),
        "kept": [leaf for leaf in mine if not leaf.is_open and leaf.act.id not in over],
        "over": [leaf for leaf in mine if not leaf.is_open and leaf.act.id in over],
        "theirs": list(_theirs(entry)),
        "due": due_for_review(entry),
        "adds": list(shelves_of(entry.setting).items()),
        "here": "bond",
    }
    return entry.render("open_book/open_book.html", context)


@require_POST
def closing(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """Closing at once what one had opened."""
    entry = enter(request, bond)
    entry.act(act)
    try:
        book.close(entry.seat, act, entry.now)
    except Refused as refused:
        messages.info(request, refused.reason)
    else:
        messages.info(request, _("Closed. What others have copied is out of reach."))
    return SeeOther(reverse("open-book", kwargs={"bond": bond}))


def file(request: HttpRequest, bond: UUID, act: UUID) -> HttpResponse:
    """The file that lies with an entry, for whoever may read the entry."""
    entry = enter(request, bond)
    found = entry.act(act).act
    content = attachments.find(entry.seat, found)
    if not isinstance(found, Disclosure) or found.file_type is None or content is None:
        raise Http404
    response = HttpResponse(content, content_type=CONTENT_TYPES[found.file_type])
    disposition = content_disposition_header(found.file_type not in SHOWN, found.file_name)
    response["Content-Disposition"] = disposition or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response


def calendar(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Reading one's own calendar once, and choosing from it item by item."""
    entry = enter(request, bond)
    if "id" in request.POST:
        return _choose(entry)
    form = CalendarForm(entry)
    if form.is_valid():
        choosing = ChoosingForm(entry, form.cleaned_data["calendar"])
        return entry.render("open_book/choosing.html", {"form": choosing, "here": "adding"})
    return entry.render("open_book/calendar.html", {"form": form, "here": "adding"})


def due_for_review(entry: Entry) -> list[Row]:
    """Decisions whose day to look again has come."""
    over = _over(entry)
    return [
        row(entry, placed)
        for placed in entry.placed.values()
        if isinstance(placed.act, Disclosure)
        and placed.act.id not in over
        and is_due(entry, placed.act, placed.act.review)
    ]


def is_due(entry: Entry, act: Act, review: date | None) -> bool:
    """Whether the day to look again has come, and its author has said no more since."""
    if review is None or review > entry.now.date():
        return False
    said = (one.act for one in entry.placed.values() if isinstance(one.act, Correction))
    mine = [one for one in said if one.of == act.id and one.author == act.author]
    return not any(one.withdrawn or one.occurred.day >= review for one in mine)


def _choose(entry: Entry) -> HttpResponse:
    form = ChoosingForm(entry, data=entry.request.POST)
    if not form.is_valid():
        return entry.render("open_book/choosing.html", {"form": form, "here": "adding"})
    for act in form.made():
        record(entry.seat, act, Scope(form.cleaned_data["scope"]), entry.now)
    messages.info(
        entry.request, _("Kept. What you shared arrives in ten minutes; until then you can close it.")
    )
    return SeeOther(reverse("open-book", kwargs={"bond": entry.seat.bond_id}))


def _entries(entry: Entry, author: Person) -> list[Placed]:
    found = [placed for placed in entry.placed.values() if isinstance(placed.act, Disclosure)]
    return [placed for placed in reversed(found) if placed.act.author == author]


def _leaf(entry: Entry, placed: Placed) -> Leaf:
    assert isinstance(placed.act, Disclosure)  # noqa: S101 - chosen by `_entries`
    is_open = placed.scope is not Scope.OWN or placed.act.id in entry.pending
    return Leaf(row(entry, placed), placed.act, is_open)


def _over(entry: Entry) -> set[UUID]:
    """Entries of one's own that were closed, or whose day has passed."""
    today = entry.now.date()
    found = (placed.act for placed in entry.placed.values())
    return {act.of for act in found if isinstance(act, Closing)} | {
        placed.act.id
        for placed in entry.placed.values()
        if isinstance(placed.act, Disclosure)
        and placed.act.expires is not None
        and placed.act.expires < today
    }


def _theirs(entry: Entry) -> Iterable[tuple[str, list[tuple[Any, list[Leaf]]]]]:
    """Of each of the others who has opened something: the name, and the shelves that hold it."""
    for member in entry.company:
        placed = [one for one in _entries(entry, Person(str(member.id))) if one.scope is not Scope.OWN]
        if placed:
            yield member.name, _by_shelf(entry, [_leaf(entry, one) for one in placed])


def _by_shelf(entry: Entry, leaves: list[Leaf]) -> list[tuple[Any, list[Leaf]]]:
    """The shelves that hold something, in the order of the setting."""
    shelves = shelves_of(entry.setting)
    found = [
        (label, [leaf for leaf in leaves if leaf.act.shelf is shelf]) for shelf, label in shelves.items()
    ]
    return [(label, leaves) for label, leaves in found if leaves]
