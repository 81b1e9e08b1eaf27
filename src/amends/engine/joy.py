"""What there is to be glad of, and whether joy has its days beside work. For the viewer alone.

Neither is a score: a good end is told once, and a week is told in words, by days on which
anything of a sort was written down, so that writing more of it on one day changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Final

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Answer
from amends.acts.apology import Apology
from amends.acts.aside import Aside
from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.keepsake import Keepsake
from amends.acts.looking_forward import LookingForward
from amends.acts.moment import Moment
from amends.acts.outcome import SETTLES, Result
from amends.acts.promise import Promise
from amends.acts.recognition import Recognition
from amends.acts.repair_map import RepairMap
from amends.acts.response import Response
from amends.acts.session import Contribution, Session
from amends.acts.settlement import Settlement
from amends.acts.understanding import Understanding
from amends.acts.wave import Wave
from amends.acts.when import FURTHEST
from amends.engine.params import GLAD_DAYS, HELD_DAYS, HELD_TIMES, LEAN_WEEKS
from amends.engine.repairs import read_repairs
from amends.engine.results import GoodEnd, Lean, LeanWeek, Occurrence, Pace, PromiseState, Push, Stage
from amends.engine.state import State
from amends.engine.weeks import monday, mondays

WORK: Final[tuple[type[Act], ...]] = (
    *(Amends, Answer, Apology, Aside, Breach, Completion, Contribution, RepairMap, Response),
    *(Session, Settlement, Understanding, Wave),
)
"""What is written down about what is hard."""
JOY: Final[tuple[type[Act], ...]] = (Keepsake, LookingForward, Moment, Recognition)
"""What is written down about what is good."""


def read_good_ends(
    state: State, viewer: Person, promises: Iterable[PromiseState], as_of: datetime
) -> tuple[GoodEnd, ...]:
    """The viewer's repairs that were called mended within the week, and routines that came to hold in it.

    Args:
        state: the fold's state.
        viewer: whose good ends.
        promises: as `read_promises` gives them for the viewer, open ones first.
        as_of: when, aware, in the viewer's zone.
    """
    found = (*_mended(state, viewer), *_held(state, promises))
    today = as_of.date()
    lately = (end for end in found if timedelta(0) <= today - end.day < GLAD_DAYS * _DAY)
    return tuple(sorted(lately, key=lambda end: (end.day, end.of.int), reverse=True))


def read_lean(state: State, viewer: Person, as_of: datetime) -> tuple[LeanWeek, ...]:
    """Which way each of the last weeks leant, for what the viewer wrote, the latest first."""
    today = as_of.date()
    first = monday(today) - timedelta(weeks=LEAN_WEEKS - 1)
    work, joy = list(_work(state, viewer, first)), list(_joy(state, viewer, first))
    return tuple(_week(week, work, joy, today) for week in reversed(list(mondays(first, today))))


def _mended(state: State, viewer: Person) -> Iterator[GoodEnd]:
    for repair in read_repairs(state):
        turn = dict(repair.reached).get(Stage.MENDED)
        if (
            turn is not None
            and repair.pace is Pace.MENDED
            and not repair.is_alone
            and viewer in repair.between
        ):
            yield GoodEnd(
                repair.repair, state.acts[turn].occurred.day, is_repair=True, evidence=(Push(turn, 1.0),)
            )


def _held(state: State, promises: Iterable[PromiseState]) -> Iterator[GoodEnd]:
    """Promises that repeat, from the day on which all was kept for long enough since anything was not."""
    for promise in takewhile(lambda one: one.open, promises):
        made = state.find(promise.promise, Promise)
        if made is None or not made.due.repeats:
            continue
        kept = _kept_since(promise)
        long_enough = (
            one
            for number, one in enumerate(kept, start=1)
            if number >= HELD_TIMES and one.day - kept[0].day >= HELD_DAYS * _DAY
        )
        held = next(long_enough, None)
        if held is not None:
            evidence = tuple(Push(one.views[-1].act, 1.0) for one in reversed(kept) if one.views)
            yield GoodEnd(promise.promise, held.day, is_repair=False, evidence=evidence)


def _kept_since(promise: PromiseState) -> list[Occurrence]:
    """The times it was kept since it last was not, oldest first; what nobody judged counts neither way."""
    kept: list[Occurrence] = []
    for one in promise.past:
        if one.result is Result.KEPT:
            kept.append(one)
        elif one.result in SETTLES:
            kept.clear()
    return kept


def _work(state: State, viewer: Person, first: date) -> Iterator[tuple[date, Act]]:
    return ((act.occurred.day, act) for act in _by(state, viewer, WORK, first))


def _joy(state: State, viewer: Person, first: date) -> Iterator[tuple[date, Act]]:
    """What is looked forward to has its day where that has come, too."""
    for act in _by(state, viewer, JOY, first):
        yield act.occurred.day, act
    for ahead in state.all(LookingForward):
        is_for_viewer = not ahead.affected or viewer in (ahead.author, *ahead.affected)
        if is_for_viewer and ahead.day is not None and ahead.day >= first:
            yield ahead.day, ahead


def _by(state: State, viewer: Person, kinds: Iterable[type[Act]], first: date) -> Iterator[Act]:
    since = datetime.combine(first, time.min, UTC) - FURTHEST
    acts = (act for kind in kinds for act in state.recent(kind, since))
    return (act for act in acts if act.author == viewer and act.occurred.day >= first)


def _week(
    week: date, work: Iterable[tuple[date, Act]], joy: Iterable[tuple[date, Act]], today: date
) -> LeanWeek:
    work = [(day, act) for day, act in work if monday(day) == week]
    joy = [(day, act) for day, act in joy if monday(day) == week and day <= today]
    of_work, of_joy = len({day for day, _act in work}), len({day for day, _act in joy})
    both = sorted([*((act, -1.0) for _day, act in work), *((act, 1.0) for _day, act in joy)], key=_latest)
    evidence = {act.id: Push(act.id, amount) for act, amount in both}
    return LeanWeek(week, _lean(of_work, of_joy), tuple(evidence.values()))


def _latest(one: tuple[Act, float]) -> tuple[float, int]:
    return -one[0].occurred.utc.timestamp(), one[0].id.int


def _lean(work: int, joy: int) -> Lean:
    if not work and not joy:
        return Lean.NOTHING
    if not work or not joy:
        return Lean.JOY if joy else Lean.WORK
    if work == joy:
        return Lean.EVEN
    return Lean.MORE_WORK if work > joy else Lean.MORE_JOY


_DAY: Final = timedelta(days=1)
