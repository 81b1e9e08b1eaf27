"""Beginning a bond, alone or not."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.errors import InvalidAct
from amends.acts.when import find_zone
from amends.bonds.errors import Refused
from amends.bonds.join import note_joining
from amends.bonds.names import tidy_name
from amends.people.models import Bond, Member, Setting, User

LONGEST_TITLE = 120
"""Characters in a bond's name, as the database keeps it."""


def create(  # noqa: PLR0913 - the questions of the first page, each by its name
    user: User, *, title: str, setting: str, name: str, zone: str, now: datetime
) -> Member:
    """Begin a bond; ``user`` takes its first seat.

    Args:
        user: who begins it.
        title: what it is called.
        setting: what the people are to each other; one of `Setting`.
        name: the first name of ``user`` in it.
        zone: IANA name of the zone in which it lives.
        now: the server's clock, aware.

    Raises:
        Refused: one of these can't be.
    """
    title = " ".join(title.split())
    _check(title, setting, zone)
    name = tidy_name(name)
    with transaction.atomic():
        bond = Bond.objects.create(title=title, setting=setting, zone=zone)
        seat = Member.objects.create(bond=bond, user=user, name=name, joined_at=now)
        note_joining(seat, now)
    return seat


def _check(title: str, setting: str, zone: str) -> None:
    if not title:
        raise Refused("title", _("Give it a name, such as “Anna and Toby”."))
    if len(title) > LONGEST_TITLE:
        raise Refused("title", _("At most %(most)d characters.") % {"most": LONGEST_TITLE})
    if setting not in Setting.values:
        raise Refused("setting", _("Choose what you are to each other."))
    try:
        find_zone(zone)
    except InvalidAct:
        raise Refused("zone", _("Choose a time zone from the list.")) from None
