"""Lines between one member and a facilitator; no other member sees them, or that there are any."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.bonds.grants import Ended, day_of
from amends.people.models import CaucusNote, Grant

LONGEST_NOTE: Final = 4_000
"""Characters in one line between the two [choice]."""


def write_note(granted: Grant, form: UUID, words: str, now: datetime, *, by_member: bool) -> None:
    """Keep a line. Sent twice with the same ``form``, it is kept once.

    Raises:
        Ended: the grant has ended: nothing passes between the two any more.
        Refused: there are no words in it, or too many.
    """
    words = words.strip()
    if not words:
        raise Refused("words", _("A few words are needed."))
    if len(words) > LONGEST_NOTE:
        raise Refused("words", _("At most %(most)d characters.") % {"most": LONGEST_NOTE})
    with transaction.atomic():
        standing = Grant.objects.standing(now).filter(pk=granted.pk)
        if not standing.select_for_update(of=("self",)).exists():
            raise Ended
        CaucusNote.objects.get_or_create(
            form=form,
            defaults={
                "grant": granted, "by_member": by_member, "words": words, "day": day_of(granted, now)
            },
        )  # fmt: skip


def remove_note(granted: Grant, form: UUID, *, by_member: bool) -> None:
    """Remove a line that one wrote oneself; removing it twice changes nothing."""
    CaucusNote.objects.filter(grant=granted, form=form, by_member=by_member).delete()
