"""The only door: who may enter a bond. A stranger is told that there is nothing here."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404

from amends.people.models import Member, User


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


def _seat_or_404(user: User | AnonymousUser, bond_id: UUID, seats: QuerySet[Member]) -> Member:
    if not user.is_authenticated:
        raise Http404
    seat = seats.filter(bond=bond_id, user=user).select_related("bond").first()
    if seat is None:
        raise Http404
    return seat
