"""Self-ratings of trust in a table: what is known before each, and in which order.

Nothing of a later row enters an earlier one. Of each subject's ratings all are shown after they were
predicted, or only the first and every so-many-th one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isnan, nan
from typing import Any

from amends.evaluate.tables import BadTable, Columns, Row, by_subject


@dataclass(frozen=True)
class Task:
    """What is to be predicted and what may be looked at.

    Attributes:
        columns: the table's; the outcome is the rating.
        target: the column that says whom a rating is about; empty where all are about one.
        acts: columns with what happened, known before the rating of the same row.
        previous: columns that are known from the next row on.
        every: of each subject the first and every so-many-th rating is shown; 1 for all.
    """

    columns: Columns
    target: str
    acts: tuple[str, ...]
    previous: tuple[str, ...]
    every: int

    @property
    def numbers(self) -> tuple[str, ...]:
        """Numeric columns other than acts."""
        aside = {*self.acts, *self.previous}
        return tuple(name for name in self.columns.numeric if name not in aside)

    @property
    def categories(self) -> tuple[str, ...]:
        """Categorical columns other than the target."""
        return tuple(name for name in self.columns.categorical if name != self.target)

    def without_acts(self) -> Task:
        """The same with nothing but ratings and what kind of occasion it was."""
        return replace(self, columns=replace(self.columns, numeric=self.numbers), acts=(), previous=())


def task_of(name: str, plain: dict[str, Any], *, sparse: bool) -> Task:
    """The task that a set of the file of columns sets.

    Raises:
        BadTable: it does not name what is needed.
    """
    try:
        acts = tuple(plain.get("acts", ()))
        previous = tuple(plain.get("acts_of_previous_row", ()))
        target = plain.get("target", "")
        columns = Columns(
            name=name,
            subject=plain["subject"],
            order=plain["order"][0],
            outcome=plain["rating"],
            numeric=(*plain.get("numeric", ()), *acts, *previous),
            categorical=(*plain.get("categorical", ()), *((target,) if target else ())),
        )
        return Task(columns, target, acts, previous, int(plain["sparse_every"]) if sparse else 1)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise BadTable(f"the columns of {name} say nothing of {error}") from None


@dataclass(frozen=True)
class Occasion:
    """One row as its subject comes to it.

    Attributes:
        place: its place in the table.
        number: how many rows of its subject came before.
        acts: what happened, and what was known from the row before.
        shown: the places of the ratings that have been shown.
    """

    place: int
    number: int
    acts: tuple[float, ...]
    shown: tuple[int, ...]


def occasions(rows: Sequence[Row], task: Task) -> Iterator[list[Occasion]]:
    """Each subject's rows in order, with what has been shown before each."""
    for places in by_subject(rows):
        shown: list[int] = []
        found = []
        for number, place in enumerate(places):
            before = rows[places[number - 1]].numbers if number else {}
            acts = (
                *(rows[place].numbers[name] for name in task.acts),
                *(before.get(name, nan) for name in task.previous),
            )
            found.append(Occasion(place, number, acts, tuple(shown)))
            if number % task.every == 0 and not isnan(rows[place].numbers[task.columns.outcome]):
                shown.append(place)
        yield found


def ratings_of(rows: Sequence[Row], task: Task) -> list[float]:
    """The ratings, between 0 and 1.

    Raises:
        BadTable: one lies outside.
    """
    found = [row.numbers[task.columns.outcome] for row in rows]
    for row, rating in zip(rows, found, strict=True):
        if not isnan(rating) and not 0 <= rating <= 1:
            raise BadTable(f"row {row.line}: {task.columns.outcome} is {rating:g}, and must be from 0 to 1")
    return found
