"""Bringing along what one took from elsewhere: an export, or a story one wrote.

All of it goes into one's own ledger, also what others wrote: a file can say anything, and
nobody finds words under their name that they did not put there. The same file again, or a
later one, adds only what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Act, Person
from amends.acts.codec import rename
from amends.acts.disclosure import Disclosure
from amends.acts.membership import Joining, Leaving
from amends.acts.story import Story
from amends.bonds.create import check_title, check_zone, set_empty_seat
from amends.bonds.errors import Refused
from amends.bonds.forget import forget_all
from amends.bonds.names import fold, tidy_name
from amends.bonds.stories import id_in
from amends.ledger import attachments
from amends.ledger.append import append_copy
from amends.ledger.errors import Erased, LedgerError, TooMuch
from amends.people.models import Bond, Member, Setting, User


@dataclass(frozen=True, slots=True)
class Taken:
    """What someone took along.

    Attributes:
        story: all that they may read, and perhaps more.
        name: which of its people they are.
        attachments: the files that lie with its acts, by their SHA-256.
        origin: what the file is of, such as the id of the seat it was exported from; the
            same origin leads to the same bond.
    """

    story: Story
    name: str
    origin: str
    attachments: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it.

    Attributes:
        seat: where the one it was brought for now sits.
        added: how many acts are new here.
        known: how many lay here already.
        erased: how many were erased here since, and stay so.
    """

    seat: Member
    added: int
    known: int
    erased: int


def bring(user: User, taken: Taken, now: datetime, progress: Callable[[float], None]) -> Brought:
    """Keep what someone took along in a bond of their own; begin that bond if need be.

    The others get empty seats there. Nobody is told, and nothing is shared.

    Args:
        user: whose it is.
        taken: what was taken along.
        now: the server's clock, aware.
        progress: called with how much is done, from 0 to 1.

    Raises:
        Refused: the bond, a name in it or an act can't be.
    """
    readable = taken.story.placed_for(Person(taken.name))
    placed = sorted(readable, key=lambda one: (one.act.recorded_at, one.act.id))
    acts = [one.act for one in placed if not isinstance(one.act, Joining | Leaving)]
    with transaction.atomic():
        seats = _seats(user, taken, now)
        seat = seats[fold(taken.name)]
        counts = {"added": 0, "known": 0, "erased": 0}
        for number, act in enumerate(acts, start=1):
            counts[_keep(seat, seats, act, taken.attachments)] += 1
            progress(number / len(acts))
    forget_all(seat.bond_id)
    return Brought(seat, **counts)


def _keep(seat: Member, seats: dict[str, Member], act: Act, files: Mapping[str, bytes]) -> str:
    file = files.get(attachments.digest_of(act))
    copy = rename(
        act.without_file() if file is None and isinstance(act, Disclosure) else act,
        lambda person: Person(str(seats[fold(person)].id)),
        lambda act_id: id_in(seat.bond_id, act_id),
    )
    try:
        replayed = append_copy(seat, copy).replayed
        if file is not None:
            attachments.keep(seat, copy, file)
    except Erased:
        return "erased"
    except TooMuch:
        raise Refused("act", _("The files in it are more than there is room for.")) from None
    except LedgerError:
        raise Refused("act", _("Something in it differs from what was brought here before.")) from None
    return "known" if replayed else "added"


def _seats(user: User, taken: Taken, now: datetime) -> dict[str, Member]:
    """The seats of the story's people by their folded names."""
    bond_id = uuid5(user.id, taken.origin)
    bond = Bond.objects.filter(id=bond_id).first() or _begin(user, taken, bond_id, now)
    mine = Member.objects.present().filter(bond=bond, user=user).first()
    if mine is None:
        raise Refused("bond", _("You have left the bond that this was brought to."))
    seats = {fold(member.name): member for member in Member.objects.filter(bond=bond)}
    seats[fold(taken.name)] = mine
    for name in taken.story.members:
        if fold(name) not in seats:
            seats[fold(name)] = set_empty_seat(bond, name, now)
    return seats


def _begin(user: User, taken: Taken, bond_id: UUID, now: datetime) -> Bond:
    story = taken.story
    if story.setting not in Setting.values:
        raise Refused("setting", _("What the people in it are to each other is not known here."))
    check_zone(story.zone)
    title = check_title(story.title)
    bond = Bond.objects.create(id=bond_id, title=title, setting=story.setting, zone=story.zone)
    Member.objects.create(bond=bond, user=user, name=tidy_name(taken.name), joined_at=now)
    return bond
