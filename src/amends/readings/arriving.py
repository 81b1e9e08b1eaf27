"""What is held back from someone who joined late, so that what hurt comes one thing at a time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.references import named_by
from amends.acts.repair import Repair
from amends.acts.response import Response
from amends.acts.scope import Placed


def shown(placed: Sequence[Placed], viewer: Person, joined: datetime, *, is_ready: bool) -> list[Placed]:
    """What someone sees who joined when others had been writing for a while.

    Of what hurt and was shared before they joined, they see nothing until they say that they
    are ready, and then one thing after another: the next once they answered the one before it,
    be it with *not now*. What they wrote themselves, and all that came since, they see at once.

    Args:
        placed: all that they may read, in the order of a fold.
        viewer: who joined.
        joined: when, aware.
        is_ready: whether they said so.
    """
    held = _held_back([one.act for one in placed], viewer, joined, is_ready=is_ready)
    return [one for one in placed if one.act.id not in held]


def _held_back(acts: Sequence[Act], viewer: Person, joined: datetime, *, is_ready: bool) -> set[UUID]:
    others = [act for act in acts if act.author != viewer]
    earlier = [act for act in others if act.recorded_at < joined]
    answered = {act.of for act in acts if isinstance(act, Response) and act.author == viewer}
    hurts = [act for act in earlier if isinstance(act, Breach) and act.id not in answered]
    if is_ready:  # what passed between others is not theirs to answer, and would stop the rest
        hurts = [act for act in hurts if act.by == viewer][1:]
    held = {act.id for act in hurts}
    if held:
        held |= {act.id for act in earlier if isinstance(act, Repair)}
    return _with_what_tells_of_it(others, held)


def _with_what_tells_of_it(acts: Iterable[Act], held: set[UUID]) -> set[UUID]:
    """What is held back, and every act that refers to it, however far."""
    remaining = [act for act in acts if not isinstance(act, Breach)]  # of these each comes in its turn
    while True:
        telling = {act.id for act in remaining if act.id not in held and held.intersection(named_by(act))}
        if not telling:
            return held
        held = held | telling
