"""Invented stories as living bonds: planting one, removing one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Act, Person
from amends.acts.closing import Closing
from amends.acts.codec import rename
from amends.acts.disclosure import Disclosure
from amends.acts.membership import Joining, Leaving
from amends.acts.scope import Scope
from amends.acts.story import Entry, Erasing, Sharing, Story
from amends.bonds.errors import Refused
from amends.bonds.forget import forget_all
from amends.bonds.open_book import note_end
from amends.ledger.append import append
from amends.ledger.erase import erase, withdraw
from amends.ledger.ledgers import own_ledger, pair_ledger, shared_ledger
from amends.people.models import Bond, Member, Notice, Role, User


def plant(story: Story, users: Mapping[str, User | None], now: datetime) -> Bond:
    """Make a story a bond of its own, as if its people had written it down at the time.

    Everyone and everything gets new ids, so that a story can be planted any number of
    times. What the story has received after ``now`` is left out.

    Args:
        story: the story.
        users: the account that sits in a member's seat, by name; none for the rest.
        now: the server's clock, aware.
    """
    with transaction.atomic():
        bond = Bond.objects.create(title=story.title, setting=story.setting, zone=story.zone, invented=True)
        happened = [block for block in story.in_order if _receipt(block) <= now]
        _Ground(bond, _seat(bond, story, happened, users, now)).plant(happened)
    return bond


def remove(seat: Member) -> None:
    """Remove the invented bond of a seat with all that is in it.

    Raises:
        Refused: the bond is of real people; such a one is left, never removed.
    """
    if not seat.bond.invented:
        raise Refused("bond", _("Only an invented story can be removed."))
    forget_all(seat.bond_id)
    seat.bond.delete()


def id_in(bond_id: UUID, act_id: UUID) -> UUID:
    """The id that a story's act has where the story is planted."""
    return uuid5(bond_id, str(act_id))


@dataclass(frozen=True, slots=True)
class _Ground:
    """A new bond, with its seats by name."""

    bond: Bond
    seats: Mapping[str, Member]

    def plant(self, happened: list[Entry | Sharing | Erasing]) -> None:
        """Let everything happen again, in the order of receipt."""
        acts: dict[UUID, Act] = {}
        for block in happened:
            match block:
                case Entry():
                    acts[block.act.id] = self._enter(block)
                case Sharing(author=author) if self._is_by(author, acts.get(block.act)):
                    shared = replace(acts[block.act], recorded_at=block.recorded_at)
                    append(shared_ledger(self.bond), self.seats[author], shared)
                    note_end(self.seats[author], shared)
                case Erasing(author=author) if self._is_by(author, acts.get(block.act)):
                    erase(self.seats[author], acts[block.act].id)

    def _enter(self, entry: Entry) -> Act:
        act = rename(entry.act, self._person, lambda act_id: id_in(self.bond.id, act_id))
        author = self.seats[entry.act.author]
        match entry.scope:
            case Scope.SHARED:
                ledger = shared_ledger(self.bond)
            case Scope.PAIR:
                ledger = pair_ledger(author, self.seats[str(entry.other)])
            case Scope.OWN:
                ledger = own_ledger(author)
        if isinstance(act, Disclosure):
            act = self._open(author, act)
        append(ledger, author, act)
        if isinstance(act, Closing):
            withdraw(author, [act.of], act.recorded_at)
        elif entry.scope is not Scope.OWN:
            note_end(author, act)
        return act

    def _open(self, author: Member, act: Disclosure) -> Disclosure:
        """An entry of the open book, also kept by its author, who has it when it is closed."""
        kept = act.without_file()  # a story holds no files
        append(own_ledger(author), author, kept)
        return kept

    def _person(self, name: Person) -> Person:
        return Person(str(self.seats[name].id))

    def _is_by(self, author: str, act: Act | None) -> bool:
        return act is not None and act.author == Person(str(self.seats[author].id))


def _seat(
    bond: Bond,
    story: Story,
    happened: list[Entry | Sharing | Erasing],
    users: Mapping[str, User | None],
    now: datetime,
) -> dict[str, Member]:
    begins = min(map(_receipt, happened), default=now)
    joined = _last(happened, Joining)
    left = {name: at for name, at in _last(happened, Leaving).items() if at >= joined.get(name, at)}
    roles = dict(story.roles)
    return {
        name: Member.objects.create(
            bond=bond,
            user=users.get(name),
            name=name,
            role=roles.get(name, Role.MEMBER),
            joined_at=joined.get(name, begins),
            left_at=left.get(name),
            notice=Notice.NOW if name in left else "",
        )
        for name in story.members
    }


def _last(happened: list[Entry | Sharing | Erasing], kind: type[Act]) -> dict[str, datetime]:
    """When each person last did something of a kind."""
    acts = [block.act for block in happened if isinstance(block, Entry) and isinstance(block.act, kind)]
    return {act.author: act.recorded_at for act in acts}


def _receipt(block: Entry | Sharing | Erasing) -> datetime:
    return block.act.recorded_at if isinstance(block, Entry) else block.recorded_at
