"""What checking an export can find. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """What does not fit."""

    SHAPE = "shape"
    """Something is missing or of the wrong sort."""
    FILE = "file"
    """The file as a whole is not as the server signed it."""
    KEY = "key"
    """A key is not the one it says, or not the one it was."""
    HEADER = "header"
    """A header is not one of this ledger."""
    PLACE = "place"
    """An entry is missing, doubled or out of its place."""
    BODY = "body"
    """Words are not those that were recorded."""
    AUTHOR = "author"
    """Words and header disagree on who wrote them, or another than the author erased them."""
    ATTACHMENT = "attachment"
    """A file that words name is missing, or another."""
    GONE = "gone"
    """Words are gone, and no mark says that their author erased them."""
    ERASED = "erased"
    """A mark says that words were erased, and they are still there, or never were."""
    EPOCH = "epoch"
    """Restores from a backup don't fit together."""
    SIGNATURE = "signature"
    """A checkpoint was not signed, or altered since."""
    SIZE = "size"
    """A ledger is shorter or longer than its checkpoint says."""
    ROOT = "root"
    """A ledger is as long as its checkpoint says and holds something else."""
    MISSING = "missing"
    """A ledger of the kept checkpoint is not in the export."""
    CUT = "cut"
    """A ledger ends before the kept checkpoint does."""
    FORK = "fork"
    """A ledger's history is another than the one that the kept checkpoint was signed for."""
    LOST = "lost"
    """Entries that the kept checkpoint counted were lost when a backup was restored."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit.

    Attributes:
        flaw: what sort of thing.
        text: one plain line about it, without anyone's words.
        ledger: in which ledger, by its id; None for the file as a whole.
        seq: at which entry, from 0; None for the ledger as a whole.
    """

    flaw: Flaw
    text: str
    ledger: str | None = None
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked of one ledger.

    Attributes:
        ledger: its id.
        kind: shared, own or pair.
        size: how many entries were there.
        erased: how many of them without words.
        code: digits that stand for it; who compares them at the same size has the same history.
        until_left: whether it ends where the reader left, so that later erasures lie beyond it.
    """

    ledger: str
    kind: str
    size: int
    erased: int
    code: str
    until_left: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it.

    Attributes:
        findings: all that does not fit; empty where nothing was changed.
        ledgers: what was checked.
    """

    findings: tuple[Finding, ...]
    ledgers: tuple[Checked, ...]

    @property
    def unchanged(self) -> bool:
        """Whether everything fits."""
        return not self.findings
