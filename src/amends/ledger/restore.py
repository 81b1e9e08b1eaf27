"""What a restored database needs before anyone reads: a look at every ledger, and a new epoch in each.

Afterwards `erase.replay` takes out again what was erased since.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from amends.acts.fields import instant_to_plain
from amends.ledger import log, tree
from amends.ledger.errors import LedgerError
from amends.ledger.models import Attachment, Entry, Ledger
from amends.ledger.statements import lock

Stored = bytes | memoryview | None  # PostgreSQL gives views
Progress = Callable[[float], None]
"""Is told how much is done, from 0 to 1."""


class NotWhole(LedgerError):
    """A ledger is not as it was written."""


def check_all(progress: Progress) -> int:
    """Hold every ledger's entries against its row; gives how many entries there are.

    Raises:
        NotWhole: they don't fit, so the database was altered or damaged.
    """
    ledgers = list(Ledger.objects.order_by("id"))
    total = sum(ledger.size for ledger in ledgers)
    done = 0
    for ledger in ledgers:
        _check(ledger)
        done += ledger.size
        progress(done / max(total, 1))
    _check_files()
    return total


def begin_epochs(now: datetime) -> int:
    """Note in every ledger that it was restored, and how long it was then; gives how many ledgers.

    Whoever kept a checkpoint from before sees from it which entries were lost.

    Args:
        now: the server's clock, aware.
    """
    with transaction.atomic():
        ledgers = list(Ledger.objects.order_by("kind", "id").values_list("id", flat=True))
        for ledger_id in ledgers:
            _begin_epoch(lock(ledger_id), now)
    return len(ledgers)


def _check(ledger: Ledger) -> None:
    leaves: list[bytes] = []
    entries = Entry.objects.filter(ledger=ledger).order_by("seq")
    for seq, header, body, salt in entries.values_list("seq", "header", "body", "salt").iterator():
        _check_entry(ledger.id, len(leaves), seq, bytes(header), body, salt)
        leaves.append(tree.hash_leaf(bytes(header)))
    if len(leaves) != ledger.size or tree.Frontier.of(leaves).to_bytes() != bytes(ledger.frontier):
        raise NotWhole("a ledger does not hold the entries that it counts")


def _check_entry(  # noqa: PLR0913, PLR0917 - a row's columns
    ledger: UUID, place: int, seq: int, header: bytes, body: Stored, salt: Stored
) -> None:
    try:
        read = log.Header.from_bytes(header)
    except log.Unreadable:
        raise NotWhole("a header in it can't be read") from None
    if (read.ledger, read.seq, seq) != (ledger, place, place):
        raise NotWhole("an entry in it is missing or out of its place")
    if body is not None and not hmac.compare_digest(log.commit(bytes(salt or b""), bytes(body)), read.commit):
        raise NotWhole("words in it are not those that were recorded")


def _check_files() -> None:
    for act_id, content in Attachment.objects.values_list("act_id", "content").iterator(chunk_size=1):
        entries = Entry.objects.filter(act_id=act_id, body__isnull=False)
        named = {log.read_object(bytes(body or b"")).get("file") for body in _bodies(entries)}
        if sha256(bytes(content)).hexdigest() not in named:
            raise NotWhole("a file in it is not the one that was recorded")


def _bodies(entries: QuerySet[Entry]) -> Iterator[Stored]:
    return entries.values_list("body", flat=True).iterator()


def _begin_epoch(ledger: Ledger, now: datetime) -> None:
    before = tree.Frontier.from_bytes(ledger.size, bytes(ledger.frontier))
    entry_id = uuid4()
    body = log.canonical(
        {
            "v": log.VERSION,
            "kind": log.RESTORED,
            "id": str(entry_id),
            "recorded_at": instant_to_plain(now.astimezone(UTC)),
            "size": ledger.size,
            "root": before.root.hex(),
        }
    )
    salt = secrets.token_bytes(log.SALT_SIZE)
    # No member wrote it: the author's id stands for nobody.
    header = log.Header(ledger.id, ledger.size, uuid4(), log.commit(salt, body)).to_bytes()
    after = before.append(tree.hash_leaf(header))
    Entry.objects.create(ledger=ledger, seq=ledger.size, act_id=entry_id, header=header, body=body, salt=salt)
    ledger.size, ledger.frontier, ledger.epoch = after.size, after.to_bytes(), ledger.epoch + 1
    ledger.save(update_fields=["size", "frontier", "epoch"])
