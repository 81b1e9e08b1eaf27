"""Erasing: words and salt go for good, the header stays, and a mark says that its author erased it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.utils import timezone

from amends.acts.base import Person
from amends.acts.erasure import Erasure
from amends.acts.membership import Joining, Leaving
from amends.acts.when import When
from amends.ledger import attachments, erasures
from amends.ledger.append import add
from amends.ledger.errors import NotTheirs
from amends.ledger.log import Header, kind_of
from amends.ledger.models import Entry, Ledger, LedgerAuthor, LedgerKind
from amends.ledger.statements import lock
from amends.people.models import Member

_STAYS: Final = {Erasure.KIND, Joining.KIND, Leaving.KIND}
"""Kinds that hold no words of anyone."""


def erase(author: Member, act_id: UUID) -> None:
    """Take an act's words out of every ledger it lies in. Erasing twice changes nothing.

    The list of erasures is written before the database says yes: should that then fail, a
    restored backup would at worst leave out what its author wanted out.

    Raises:
        NotTheirs: the member recorded no such act.
    """
    with transaction.atomic():
        entries = _entries_by(author, act_id)
        if not entries:
            raise NotTheirs
        _erase(author, entries, timezone.now())
    transaction.on_commit(_empty_wal)


def withdraw(author: Member, act_ids: Iterable[UUID], at: datetime) -> None:
    """Take acts out of every ledger but their author's own, as if closed at a time, with marks no page shows.

    Args:
        author: who recorded them, and keeps them.
        act_ids: the acts; those that lie nowhere else change nothing.
        at: when, aware.
    """
    with transaction.atomic():
        for act_id in act_ids:
            shared = [entry for entry in _entries_by(author, act_id) if entry.ledger.kind != LedgerKind.OWN]
            _erase(author, shared, at, closed=True)
    transaction.on_commit(_empty_wal)


def erase_shared(author: Member) -> None:
    """Take all that a member recorded for others out of every ledger but their own, with marks.

    That they joined or left stays: it says nothing else.
    """
    with transaction.atomic():
        _erase(author, _shared_by(author), timezone.now())
    transaction.on_commit(_empty_wal)


def remove_own(owner: Member) -> None:
    """Remove a member's own ledger as a whole, and the files that lie with nothing else.

    Nobody else reads it, so nobody needs its tree.
    """
    with transaction.atomic():
        Ledger.objects.filter(owner=owner).delete()
        shared = {entry.act_id for entry in _shared_by(owner)}
        attachments.drop_all_but(owner, shared)
    transaction.on_commit(_empty_wal)


def was_withdrawn(author: Member, act_id: UUID) -> bool:
    """Whether an act lay with others once and was taken out again: then it can't be shared anew."""
    return any(entry.body is None for entry in _entries_by(author, act_id))


def replay() -> int:
    """Erase again what a restored backup brought back; gives how many entries that were.

    To be called after restoring, before anyone reads.
    """
    count = 0
    for erased in erasures.noted():
        back = Entry.objects.filter(
            ledger=erased.ledger, seq=erased.seq, act_id=erased.act, body__isnull=False
        ).first()
        if back is not None:
            with transaction.atomic():
                _erase(_author_of(back), [back], timezone.now(), closed=erased.closed)
            count += 1
    if count:
        transaction.on_commit(_empty_wal)
    return count


def _entries_by(author: Member, act_id: UUID) -> list[Entry]:
    ids = dict(LedgerAuthor.objects.filter(member=author).values_list("ledger", "id"))
    # Own before pair before shared: the order in which every writer takes them.
    mine = Entry.objects.filter(act_id=act_id, ledger__in=ids).select_related("ledger")
    return [
        entry
        for entry in mine.order_by("ledger__kind")
        if Header.from_bytes(bytes(entry.header)).author == ids[entry.ledger_id] and not _is_mark(entry)
    ]


def _shared_by(author: Member) -> list[Entry]:
    ids = dict(LedgerAuthor.objects.filter(member=author).values_list("ledger", "id"))
    entries = Entry.objects.filter(ledger__in=ids, body__isnull=False).exclude(ledger__kind=LedgerKind.OWN)
    return [
        entry
        for entry in entries.select_related("ledger").order_by("ledger__kind", "ledger", "seq")
        if Header.from_bytes(bytes(entry.header)).author == ids[entry.ledger_id]
        and kind_of(bytes(entry.body or b"")) not in _STAYS
    ]


def _author_of(entry: Entry) -> Member:
    header = Header.from_bytes(bytes(entry.header))
    return LedgerAuthor.objects.select_related("member__bond").get(id=header.author).member


def _is_mark(entry: Entry) -> bool:
    # A mark says nothing that could be erased, and without it the gap would look like tampering.
    return kind_of(bytes(entry.body or b"")) == Erasure.KIND


def _erase(author: Member, entries: Iterable[Entry], at: datetime, *, closed: bool = False) -> None:
    done = []
    for entry in entries:
        ledger = lock(entry.ledger_id)
        taken = ledger.entries.filter(seq=entry.seq, body__isnull=False).update(body=None, salt=None)
        if taken:  # otherwise it was erased while this waited
            done.append(_mark(ledger, author, entry, at, closed=closed))
            _drop_file(author, entry.act_id)
    if done:
        erasures.note(*done)


def _mark(ledger: Ledger, author: Member, entry: Entry, at: datetime, *, closed: bool) -> erasures.Noted:
    at = at.astimezone(UTC)
    mark = Erasure(
        id=uuid4(),
        author=Person(str(author.id)),
        by=Person(str(author.id)),
        occurred=When.received(at, author.bond.zone),
        recorded_at=at.replace(microsecond=at.microsecond // 1000 * 1000),
        seq=entry.seq,
        closed=closed,
    )
    ledger.erasures += 1
    ledger.save(update_fields=["erasures"])
    add(ledger, author, mark)
    return erasures.Noted(ledger.id, entry.seq, entry.act_id, closed)


def _drop_file(author: Member, act_id: UUID) -> None:
    """A file goes with the last entry that it lay with."""
    if all(entry.body is None for entry in _entries_by(author, act_id)):
        attachments.drop(author, act_id)


def _empty_wal() -> None:
    # With a write-ahead log, erased words would lie there until it is folded into the database.
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
