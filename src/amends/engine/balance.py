"""Good moments beside hard ones, week by week: a record, never a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from amends.acts.base import Act, Person
from amends.acts.moment import Moment
from amends.engine.conduct import hurts_of
from amends.engine.params import BALANCE_WEEKS
from amends.engine.results import Balance, BalanceWeek
from amends.engine.state import State
from amends.engine.weeks import monday, mondays


def read_balance(state: State, viewer: Person, as_of: datetime) -> Balance:
    """The good moments that the viewer was part of and what hurt the viewer, on the days as said."""
    good = _by_week(act for act in state.all(Moment) if viewer in (act.author, act.by, *act.affected))
    hard = _by_week(hurts_of(state, viewer))
    today = as_of.date()
    weeks = tuple(
        BalanceWeek(week, good[week], hard[week])
        for week in mondays(today - timedelta(weeks=BALANCE_WEEKS - 1), today)
    )
    return Balance(sum(week.good for week in weeks), sum(week.hard for week in weeks), weeks)


def _by_week(acts: Iterable[Act]) -> Counter[date]:
    return Counter(monday(act.occurred.day) for act in acts)
