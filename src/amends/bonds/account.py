"""Erasing an account: every bond is left, what was its owner's alone goes, what was shared as they choose."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from amends.bonds.forget import forget_all
from amends.bonds.leave import leave, tell
from amends.bonds.models import Invitation, OpenUntil
from amends.bonds.seek import end_facilitations
from amends.ledger.erase import erase_shared, remove_own
from amends.ledger.erasures import NotedAccount, note_account, noted_accounts
from amends.people.ending import GONE, end_account
from amends.people.models import OF_ONES_OWN, Bond, CaucusNote, Grant, Member, Notice, User
from amends.rounds.keep import take_out
from amends.vault import keep as vault


def erase_account(user: User, now: datetime, *, tells: bool, with_shared: bool) -> None:
    """Erase an account and all that is its owner's alone; the list of erasures knows of it first.

    A bond in which nobody with an account is left goes as a whole. In the others the first name stays
    with what others wrote, and their own words are theirs.

    Args:
        user: the account.
        now: the server's clock, aware.
        tells: whether the others are told that its owner left.
        with_shared: whether what they shared with others goes too.
    """
    with transaction.atomic():
        note_account(NotedAccount(user.id, tells, with_shared))
        bonds = [_end_seat(seat, now, tells=tells, with_shared=with_shared) for seat in _seats(user)]
        end_facilitations(user, now)
        if with_shared:
            CaucusNote.objects.filter(grant__facilitator__user=user, by_member=False).delete()
        vault.remove(user)
        for bond in bonds:
            forget_all(bond.id)
            if not _is_anyones(bond, user):
                _remove(bond)
        end_account(user)


def replay(now: datetime) -> int:
    """Erase again the accounts that a restored backup brought back; gives how many.

    To be called after restoring, before anyone logs in.
    """
    listed = {noted.account: noted for noted in noted_accounts()}
    back = User.objects.filter(id__in=listed).exclude(email__endswith=GONE)
    for user in back:
        noted = listed[user.id]
        erase_account(user, now, tells=noted.tells, with_shared=noted.with_shared)
    return len(back)


def _seats(user: User) -> list[Member]:
    return list(Member.objects.filter(user=user).select_related("bond").order_by("joined_at", "id"))


def _end_seat(seat: Member, now: datetime, *, tells: bool, with_shared: bool) -> Bond:
    take_out(seat)
    if seat.left_at is None:
        leave(seat, Notice.NOW if tells else Notice.NEVER, now)
    elif tells:
        tell(seat, now)
    if with_shared:
        erase_shared(seat)
        OpenUntil.objects.filter(member=seat).delete()
    remove_own(seat)
    Invitation.objects.filter(created_by=seat).delete()
    Grant.objects.filter(member=seat).delete()
    _empty(seat)
    return seat.bond


def _empty(seat: Member) -> None:
    """Let go of what someone wished for themselves; what the others see stays."""
    fresh = Member()
    for field in OF_ONES_OWN:
        setattr(seat, field, getattr(fresh, field))
    seat.save()


def _is_anyones(bond: Bond, gone: User) -> bool:
    """Whether someone with an account sits in a bond or sat there, and has at least their export."""
    others = Member.objects.filter(bond=bond, user__isnull=False).exclude(user=gone)
    return others.exclude(user__email__endswith=GONE).exists()


def _remove(bond: Bond) -> None:
    """With the last who could open a bond, all of it goes, and the ids of who went before."""
    accounts = User.objects.filter(seats__bond=bond, email__endswith=GONE)
    shells = list(accounts.values_list("id", flat=True))
    bond.delete()
    User.objects.filter(id__in=shells, seats=None).delete()
