"""Good moments beside hard ones, week by week: a record, never a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.journal import Day, Journal
from amends.acts.moment import Moment
from amends.acts.when import FURTHEST
from amends.engine.conduct import hurts_of
from amends.engine.params import BALANCE_WEEKS
from amends.engine.results import Balance, BalanceWeek, JournalWeek
from amends.engine.state import State
from amends.engine.weeks import monday, mondays


def read_balance(state: State, viewer: Person, as_of: datetime) -> Balance:
    """The good moments that the viewer was part of and what hurt the viewer, on the days as said."""
    today = as_of.date()
    first = monday(today) - timedelta(weeks=BALANCE_WEEKS - 1)
    since = datetime.combine(first, time.min, UTC) - FURTHEST
    moments = state.recent(Moment, since)
    good = _by_week(act for act in moments if viewer in (act.author, act.by, *act.affected))
    hard = _by_week(breach for breach, _effect in hurts_of(state, viewer, state.recent(Breach, since)))
    weeks = tuple(BalanceWeek(week, good[week], hard[week]) for week in mondays(first, today))
    return Balance(sum(week.good for week in weeks), sum(week.hard for week in weeks), weeks)


def read_days(state: State, viewer: Person, as_of: datetime) -> tuple[JournalWeek, ...]:
    """What sort of days the viewer noted, week by week; of several lines on one day the last says which."""
    today = as_of.date()
    first = monday(today) - timedelta(weeks=BALANCE_WEEKS - 1)
    sorts = {act.occurred.day: act.day for act in state.all(Journal) if act.author == viewer}
    noted = Counter((monday(day), sort) for day, sort in sorts.items() if first <= day <= today)
    return tuple(
        JournalWeek(week, noted[week, Day.GOOD], noted[week, Day.HARD], noted[week, Day.NEUTRAL])
        for week in mondays(first, today)
    )


def _by_week(acts: Iterable[Act]) -> Counter[date]:
    return Counter(monday(act.occurred.day) for act in acts)
