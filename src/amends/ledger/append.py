"""The one writer: adds an act to the end of a ledger.

Whoever writes to several ledgers in one transaction takes the author's own first, so that
two who write at once never wait for each other.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from amends.acts.base import Act, Person
from amends.acts.codec import same_payload, to_plain
from amends.acts.kinds import PRIVATE
from amends.ledger import log, statements, tree
from amends.ledger.errors import Erased, NotForOthers, NotTheirs, SameIdOtherBody
from amends.ledger.ledgers import own_ledger
from amends.ledger.models import Ledger, LedgerAuthor, LedgerKind
from amends.people.models import Member


@dataclass(frozen=True, slots=True)
class Appended:
    """Where an act lies.

    Attributes:
        seq: its place in the ledger, from 0; never shown to anyone.
        replayed: whether it lay there already; then nothing was written.
    """

    seq: int
    replayed: bool


def append(ledger: Ledger, author: Member, act: Act) -> Appended:
    """Add an act to a ledger, once: the same act again changes nothing.

    Raises:
        SameIdOtherBody: its id lies there with something else in it.
        Erased: its id lay there, and its author erased it.
        NotTheirs: the author can't write there, or is not the act's.
        NotForOthers: its kind never leaves its author's own ledger.
    """
    _check_author(ledger, author, act)
    return _append(ledger, author, act)


def append_copy(keeper: Member, act: Act) -> Appended:
    """Keep in a member's own ledger what a file of theirs holds, whoever wrote it there.

    Nobody else reads it, so it puts nothing into anyone's mouth.

    Raises:
        SameIdOtherBody: its id lies there with something else in it.
        Erased: its id lay there, and the keeper erased it.
    """
    return _append(own_ledger(keeper), keeper, act)


def add(ledger: Ledger, author: Member, act: Act) -> int:
    """Put an act at the end of a ledger whose row is locked; gives its place. Checks nothing."""
    seq = ledger.size
    body = log.canonical(to_plain(act))
    salt = secrets.token_bytes(log.SALT_SIZE)
    author_id = statements.author_id(ledger.id, author.id) or _new_author(ledger, author)
    header = log.Header(ledger.id, seq, author_id, log.commit(salt, body)).to_bytes()
    frontier = tree.Frontier.from_bytes(seq, bytes(ledger.frontier)).append(tree.hash_leaf(header))
    statements.insert(ledger, act.id, header, body, salt)
    ledger.size, ledger.frontier = frontier.size, frontier.to_bytes()
    statements.advance(ledger)
    return seq


def _new_author(ledger: Ledger, author: Member) -> UUID:
    return LedgerAuthor.objects.create(ledger=ledger, member=author).id


def _append(ledger: Ledger, writer: Member, act: Act) -> Appended:
    with transaction.atomic():
        locked = statements.lock(ledger.id)
        before = statements.find(ledger.id, act.id)
        if before is not None:
            return _replay(*before, act)
        return Appended(add(locked, writer, act), replayed=False)


def _check_author(ledger: Ledger, author: Member, act: Act) -> None:
    may_write = {
        LedgerKind.SHARED: author.bond_id == ledger.bond_id,
        LedgerKind.OWN: author.id == ledger.owner_id,
        LedgerKind.PAIR: author.id in {ledger.first_id, ledger.second_id},
    }
    if not may_write[LedgerKind(ledger.kind)] or act.author != Person(str(author.id)):
        raise NotTheirs
    if act.KIND in PRIVATE and ledger.kind != LedgerKind.OWN:
        raise NotForOthers


def _replay(seq: int, body: bytes | None, act: Act) -> Appended:
    if body is None:
        raise Erased
    if not same_payload(log.read_object(body), to_plain(act)):
        raise SameIdOtherBody
    return Appended(seq, replayed=True)
