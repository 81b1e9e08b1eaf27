"""What can be changed about a bond and one's own seat in it. None of it is an act."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from amends.bonds.create import check_title, check_zone
from amends.bonds.names import choose_name
from amends.bonds.roles import check_role
from amends.people.models import Bond, Member, User


def adjust(seat: Member, *, title: str, zone: str, name: str, role: str = "", **own: bool | str) -> None:
    """Call the bond or oneself something else, move its clock, and turn on or off what is one's own.

    Times already written stand as they were said, in the zone of that day.

    Args:
        seat: whose seat.
        title: what everyone in it sees the bond called.
        zone: IANA name of the zone that its pages follow.
        name: the first name of the one in the seat.
        role: what the one in the seat is here, for everyone to see; as before unless said.
        own: fields of `Member` that nobody else sees: ``with_weights``, ``with_ratings``,
            ``with_apologies``, ``rests_prompts``, ``rests_coach``, ``asks_daily``.

    Raises:
        Refused: one of these can't be; nothing is changed then.
    """
    with transaction.atomic():
        bond = Bond.objects.select_for_update().get(id=seat.bond_id)
        bond.title = check_title(title)
        check_zone(zone)
        bond.zone = zone
        seat.name = choose_name(bond, name, seat)
        if role:
            check_role(bond.setting, role)
            seat.role = role
        for field, value in own.items():
            setattr(seat, field, value)
        bond.save(update_fields=["title", "zone"])
        seat.save(update_fields=["name", "role", *own])


def look_towards(seat: Member, level: int | None) -> None:
    """Keep a level of trust, of 100, in sight for the one in the seat; None to let go of it."""
    seat.looks_towards = level
    seat.save(update_fields=["looks_towards"])


def lay_aside(seat: Member, idea: str) -> None:
    """Show an idea for something to enjoy no more to the one in the seat."""
    _keep_aside(seat, lambda aside: sorted({*aside, idea}))


def bring_back(seat: Member, idea: str) -> None:
    """Show an idea again that was laid aside."""
    _keep_aside(seat, lambda aside: [one for one in aside if one != idea])


def let_coach_rest(seat: Member, *, rests: bool) -> None:
    """Let the coach rest for the one in the seat, or read along again."""
    seat.rests_coach = rests
    seat.save(update_fields=["rests_coach"])


def let_prompts_rest(user: User) -> None:
    """Suggest nothing that is done for two to someone any more, in all their bonds."""
    Member.objects.present().filter(user=user).update(rests_prompts=True)


def _keep_aside(seat: Member, change: Callable[[list[str]], list[str]]) -> None:
    with transaction.atomic():
        seat.ideas_aside = change(Member.objects.select_for_update().get(id=seat.id).ideas_aside)
        seat.save(update_fields=["ideas_aside"])
