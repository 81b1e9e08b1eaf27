"""Good moments beside hard ones, week by week; a record, never a target."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from amends.acts.base import Act, Person
from amends.acts.breach import Breach
from amends.acts.moment import Moment
from amends.engine.fold import State
from amends.engine.params import BALANCE_WEEKS
from amends.engine.results import Balance, BalanceWeek


def balance(state: State, viewer: Person, as_of: datetime) -> Balance:
    """The last twelve weeks, Monday to Sunday as the acts' own calendars say."""
    latest = _monday(as_of.date())
    weeks = [latest - timedelta(weeks=number) for number in range(BALANCE_WEEKS - 1, -1, -1)]
    good = Counter(_week(one) for one in state.of_kind(Moment) if viewer in (one.author, *one.affected))
    hard = Counter(_week(one) for one in state.of_kind(Breach) if viewer in one.affected)
    return Balance(
        good=sum(good[week] for week in weeks),
        hard=sum(hard[week] for week in weeks),
        weeks=tuple(BalanceWeek(week, good[week], hard[week]) for week in weeks),
    )


def _week(act: Act) -> date:
    return _monday(act.occurred.day)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
