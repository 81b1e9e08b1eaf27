"""The last promises that were made to someone, to hold beside what they remember. For them alone."""

from __future__ import annotations

from amends.acts.base import Person
from amends.acts.outcome import SETTLES, Result
from amends.acts.promise import Promise
from amends.engine.params import MEMORY_LEAST, MEMORY_LOOKS_AT
from amends.engine.results import Memory, Push
from amends.engine.state import State
from amends.engine.verdicts import days_said, due_of, judge


def read_memory(state: State, viewer: Person) -> Memory:
    """How the last ten promises to someone went, of those on which it is known."""
    judged = sorted(
        (due_of(promise, day), verdict.deciding.id.int, verdict)
        for promise in state.all(Promise)
        if viewer in promise.affected
        for day in days_said(state, promise.id)
        if (verdict := judge(state, promise.id, day, viewer)).result in SETTLES
        and verdict.deciding is not None
    )[-MEMORY_LOOKS_AT:]
    verdicts = [verdict for _due, _id, verdict in reversed(judged)]
    return Memory(
        count=len(verdicts),
        kept=sum(verdict.result is Result.KEPT for verdict in verdicts),
        too_little=len(verdicts) < MEMORY_LEAST,
        evidence=tuple(
            Push(verdict.deciding.id, float(verdict.result is Result.KEPT))
            for verdict in verdicts
            if verdict.deciding is not None
        ),
    )
