"""Sealed answers, and the keys to them: each lies with its author until everyone's is there.

Until then nothing of it is in a ledger that others read, so that nobody can tell how far the others
are. Whether a browser gives its key is up to the browser: it looks at all sealed answers first. What
is checked here is what a server can check; docs/decisions/0004-vault-format.md says what it is worth.
"""

from __future__ import annotations

from base64 import b64decode
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from amends.acts.base import Person
from amends.acts.scope import Scope
from amends.acts.sealed import Reveal, Seal
from amends.acts.session import Session
from amends.bonds.errors import Refused
from amends.bonds.instants import to_millisecond
from amends.bonds.models import SealedPart
from amends.bonds.record import record
from amends.bonds.share import arrive
from amends.ledger.read import find, read_placed
from amends.people.access import get_everyone
from amends.people.models import Bond, Member
from amends.practices.sealed import Exercise, Phase, read_exercise
from amends.vault.format import Unopened, open_answer


def keep(seat: Member, part: Seal | Reveal, now: datetime) -> None:
    """Keep one's sealed answer, or the key to it; as the last of all, let everyone's arrive.

    Handing in the same again changes nothing.

    Raises:
        Refused: it does not fit the exercise, comes too late, or is not what its author was bound to.
        SameIdOtherBody: its id was used for something else (409).
        Erased: it was recorded before and erased since (410).
    """
    with transaction.atomic():
        # Of two that are the last at once, the second waits here and then finds both.
        Bond.objects.select_for_update().get(id=seat.bond_id)
        session, scope = _session_of(seat, part)
        if find(seat, part.id) is None:
            _check(seat, session, part, now)
        if record(seat, part, Scope.OWN, now).replayed:
            return
        SealedPart.objects.update_or_create(
            member=seat, exercise=session.id, kind=part.KIND, defaults={"act_id": part.id}
        )
        _let_arrive(seat, session, scope, part.KIND, now)


def _session_of(seat: Member, part: Seal | Reveal) -> tuple[Session, Scope]:
    exercise = part.exercise if isinstance(part, Seal) else _seal_of(seat, part).exercise
    begun = find(seat, exercise)
    if begun is None or not isinstance(begun.act, Session):
        raise Refused("exercise", _("What this belongs to is not here any more."))
    return begun.act, begun.scope


def _seal_of(seat: Member, reveal: Reveal) -> Seal:
    placed = find(seat, reveal.seal)
    if placed is None or not isinstance(placed.act, Seal):
        raise Refused("seal", _("What this belongs to is not here any more."))
    return placed.act


def _check(seat: Member, session: Session, part: Seal | Reveal, now: datetime) -> None:
    me = Person(str(seat.id))
    exercise = read_exercise(session, read_placed(seat), me, now)
    if isinstance(part, Seal):
        if exercise.phase is not Phase.WAITING or exercise.sealed is not None:
            raise Refused("exercise", _("Nothing more can be sealed here."))
    elif exercise.phase is not Phase.SEALED or exercise.revealed is not None:
        raise Refused("seal", _("This can’t be opened now."))
    else:
        _check_opens(exercise, part, session.id)


def _check_opens(exercise: Exercise, reveal: Reveal, session: UUID) -> None:
    sealed = exercise.seals[reveal.author]
    try:
        open_answer(
            b64decode(sealed.ciphertext),
            b64decode(reveal.key),
            b64decode(reveal.salt),
            b64decode(sealed.commitment),
            session,
            UUID(reveal.author),
        )
    except (Unopened, ValueError):
        raise Refused("seal", _("This does not open what was sealed, or was altered since.")) from None


def _let_arrive(seat: Member, session: Session, scope: Scope, kind: str, now: datetime) -> None:
    roster = {session.author, *session.affected}
    members = {one.id: one for one in get_everyone(seat) if Person(str(one.id)) in roster}
    parts = SealedPart.objects.filter(exercise=session.id, kind=kind, member__in=members.values())
    # By id: the order in which they arrive must not tell who was first.
    there = [
        (members[one.member_id], find(members[one.member_id], one.act_id)) for one in parts.order_by("act_id")
    ]
    found = [(member, placed.act) for member, placed in there if placed is not None]
    if len(found) < len(roster):
        return
    for member, act in found:
        others = [one for one in members.values() if one != member]
        arrive(member, act, others[0] if scope is Scope.PAIR else None, to_millisecond(now))
    parts.delete()
