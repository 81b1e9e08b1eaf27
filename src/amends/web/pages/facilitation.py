"""What someone from outside is given to read, and nothing else of a bond.

Whatever a page of these shows is noted, as its last step before it is answered, for those whose it is.
What ended meanwhile is not there any more, and why it ended nobody learns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amends.acts.base import Act, Person
from amends.acts.sentence import headline, sentence
from amends.acts.session import Contribution
from amends.bonds import caucus, grants, share
from amends.bonds.errors import Refused
from amends.bonds.seek import accept, find_sought
from amends.people.access import get_everyone, get_facilitations, get_grants
from amends.people.models import CaucusNote, Facilitator, Grant
from amends.readings.given import Granted, Strand, between, own
from amends.readings.read import shown_to
from amends.web.forms.facilitators import NoteForm, TakeSeat
from amends.web.pages.facts import Fact, facts_of
from amends.web.pages.recording import SeeOther
from amends.web.requests import user_of
from amends.web.words import granted_sorts, outside


@dataclass(frozen=True)
class Told:
    """An act as someone from outside reads it."""

    act: Act
    said: str
    author: str
    facts: list[Fact]


@dataclass(frozen=True)
class Visit:
    """A facilitator's visit, for the time of one request.

    Attributes:
        request: the request.
        granted: what they were granted and stands; never empty.
        now: the server's clock at the time of the request, aware, in the bond's zone.
    """

    request: HttpRequest
    granted: list[Grant]
    now: datetime

    me = None
    """Nobody in the bond."""

    @property
    def facilitator(self) -> Facilitator:
        """The seat."""
        return self.granted[0].facilitator

    @cached_property
    def by_person(self) -> dict[Person, Grant]:
        """What each member granted, by how acts name them."""
        return {Person(str(one.member_id)): one for one in self.granted}

    @cached_property
    def covered(self) -> dict[Person, Granted]:
        """The same as the reading takes it, with what each member is shown."""
        return {
            person: Granted(
                frozenset(part.what for part in one.parts.all()), shown_to(one.member, self.now)
            )
            for person, one in self.by_person.items()
        }  # fmt: skip

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """What lies between people and is granted by all whom it concerns."""
        return between(self.covered)

    @cached_property
    def names(self) -> dict[Person, str]:
        """What everyone who is or was there is called: acts name them."""
        return {Person(str(one.id)): one.name for one in get_everyone(self.granted[0].member)}

    @property
    def company(self) -> str:
        """Who has granted something, in words."""
        return get_text_list([one.member.name for one in self.granted], _("and"))

    def name(self, person: Person) -> str:
        """What someone is called."""
        return self.names.get(person) or _("someone")

    def headline(self, act: Act) -> str:
        """What happened, with the beginning of the words."""
        return headline(act, None, self.name, translate=_, setting=self.setting)

    @property
    def setting(self) -> str:
        """What the people are to each other."""
        return self.facilitator.bond.setting

    def told(self, act: Act) -> Told:
        """An act with all that it says."""
        said = sentence(act, None, self.name, translate=_, setting=self.setting)
        return Told(act, said, self.name(act.author), facts_of(self, act))

    def grant_of(self, member: UUID) -> Grant:
        """What one member granted.

        Raises:
            Http404: nothing that stands.
        """
        found = self.by_person.get(Person(str(member)))
        if found is None:
            raise Http404
        return found

    def strand(self, sort: str, act: UUID) -> Strand:
        """One strand.

        Raises:
            Http404: it is not granted by all whom it concerns.
        """
        found = next((one for one in self.strands if one.sort == sort and one.root.id == act), None)
        if found is None:
            raise Http404
        return found

    def noting(self, strands: Iterable[Strand], what: Callable[[Strand], str]) -> dict[Grant, set[str]]:
        """For whom which of it is to be noted."""
        found: dict[Grant, set[str]] = {}
        for strand in strands:
            for person in strand.concerned:
                found.setdefault(self.by_person[person], set()).add(what(strand))
        return found

    def render(
        self, template: str, context: dict[str, Any], noted: Mapping[Grant, Collection[str]]
    ) -> HttpResponse:
        """A page, once what stands on it is noted.

        Raises:
            Ended: something of it is granted no more.
        """
        own_words = {"visit": self, "facilitator": self.facilitator, "words": outside(self.setting)}
        with timezone.override(self.now.tzinfo):
            answer = render(self.request, template, {**own_words, **context})
        grants.look(noted or dict.fromkeys(self.granted, ()))
        return answer


def _visiting(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Through the one door; what ends while a page is made is not there."""

    @wraps(page)
    def visited(request: HttpRequest, facilitator: UUID, **where: Any) -> HttpResponse:
        now = timezone.now()
        granted = get_grants(user_of(request), facilitator, now)
        bond = granted[0].facilitator.bond
        share.flush(bond, now)
        try:
            return page(Visit(request, granted, now.astimezone(ZoneInfo(bond.zone))), **where)
        except grants.Ended:
            raise Http404 from None

    return visited


@login_not_required
def joining(request: HttpRequest, token: str) -> HttpResponse:
    """What an invitation to help leads to. Looking changes nothing; sending the name takes the seat."""
    now = timezone.now()
    opened = find_sought(token, now)
    if opened is None:
        return render(request, "joining/closed.html", status=404)
    if request.method == "POST" and not request.user.is_authenticated:
        return redirect_to_login(request.path)
    form = TakeSeat(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            accept(token, user_of(request), form.cleaned_data["name"], form.cleaned_data["calling"], now)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("facilitations")
    return render(
        request, "facilitation/joining.html", {"form": form, "host_name": settings.AMENDS_HOST_NAME}
    )


def facilitations(request: HttpRequest) -> HttpResponse:
    """Where one helps, and has something to read now."""
    user, now = user_of(request), timezone.now()
    found = []
    for one in get_facilitations(user):
        standing = Grant.objects.standing(now).filter(facilitator=one).select_related("member")
        names = [granted.member.name for granted in standing.order_by("member__joined_at", "member_id")]
        if names:
            found.append((one, get_text_list(names, _("and"))))
    context = {"facilitations": found, "has_seat": bool(get_facilitations(user))}
    return render(request, "facilitation/facilitations.html", context)


@_visiting
def facilitation(visit: Visit) -> HttpResponse:
    """One bond: what sorts of things are granted by all, who granted something of their own, and notes."""
    there = {strand.sort for strand in visit.strands}
    sorts = [(sort, label) for sort, label in granted_sorts(visit.setting).items() if sort in there]
    people = [
        (granted, bool(own(person, visit.covered[person]))) for person, granted in visit.by_person.items()
    ]
    return visit.render("facilitation/facilitation.html", {"sorts": sorts, "people": people}, {})


@_visiting
def sort(visit: Visit, sort: str) -> HttpResponse:
    """What is granted of one sort, as a list."""
    found = [strand for strand in visit.strands if strand.sort == sort]
    if not found:
        raise Http404
    rows = [
        (visit.headline(strand.root), strand.root.occurred.day, _address(visit, strand)) for strand in found
    ]
    context = {"title": granted_sorts(visit.setting)[sort], "rows": rows[::-1]}
    return visit.render("facilitation/sort.html", context, visit.noting(found, lambda _strand: sort))


@_visiting
def strand(visit: Visit, sort: str, act: UUID) -> HttpResponse:
    """One repair, promise, practice or agreement, with all that was said about it."""
    found = visit.strand(sort, act)
    context = {
        "title": visit.headline(found.root),
        "sort": sort,
        "told": [visit.told(one) for one in found.acts if not _is_mere_choice(one)],
    }
    noted = visit.noting([found], lambda one: str(one.root.id))
    return visit.render("facilitation/strand.html", context, noted)


@_visiting
def alone(visit: Visit, member: UUID) -> HttpResponse:
    """What one member granted of what they keep to themselves."""
    granted = visit.grant_of(member)
    person = Person(str(member))
    acts = own(person, visit.covered[person])
    if not acts:
        raise Http404
    context = {"member": granted.member, "told": [visit.told(one) for one in reversed(acts)]}
    return visit.render("facilitation/alone.html", context, {granted: {str(one.id) for one in acts}})


@_visiting
def notes(visit: Visit, member: UUID) -> HttpResponse:
    """The lines between a facilitator and one member."""
    granted = visit.grant_of(member)
    form = NoteForm(visit.request.POST if visit.request.method == "POST" else None)
    if "removed" in visit.request.POST:
        removed = form.fields["id"].clean(visit.request.POST["removed"])
        caucus.remove_note(granted, removed, by_member=False)
        return SeeOther(visit.request.path)
    if form.is_valid():
        words = form.cleaned_data["words"]
        caucus.write_note(granted, form.sent, words, visit.now, by_member=False)
        return SeeOther(visit.request.path)
    lines = list(CaucusNote.objects.filter(grant=granted).order_by("id"))
    context = {"member": granted.member, "notes": lines, "form": form}
    return visit.render("facilitation/notes.html", context, {granted: {grants.CAUCUS} if lines else set()})


@require_POST
@_visiting
def leaving(visit: Visit) -> HttpResponse:
    """Giving the seat back."""
    grants.give_back(visit.facilitator, visit.now)
    return redirect("facilitations")


def _is_mere_choice(act: Act) -> bool:
    """Whether it is a step of a practice without a word: that someone went on, or passed."""
    return isinstance(act, Contribution) and not act.words


def _address(visit: Visit, strand: Strand) -> str:
    where = {"facilitator": visit.facilitator.id, "sort": strand.sort, "act": strand.root.id}
    return reverse("facilitation-strand", kwargs=where)
