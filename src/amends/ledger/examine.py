"""Checks one exported ledger: headers, words, marks, restores, and what its checkpoint says. Pure."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any

from amends.acts.disclosure import Disclosure
from amends.acts.erasure import Erasure
from amends.ledger import log, tree
from amends.ledger.findings import Checked, Finding, Flaw
from amends.ledger.log import Checkpoint, Header, Unreadable
from amends.ledger.shapes import ExportedLedger


class Examined:
    """A ledger from an export, and what can be found out about it."""

    def __init__(self, ledger: ExportedLedger) -> None:
        self.ledger = ledger
        self.entries = ledger.entries
        self.headers = tuple(entry.read_header() for entry in ledger.entries)

    @property
    def checked(self) -> Checked:
        """What was checked, in numbers."""
        return Checked(
            ledger=str(self.ledger.id),
            kind=self.ledger.kind,
            size=len(self.entries),
            erased=sum(entry.body is None for entry in self.entries),
            code=log.short_code(self.root(len(self.entries))),
            until_left=self.ledger.until_left,
        )

    def examine(self, keys: Mapping[str, bytes]) -> Iterator[Finding]:
        """All that does not fit within it."""
        yield from self._examine_headers()
        yield from self._examine_bodies()
        yield from self._examine_authors()
        yield from self._examine_marks()
        yield from self._examine_restores()
        yield from self._examine_checkpoint(keys)

    def compare(self, kept: Checkpoint) -> Iterator[Finding]:
        """What does not fit with a checkpoint kept apart."""
        size = len(self.entries)
        later = self.restores[kept.epoch :]
        untouched = later[0] if later else size
        if kept.epoch > len(self.restores):
            yield self.find(
                Flaw.FORK, "the kept checkpoint knows of a restored backup that it does not tell of"
            )
        elif kept.size <= untouched:
            if not hmac.compare_digest(self.root(kept.size), kept.root):
                yield self.find(
                    Flaw.FORK, f"its first {kept.size} entries are not those of the kept checkpoint"
                )
        elif later:
            lost = kept.size - untouched
            yield self.find(Flaw.LOST, f"entries lost when a backup was restored: {lost}")
        else:
            missing = kept.size - size
            yield self.find(
                Flaw.CUT, f"entries that the kept checkpoint counts and that are not here: {missing}"
            )

    def find(self, flaw: Flaw, text: str, seq: int | None = None) -> Finding:
        """A finding about this ledger, or about one entry of it."""
        where = f"{self.ledger.kind} ledger" if seq is None else f"{self.ledger.kind} ledger, entry {seq}"
        return Finding(flaw, f"{where}: {text}", str(self.ledger.id), seq)

    def root(self, size: int) -> bytes:
        """The root over the first ``size`` headers."""
        return tree.root_of(self._leaves[:size])

    @cached_property
    def restores(self) -> tuple[int, ...]:
        """Where a restored backup began a new epoch."""
        return tuple(seq for seq, body in self._bodies.items() if body.get("kind") == log.RESTORED)

    @cached_property
    def _leaves(self) -> list[bytes]:
        return [tree.hash_leaf(entry.header) for entry in self.entries]

    @cached_property
    def _bodies(self) -> dict[int, dict[str, Any]]:
        """The bodies that are those recorded, by place."""
        found = {}
        for seq, (entry, header) in enumerate(zip(self.entries, self.headers, strict=True)):
            if header is None or entry.body is None or entry.salt is None:
                continue
            if not hmac.compare_digest(log.commit(entry.salt, entry.body), header.commit):
                continue
            with suppress(Unreadable):
                found[seq] = log.read_object(entry.body)
        return found

    def examine_attachments(self, attachments: Mapping[str, bytes]) -> Iterator[Finding]:
        """Where a file that words name is not among those that came along."""
        for seq, body in self._bodies.items():
            if body.get("kind") == Disclosure.KIND and body.get("file", "") not in {"", *attachments}:
                yield self.find(Flaw.ATTACHMENT, "the file that its words name is missing", seq)

    def _examine_headers(self) -> Iterator[Finding]:
        expected = 0
        for seq, header in enumerate(self.headers):
            if header is None or header.ledger != self.ledger.id:
                yield self.find(Flaw.HEADER, "its header is not one of this ledger", seq)
                expected += 1
                continue
            if header.seq != expected:
                text = f"entry {header.seq} stands where entry {expected} should be"
                yield self.find(Flaw.PLACE, text, seq)
            expected = header.seq + 1

    def _examine_bodies(self) -> Iterator[Finding]:
        known: set[str] = set()
        for seq, entry in enumerate(self.entries):
            if entry.body is None or entry.act is None or self.headers[seq] is None:
                continue
            body = self._bodies.get(seq)
            if body is None:
                yield self.find(Flaw.BODY, "its words are not those that were recorded", seq)
            elif body.get("id") != entry.act:
                yield self.find(Flaw.BODY, "it is filed under another id than it was recorded with", seq)
            elif entry.act in known:
                yield self.find(Flaw.PLACE, "the same act was recorded before", seq)
            known.add(entry.act)

    def _examine_authors(self) -> Iterator[Finding]:
        persons: dict[object, object] = {}
        for seq, header, body in self._read():
            person = body.get("author")
            if not isinstance(person, str):
                continue
            # Each author id stands for one person, and each person has one.
            if persons.setdefault(header.author, person) != person or (
                persons.setdefault(person, header.author) != header.author
            ):
                yield self.find(Flaw.AUTHOR, "its words name another author than its header", seq)

    def _examine_marks(self) -> Iterator[Finding]:
        marked: set[int] = set()
        for seq, header, body in self._read():
            if body.get("kind") != Erasure.KIND:
                continue
            target = body.get("seq")
            if type(target) is not int or not 0 <= target < seq or self.entries[target].body is not None:
                yield self.find(Flaw.ERASED, "it says that an entry was erased, and that entry is not", seq)
                continue
            marked.add(target)
            erased = self.headers[target]
            if erased is not None and erased.author != header.author:
                yield self.find(Flaw.AUTHOR, "its words were erased by another than their author", target)
        if self.ledger.until_left:
            return  # what was erased after the reader left is marked beyond the end
        for seq, entry in enumerate(self.entries):
            if entry.body is None and seq not in marked:
                yield self.find(
                    Flaw.GONE, "its words are gone, and no mark says that their author erased them", seq
                )

    def _examine_restores(self) -> Iterator[Finding]:
        for seq in self.restores:
            body = self._bodies[seq]
            if body.get("size") != seq or body.get("root") != self.root(seq).hex():
                text = "it says that a backup was restored, and names another history than the one before it"
                yield self.find(Flaw.EPOCH, text, seq)

    def _examine_checkpoint(self, keys: Mapping[str, bytes]) -> Iterator[Finding]:
        try:
            checkpoint = self.ledger.signed.check(keys)
        except Unreadable as error:
            yield self.find(Flaw.SIGNATURE, f"its checkpoint does not hold: {error}")
            return
        size = len(self.entries)
        if checkpoint.ledger != self.ledger.id:
            yield self.find(Flaw.SIGNATURE, "its checkpoint belongs to another ledger")
        elif checkpoint.size != size:
            yield self.find(
                Flaw.SIZE, f"it holds {size} entries, and its checkpoint counts {checkpoint.size}"
            )
        elif not hmac.compare_digest(checkpoint.root, self.root(size)):
            yield self.find(Flaw.ROOT, "its entries are not those that its checkpoint was signed for")
        if checkpoint.epoch != len(self.restores):
            yield self.find(Flaw.EPOCH, "its checkpoint counts other restored backups than it tells of")

    def _read(self) -> Iterator[tuple[int, Header, dict[str, Any]]]:
        for seq, body in self._bodies.items():
            header = self.headers[seq]
            if header is not None:
                yield seq, header, body
