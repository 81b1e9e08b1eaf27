"""The only door: who may enter a bond. A stranger is told that there is nothing here."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import Http404

from amends.people.models import Facilitator, Grant, Member, User


def get_seat(user: User | AnonymousUser, bond_id: UUID) -> Member:
    """The seat of ``user`` in a bond, with its bond.

    Raises:
        Http404: there is no such bond, or the user is no member, or no longer one.
    """
    return _seat_or_404(user, bond_id, Member.objects.present())


def get_former_seat(user: User | AnonymousUser, bond_id: UUID) -> Member:
    """The seat that ``user`` has or had in a bond: the one who left keeps their export.

    Raises:
        Http404: the user never was a member.
    """
    return _seat_or_404(user, bond_id, Member.objects.all())


def get_seats(user: User) -> list[Member]:
    """The seats a user holds now, with their bonds, in the order of joining."""
    return list(Member.objects.present().filter(user=user).select_related("bond").order_by("joined_at", "id"))


def get_left_seats(user: User) -> list[Member]:
    """The seats a user has left, with their bonds, the latest first."""
    left = Member.objects.filter(user=user, left_at__isnull=False)
    return list(left.select_related("bond").order_by("-left_at", "id"))


def get_others(seat: Member) -> list[Member]:
    """The other members of a seat's bond as far as they let it be known, in the order of joining.

    Whoever left without a notice is among them: nothing that the rest see may tell.
    """
    others = Member.objects.apparent().filter(bond=seat.bond_id).exclude(id=seat.id)
    return list(others.order_by("joined_at", "id"))


def get_everyone(seat: Member) -> list[Member]:
    """All who have or ever had a seat in its bond, itself included: their names stand in old acts."""
    return list(Member.objects.filter(bond=seat.bond_id).order_by("joined_at", "id"))


def get_grants(user: User | AnonymousUser, facilitator_id: UUID, now: datetime) -> list[Grant]:
    """What a facilitator was granted and that stands: never empty. The one door for who is no member.

    Each with its member, its parts and the facilitator's seat, in the order of the members' joining.

    Raises:
        Http404: there is no such seat, it is not the user's, or nothing they were granted stands.
    """
    if not user.is_authenticated:
        raise Http404
    found = Grant.objects.standing(now).filter(facilitator=facilitator_id, facilitator__user=user)
    found = found.select_related("member__bond", "facilitator__bond").prefetch_related("parts")
    grants = list(found.order_by("member__joined_at", "member_id"))
    if not grants:
        raise Http404
    return grants


def get_facilitations(user: User) -> list[Facilitator]:
    """The seats a user has as facilitator, whether or not anything is granted to them now."""
    return list(Facilitator.objects.filter(user=user, left_at=None).order_by("joined_at", "id"))


def get_facilitators(seat: Member) -> list[Facilitator]:
    """The facilitators a member knows of: theirs alone, and those for all; also who gave the seat back."""
    known = Q(for_all=True) | Q(sought_by=seat)
    found = Facilitator.objects.filter(known, bond=seat.bond_id).select_related("sought_by")
    return list(found.order_by("joined_at", "id"))


def get_facilitator(seat: Member, facilitator_id: UUID) -> Facilitator:
    """One facilitator whom a member knows of.

    Raises:
        Http404: there is none of that id, or they are there for another member alone.
    """
    found = next((one for one in get_facilitators(seat) if one.id == facilitator_id), None)
    if found is None:
        raise Http404
    return found


def _seat_or_404(user: User | AnonymousUser, bond_id: UUID, seats: QuerySet[Member]) -> Member:
    if not user.is_authenticated:
        raise Http404
    seat = seats.filter(bond=bond_id, user=user).select_related("bond").first()
    if seat is None:
        raise Http404
    return seat
