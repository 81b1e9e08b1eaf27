"""Someone from outside who helps: asking them, and choosing alone what they may read.

Each member sees their own grants here and nobody else's, nor whether there are any.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amends.bonds import caucus, grants, seek
from amends.bonds.errors import Refused
from amends.people.access import get_facilitator, get_facilitators
from amends.people.models import CaucusNote, Facilitator, Grant, Sort
from amends.web.forms.act import the_host, the_others
from amends.web.forms.facilitators import GrantForm, NoteForm, Seek, dated
from amends.web.pages.entry import Entry, enter
from amends.web.pages.recording import SeeOther
from amends.web.words import granted_sorts, outside


@dataclass(frozen=True)
class Opened:
    """What was opened on one day."""

    day: date
    whats: list[str]


def facilitators(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Those from outside whom the visitor knows of."""
    entry = enter(request, bond)
    known = get_facilitators(entry.seat)
    context = {
        "words": outside(entry.setting),
        "here_now": [one for one in known if one.left_at is None],
        "gone": [one for one in known if one.left_at is not None and _grant(entry, one) is not None],
    }
    return entry.render("facilitators/facilitators.html", context)


def invitation(request: HttpRequest, bond: UUID) -> HttpResponse:
    """One's own invitation to someone from outside. A new link is shown once, in the answer that makes it."""
    entry = enter(request, bond)
    form = Seek(request.POST if request.method == "POST" else None)
    link = ""
    if form.is_valid():
        token = seek.seek(entry.seat, entry.now, for_all=form.cleaned_data["for_all"] == "yes")
        link = request.build_absolute_uri(reverse("facilitator-joining", args=[token]))
    context = {"form": form, "link": link, "open": seek.find_seeking(entry.seat, entry.now)}
    return entry.render("facilitators/invitation.html", context)


@require_POST
def invitation_withdrawal(request: HttpRequest, bond: UUID) -> HttpResponse:
    """Closing one's own invitation."""
    entry = enter(request, bond)
    seek.stop_seeking(entry.seat)
    return SeeOther(reverse("facilitators", kwargs={"bond": bond}))


def facilitator(request: HttpRequest, bond: UUID, facilitator: UUID) -> HttpResponse:
    """One of them: what the visitor granted, what was opened of it, and the lines between the two."""
    entry = enter(request, bond)
    return _show(entry, get_facilitator(entry.seat, facilitator), NoteForm())


def grant(request: HttpRequest, bond: UUID, facilitator: UUID) -> HttpResponse:
    """Choosing what they may read. Whoever holds the phone is asked once more who they are."""
    entry = enter(request, bond)
    found = get_facilitator(entry.seat, facilitator)
    if found.left_at is not None:
        raise Http404
    answer: HttpResponse = _choose(request, entry=entry, found=found)
    return answer


@reauthentication_required  # type: ignore[untyped-decorator]
def _choose(_request: HttpRequest, *, entry: Entry, found: Facilitator) -> HttpResponse:
    standing = _standing(entry, found)
    before = frozenset(part.what for part in standing.parts.all()) if standing else frozenset()
    form = GrantForm(entry, found, before, entry.request.POST if entry.request.method == "POST" else None)
    if form.is_valid():
        try:
            grants.grant(found, entry.seat, form.parts, form.cleaned_data["days"], entry.now)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.info(entry.request, _("Kept. They can read it from now on."))
            return SeeOther(_address(entry, found))
    context = {"form": form, "facilitator": found, "the_host": the_host(), "most": grants.MOST_DAYS}
    return entry.render("facilitators/grant.html", context)


@require_POST
def withdrawal(request: HttpRequest, bond: UUID, facilitator: UUID) -> HttpResponse:
    """Ending one's own grant, at once."""
    entry = enter(request, bond)
    found = get_facilitator(entry.seat, facilitator)
    grants.withdraw(found, entry.seat, entry.now)
    messages.info(request, _("Ended. What they have copied or remember is out of reach."))
    return SeeOther(_address(entry, found))


@require_POST
def notes(request: HttpRequest, bond: UUID, facilitator: UUID) -> HttpResponse:
    """Writing a line to them, or removing one of one's own."""
    entry = enter(request, bond)
    found = get_facilitator(entry.seat, facilitator)
    granted, form = _grant(entry, found), NoteForm(request.POST)
    if granted is None:
        raise Http404
    if "removed" in request.POST:
        caucus.remove_note(granted, form.fields["id"].clean(request.POST["removed"]), by_member=True)
        return SeeOther(_address(entry, found))
    if not form.is_valid():
        return _show(entry, found, form)
    try:
        caucus.write_note(granted, form.sent, form.cleaned_data["words"], entry.now, by_member=True)
    except grants.Ended:
        messages.info(request, _("This has ended. Choose anew what they may read, and write then."))
    return SeeOther(_address(entry, found))


def _show(entry: Entry, found: Facilitator, form: NoteForm) -> HttpResponse:
    granted, standing = _grant(entry, found), _standing(entry, found)
    context = {
        "facilitator": found,
        "is_mine_alone": not found.for_all,
        "invited": found.sought_by.name if found.sought_by_id != entry.seat.id else "",
        "standing": standing,
        "parts": _parts(entry, standing) if standing else [],
        "opened": _opened(entry, granted) if granted else [],
        "notes": CaucusNote.objects.filter(grant=granted).order_by("id") if granted else [],
        "form": form,
        "the_host": the_host(),
        "the_others": the_others(entry),
        "has_others": bool(entry.others),
    }
    return entry.render("facilitators/facilitator.html", context)


def _grant(entry: Entry, found: Facilitator) -> Grant | None:
    """What the visitor granted them last, whether or not it stands."""
    return (
        Grant.objects.filter(facilitator=found, member=entry.seat).select_related("facilitator__bond").first()
    )


def _standing(entry: Entry, found: Facilitator) -> Grant | None:
    return Grant.objects.standing(entry.now).filter(facilitator=found, member=entry.seat).first()


def _parts(entry: Entry, granted: Grant) -> list[str]:
    """What is granted, in words: kinds first."""
    whats = [part.what for part in granted.parts.all()]
    kinds = [capfirst(label) for sort, label in granted_sorts(entry.setting).items() if sort in whats]
    return kinds + [_told(entry, what) for what in whats if what not in Sort.values]


def _opened(entry: Entry, granted: Grant) -> list[Opened]:
    """What was opened, by day, the latest first."""
    looks = granted.looks.order_by("-day", "id")
    return [
        Opened(day, [_told(entry, one.what) for one in found])
        for day, found in groupby(looks, key=lambda one: one.day)
    ]


def _told(entry: Entry, what: str) -> str:
    if what == grants.CAUCUS:
        return _("what the two of you wrote to each other")
    if what in Sort.values:
        return _("the list of %(what)s") % {"what": granted_sorts(entry.setting)[what]}
    placed = entry.placed.get(UUID(what))
    return dated(entry, placed.act) if placed else _("something that is erased since")


def _address(entry: Entry, found: Facilitator) -> str:
    return reverse("facilitator", kwargs={"bond": entry.seat.bond_id, "facilitator": found.id})
