"""What someone can take along: of a bond all that they may read and chose there, of their account the rest.

Each is a file for its owner alone. Left out is what opens doors (hashes, tokens), what would tell of
others, and one's own answers in anonymous rounds, which nobody can find again.
"""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime
from typing import Any, Final

from allauth.mfa.models import Authenticator

from amends.acts.fields import instant_to_plain
from amends.bonds.invite import find_open
from amends.bonds.models import OpenUntil, PendingShare
from amends.bonds.seek import find_seeking
from amends.bonds.share import flush
from amends.ledger.export import export
from amends.people.access import get_facilitations, get_facilitators
from amends.people.models import OF_ONES_OWN, CaucusNote, Facilitator, Grant, Member, User
from amends.rounds.keep import close_due, told_to
from amends.vault import keep as vault

ACCOUNT: Final = "amends/account/1"
"""Names the form of the file of an account."""


def take_bond(seat: Member, now: datetime) -> bytes:
    """All that a member, or who was one, may take along of a bond; `amends verify` checks it.

    Beside the ledgers it holds what was told of rounds, and what is theirs alone: settings, what is on
    its way to others, what they let someone from outside read. What fell due by ``now`` arrives first.

    Args:
        seat: whose file it is.
        now: the server's clock, aware.
    """
    flush(seat.bond, now)
    close_due(now)
    return export(seat, now, {"rounds": told_to(seat), "own": _of_ones_own(seat, now)})


def take_account(user: User, now: datetime) -> bytes:
    """What belongs to an account and to no bond, as JSON: its vault as locked as it lies here.

    Args:
        user: whose file it is.
        now: the server's clock, aware.
    """
    keyring = vault.keyring_of(user)
    content = {
        "format": ACCOUNT,
        "at": _spell(now),
        "address": user.email,
        "zone": user.zone,
        "ways_in": [_way_in(one) for one in Authenticator.objects.filter(user=user).order_by("pk")],
        "vault": {
            "revision": keyring.revision,
            "keyring": json.loads(keyring.body) if keyring.body else None,
            "entries": [
                {"id": str(entry), "revision": revision, "sealed": b64encode(sealed).decode()}
                for entry, revision, sealed in vault.entries_of(user)
            ],
        },
        "helps": [_helps(one) for one in get_facilitations(user)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _of_ones_own(seat: Member, now: datetime) -> dict[str, Any]:
    invitation, seeking = find_open(seat, now), find_seeking(seat, now)
    return {
        "role": seat.role,
        "joined_at": _spell(seat.joined_at),
        "left_at": _spell(seat.left_at),
        "notice": seat.notice,
        "settings": {field: getattr(seat, field) for field in OF_ONES_OWN},
        "on_its_way": [_waiting(one) for one in PendingShare.objects.filter(member=seat).order_by("pk")],
        "open_until": [
            {"act": str(one.act_id), "until": _spell(one.closes_at)}
            for one in OpenUntil.objects.filter(member=seat).order_by("pk")
        ],
        "invitation": invitation and {"role": invitation.role, "until": _spell(invitation.expires_at)},
        "outside_invitation": seeking and {"for_all": seeking.for_all, "until": _spell(seeking.expires_at)},
        "outside": [_outside(seat, one) for one in get_facilitators(seat)],
    }


def _waiting(one: PendingShare) -> dict[str, Any]:
    return {
        "act": str(one.act_id),
        "to": str(one.other_id) if one.other_id else None,
        "arrives": _spell(one.due_at),
    }


def _outside(seat: Member, one: Facilitator) -> dict[str, Any]:
    """Someone from outside, as a member knows of them, and what that member let them read."""
    granted = Grant.objects.filter(facilitator=one, member=seat).first()
    return {
        "name": one.name,
        "calling": one.calling,
        "for_all": one.for_all,
        "invited_by": str(one.sought_by_id),
        "joined_at": _spell(one.joined_at),
        "left_at": _spell(one.left_at),
        "granted": granted
        and {
            "until": _spell(granted.ends_at),
            "parts": sorted(granted.parts.values_list("what", flat=True)),
            "looks": [
                {"what": look.what, "day": look.day.isoformat()}
                for look in granted.looks.order_by("day", "what")
            ],
            "notes": [_note(note) for note in granted.notes.order_by("pk")],
        },
    }


def _helps(one: Facilitator) -> dict[str, Any]:
    """A seat as someone from outside, with the lines they wrote themselves."""
    own = CaucusNote.objects.filter(grant__facilitator=one, by_member=False)
    return {
        "seat": str(one.id),
        "name": one.name,
        "calling": one.calling,
        "joined_at": _spell(one.joined_at),
        "notes": [_note(note) for note in own.order_by("pk")],
    }


def _note(note: CaucusNote) -> dict[str, Any]:
    return {"day": note.day.isoformat(), "by_member": note.by_member, "words": note.words}


def _way_in(one: Authenticator) -> dict[str, str]:
    """What opens the account, by name; never what makes it open."""
    return {"type": str(one.type), "name": str(one.data.get("name", ""))}


def _spell(instant: datetime | None) -> str | None:
    return None if instant is None else instant_to_plain(instant.astimezone(UTC))
