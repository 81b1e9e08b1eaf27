"""Beginning a bond, alone or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.errors import InvalidAct
from amends.acts.when import find_zone
from amends.bonds.errors import Refused
from amends.bonds.join import note_joining
from amends.bonds.names import choose_name, tidy_name
from amends.bonds.roles import check_role
from amends.bonds.room import seats_of
from amends.people.models import Bond, Member, Role, Setting, User

LONGEST_TITLE = 120
"""Characters in a bond's name, as the database keeps it."""


def create(  # noqa: PLR0913 - the questions of the first page, each by its name
    user: User,
    *,
    title: str,
    setting: str,
    name: str,
    zone: str,
    now: datetime,
    others: Sequence[str] = (),
    role: str = Role.MEMBER,
) -> Member:
    """Begin a bond; ``user`` takes its first seat.

    Args:
        user: who begins it.
        title: what it is called.
        setting: what the people are to each other; one of `Setting`.
        name: the first name of ``user`` in it.
        zone: IANA name of the zone in which it lives.
        now: the server's clock, aware.
        others: first names of those it is with. Each gets an empty seat, so that there is someone
            to write about; nobody is told, and whoever joins takes it over.
        role: what ``user`` is in it; one of `Role`.

    Raises:
        Refused: one of these can't be.
    """
    title = check_title(title)
    if setting not in Setting.values:
        raise Refused("setting", _("Choose what you are to each other."))
    check_zone(zone)
    check_role(setting, role)
    name = tidy_name(name)
    with transaction.atomic():
        bond = Bond.objects.create(title=title, setting=setting, zone=zone)
        seat = Member.objects.create(bond=bond, user=user, name=name, role=role, joined_at=now)
        note_joining(seat, now)
        for other in others:
            set_empty_seat(bond, other, now)
    return seat


def set_empty_seat(bond: Bond, name: str, now: datetime) -> Member:
    """A seat that someone named by the others may take over by joining.

    Raises:
        Refused: the name can't be, or all seats are taken.
    """
    try:
        name = choose_name(bond, name)
    except Refused as refused:
        raise Refused("others", refused.reason) from None
    if Member.objects.apparent().filter(bond=bond).count() >= seats_of(bond):
        raise Refused("others", _("There are not so many seats."))
    return Member.objects.create(bond=bond, name=name, joined_at=now)


def check_title(title: str) -> str:
    """The name of a bond, tidied.

    Raises:
        Refused: it is empty or too long.
    """
    tidied = " ".join(title.split())
    if not tidied:
        raise Refused("title", _("Give it a name, such as “Anna and Toby”."))
    if len(tidied) > LONGEST_TITLE:
        raise Refused("title", _("At most %(most)d characters.") % {"most": LONGEST_TITLE})
    return tidied


def check_zone(zone: str) -> None:
    """Refuse what is no IANA zone.

    Raises:
        Refused: it is none.
    """
    try:
        find_zone(zone)
    except InvalidAct:
        raise Refused("zone", _("Choose a time zone from the list.")) from None
