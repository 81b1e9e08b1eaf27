"""Files that lie with acts: kept once for whoever recorded the act, found by whoever may read it.

What binds an act's words binds its file too, for the file's SHA-256 stands among them.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final
from uuid import UUID

from django.db.models import Sum

from amends.acts.base import Act
from amends.acts.disclosure import Disclosure
from amends.ledger.errors import OtherFile, TooMuch
from amends.ledger.models import Attachment
from amends.people.models import Member

LARGEST: Final = 10 * 1024 * 1024
"""Bytes of one file [choice]."""
MOST_KEPT: Final = 5 * LARGEST
"""Bytes of all files of one member in a bond, so that one can't fill the host's disk [choice]."""


def digest_of(act: Act) -> str:
    """The SHA-256 of the file that an act says lies with it; empty where it has none."""
    return act.file if isinstance(act, Disclosure) else ""


def keep(keeper: Member, act: Act, content: bytes) -> None:
    """Keep the file of an act that lies in its keeper's ledger. Again, it changes nothing.

    Raises:
        OtherFile: it is not the file that the act names, or is too large.
        TooMuch: the keeper has too much already.
    """
    if sha256(content).hexdigest() != digest_of(act) or len(content) > LARGEST:
        raise OtherFile
    mine = Attachment.objects.filter(keeper=keeper)
    if mine.filter(act_id=act.id).exists():
        return
    if (mine.aggregate(all=Sum("size"))["all"] or 0) + len(content) > MOST_KEPT:
        raise TooMuch
    Attachment.objects.create(keeper=keeper, act_id=act.id, content=content, size=len(content))


def find(viewer: Member, act: Act) -> bytes | None:
    """The file of an act that the viewer may read; None where it is not here, or not that file."""
    # Of a copy that was brought in a file, whoever keeps the copy keeps the file too.
    kept = Attachment.objects.filter(act_id=act.id, keeper__in=_keepers(viewer, act))
    for content in kept.values_list("content", flat=True):
        if sha256(bytes(content)).hexdigest() == digest_of(act):
            return bytes(content)
    return None


def drop(keeper: Member, act_id: UUID) -> None:
    """Let go of the file of an act."""
    Attachment.objects.filter(keeper=keeper, act_id=act_id).delete()


def drop_all_but(keeper: Member, act_ids: set[UUID]) -> None:
    """Let go of the files of all acts but these."""
    Attachment.objects.filter(keeper=keeper).exclude(act_id__in=act_ids).delete()


def _keepers(viewer: Member, act: Act) -> list[UUID]:
    return [viewer.id, UUID(act.author)]
