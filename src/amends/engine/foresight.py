"""Before a promise is made: how promises like it went, and a due time that would have held.

Plain counts of the promiser's own record, so that anyone can check them by hand. They know
nothing of what is different this time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from amends.acts.base import Person
from amends.acts.breach import Breach
from amends.acts.due import Due
from amends.acts.outcome import Result
from amends.acts.promise import PromiseType
from amends.engine.judged import Judged, judged_of
from amends.engine.params import FORESIGHT_KEEPABLE, FORESIGHT_LEAST, FORESIGHT_WEEKDAY_LEAST
from amends.engine.results import Foresight
from amends.engine.state import State

DAY: Final = timedelta(days=1) // timedelta(minutes=1)
SHIFTS: Final = (15, 30, 45, 60, 90, 120)
"""Minutes by which a promise for a time of day may be put later [choice]."""
SHIFTS_OF_DAYS: Final = (DAY, 2 * DAY, 3 * DAY, 7 * DAY)
"""The same for a promise for a day [choice]."""


def foresee(state: State, by: Person, sort: PromiseType, due: Due) -> Foresight | None:
    """What speaks for or against a promise like this; None where too little, or nothing against it."""
    like = [one for one in judged_of(state, by) if _is_like(one, sort, due)]
    if len(like) < FORESIGHT_LEAST:
        return None
    kept, enough = _held(like, 0), FORESIGHT_KEEPABLE * len(like)
    same_day = [one for one in like if one.day.weekday() == due.first.day.weekday()]
    kept_same_day = _held(same_day, 0)
    if len(same_day) < FORESIGHT_WEEKDAY_LEAST or kept_same_day * len(like) >= kept * len(same_day):
        same_day, kept_same_day = [], 0
    if kept >= enough and not same_day:
        return None
    shifts = SHIFTS_OF_DAYS if due.first.is_date_only else SHIFTS
    shift = next((one for one in shifts if _held(like, one) >= max(enough, kept + 1)), None)
    return Foresight(
        count=len(like),
        kept=kept,
        weekday_count=len(same_day),
        weekday_kept=kept_same_day,
        shift=shift,
        held=_held(like, shift or 0),
        evidence=tuple(one.said.id for one in reversed(like)),
    )


def _is_like(judged: Judged, sort: PromiseType, due: Due) -> bool:
    promise = judged.promise
    return promise.type is sort and promise.due.first.is_date_only == due.first.is_date_only


def _held(judged: Sequence[Judged], shift: int) -> int:
    """How many would have been in time had they been due ``shift`` minutes later."""
    return sum(one.result is Result.KEPT or _is_within(one, shift) for one in judged)


def _is_within(judged: Judged, shift: int) -> bool:
    said = judged.said
    if isinstance(said, Breach) or said.minutes is None:
        return False
    return judged.result is Result.LATE and said.minutes <= shift
