"""What a member, alone, lets a facilitator read, and its end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.people.models import Facilitator, Grant, GrantedPart, Look, Member

USUAL_DAYS: Final = 30
"""For how long a grant stands unless its member chooses otherwise."""
MOST_DAYS: Final = 90
"""For how long at most."""
CAUCUS: Final = "notes"
"""What is noted when the lines between a facilitator and a member were opened."""


class Ended(Exception):
    """What was to be read is no longer granted."""


def grant(facilitator: Facilitator, seat: Member, parts: Collection[str], days: int, now: datetime) -> Grant:
    """Let a facilitator read what is named, in place of what this member granted them before.

    Args:
        facilitator: one whom the member knows of.
        seat: whose grant it is.
        parts: sorts, and ids of acts; may be empty: then only notes pass between the two.
        days: for how many days from now.
        now: the server's clock, aware.

    Raises:
        Refused: it would stand for less than a day or too long, or the seat was given back.
    """
    if not 1 <= days <= MOST_DAYS:
        raise Refused("days", _("From one day to %(most)d days.") % {"most": MOST_DAYS})
    if facilitator.left_at is not None:
        raise Refused("days", _("They have given their seat back."))
    with transaction.atomic():
        made, _is_new = Grant.objects.update_or_create(
            facilitator=facilitator, member=seat, defaults={"ends_at": now + timedelta(days=days)}
        )
        made.parts.all().delete()
        GrantedPart.objects.bulk_create(GrantedPart(grant=made, what=what) for what in sorted(set(parts)))
    return made


def withdraw(facilitator: Facilitator, seat: Member, now: datetime) -> None:
    """End a member's grant: from the next request on nothing of it is read. Nobody is told."""
    _end(Grant.objects.filter(facilitator=facilitator, member=seat, ends_at__gt=now), now)


def withdraw_all(seat: Member, now: datetime) -> None:
    """End all that a member granted."""
    _end(Grant.objects.filter(member=seat, ends_at__gt=now), now)


def give_back(facilitator: Facilitator, now: datetime) -> None:
    """A facilitator gives the seat back: all that was granted to them ends."""
    with transaction.atomic():
        _end(Grant.objects.filter(facilitator=facilitator, ends_at__gt=now), now)
        Facilitator.objects.filter(id=facilitator.id, left_at=None).update(left_at=now)


def granting(seat: Member, act_id: UUID, now: datetime) -> list[Grant]:
    """A member's grants that stand and name one act of theirs, with the facilitator of each."""
    standing = Grant.objects.standing(now).filter(member=seat, parts__what=str(act_id))
    return list(standing.select_related("facilitator").order_by("ends_at"))


def end_all(now: datetime) -> int:
    """End every grant, as after a restore, which may have brought ended ones back; gives how many stood."""
    standing = Grant.objects.filter(ends_at__gt=now)
    count = standing.count()
    _end(standing, now)
    return count


def look(looked: Mapping[Grant, Collection[str]]) -> None:
    """Note for those who granted it what a facilitator is about to be shown, if it is still theirs to see.

    A page calls this last, with its answer ready: a grant that ended meanwhile, however short before,
    ends the reading, and what was read stands in the list.

    Args:
        looked: by grant as it was read at the beginning, the sorts and the ids of acts on the page.

    Raises:
        Ended: one of the grants was changed or has ended since.
    """
    with transaction.atomic():
        now = timezone.now()  # after the wait for others who write
        known = {one.pk: one for one in _locked(looked)}
        for was in looked:
            is_now = known.get(was.pk)
            if is_now is None or is_now.ends_at != was.ends_at or is_now.ends_at <= now:
                raise Ended
        Look.objects.bulk_create(
            (
                Look(grant=one, what=what, day=day_of(one, now))
                for one, noted in looked.items()
                for what in noted
            ),
            ignore_conflicts=True,
        )


def day_of(granted: Grant, now: datetime) -> date:
    """The day it is where the people of a bond live."""
    return now.astimezone(ZoneInfo(granted.facilitator.bond.zone)).date()


def _locked(grants: Iterable[Grant]) -> QuerySet[Grant]:
    found = Grant.objects.filter(pk__in=[one.pk for one in grants]).order_by("pk")
    return found.filter(member__left_at=None, facilitator__left_at=None).select_for_update(of=("self",))


def _end(grants: QuerySet[Grant], now: datetime) -> None:
    ids = [one.pk for one in grants]
    with transaction.atomic():
        GrantedPart.objects.filter(grant__in=ids).delete()
        Grant.objects.filter(pk__in=ids).update(ends_at=now)
