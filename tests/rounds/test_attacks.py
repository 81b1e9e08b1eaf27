"""What someone would try who wants to know what one person answered, and what they get: nothing."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, models

from amends.bonds.leave import leave
from amends.people.models import Bond, Member, Notice
from amends.rounds import keep
from amends.rounds.models import Round, Slot
from amends.rounds.sums import FEWEST
from tests.cast import NOW
from tests.rounds.cast import WEEK, answers, begin, held, rows, seat, team, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
AGAIN = NOW + 8 * WEEK
"""When the same questions may be asked once more."""


def left(table: list[tuple[object, ...]]) -> list[str]:
    """What lies in a table, without the random name of a round."""
    return [re.sub(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", "-", str(row)) for row in table]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_four_answers_leave_exactly_what_none_leave(count: int) -> None:
    """In the database too, once it has closed; and what is told is nothing."""
    seats = team()
    assert held(seats, [answers(words="A text")] * count) is None
    with_some = left(rows("rounds_round")["rounds_round"])
    Round.objects.all().delete()
    assert held(seats, []) is None
    assert left(rows("rounds_round")["rounds_round"]) == with_some


def test_before_the_close_answers_change_nothing_but_the_slots() -> None:
    seats = team()
    begun = begin(seats[0])
    known = keep.find(seats[0].bond, begun, NOW)
    before = rows("rounds_round", "people_member", "people_user", "people_bond", "ledger_entry")
    for one in seats:
        keep.answer(one, begun, answers(), NOW)
    assert rows("rounds_round", "people_member", "people_user", "people_bond", "ledger_entry") == before
    assert keep.find(seats[0].bond, begun, NOW) == known


def test_leaving_then_subtracting() -> None:
    """All but one are asked again: the second is never told, however often it is tried for half a year."""
    seats = team()
    assert held(seats, [answers(5)] * 5 + [answers(1)]) is not None
    leave(seats[5], Notice.NOW, NOW)
    for weeks in (8, 16, 24):
        assert held(seats[:5], [answers(5)] * 5, NOW + weeks * WEEK) is None
    assert held(seats[:5], [answers(5)] * 5, NOW + 32 * WEEK) is not None


def test_joining_then_subtracting() -> None:
    seats = team("ABCDE")
    assert held(seats, [answers(5)] * 5) is not None
    seats.append(seat(seats[0].bond, "New"))
    assert held(seats, [answers(5)] * 5 + [answers(1)], AGAIN) is None


def test_one_for_another_then_subtracting() -> None:
    seats = team()
    assert held(seats, [answers(5)] * 6) is not None
    leave(seats[5], Notice.NOW, NOW)
    changed = [*seats[:5], seat(seats[0].bond, "New")]
    assert held(changed, [answers(5)] * 6, AGAIN) is None


def test_a_round_between_that_nobody_answers_does_not_help() -> None:
    """The next is compared with what was told, not only with what came last."""
    seats = team()
    assert held(seats, [answers(5)] * 6) is not None
    leave(seats[5], Notice.NOW, NOW)
    assert held(seats[:5], [], AGAIN) is None
    assert held(seats[:5], [answers(5)] * 5, AGAIN + 6 * WEEK) is None


def test_where_five_or_more_changed_it_is_told() -> None:
    seats = team("ABCDE")
    assert held(seats, [answers(5)] * 5) is not None
    seats += [seat(seats[0].bond, name) for name in "FGHIJ"]
    assert held(seats, [answers(5)] * 10, AGAIN) is not None


def test_asking_the_same_people_in_another_bond() -> None:
    """All but one of a team in a second team: looks as if too few had answered."""
    seats = team()
    assert held(seats, [answers(5)] * 6) is not None
    second = _second_team(seats[:5])
    begun = begin(second[0], AGAIN)
    for one in second:
        keep.answer(one, begun, answers(5), AGAIN)
    known = keep.find(second[0].bond, begun, AGAIN)
    assert known is not None
    assert not known.is_withheld
    keep.close_due(AGAIN + WEEK)
    assert told(second[0], begun, AGAIN + WEEK) is None


def test_two_bonds_that_close_at_once_are_not_both_told_of() -> None:
    seats = team()
    second = _second_team(seats[:5])
    rounds = [(group, begin(group[0])) for group in (seats, second)]
    for group, begun in rounds:
        for one in group:
            keep.answer(one, begun, answers(5), NOW)
    assert keep.close_due(NOW + WEEK) == 2
    assert [told(group[0], begun, NOW + WEEK) is None for group, begun in rounds].count(True) == 1


@pytest.mark.parametrize("seed", range(6))
def test_however_people_come_and_go_no_two_results_can_be_subtracted(seed: int) -> None:
    """Two teams with people in common, a year and a half of random changes and rounds in each."""
    chance = random.Random(seed)  # noqa: S311  # the same people come and go each time
    teams = [team("ABCDEFGH"), []]
    teams[1] = _second_team(teams[0][:6])
    told_of: list[tuple[datetime, frozenset[UUID]]] = []
    for week in range(0, 78, 5):
        now = NOW + week * WEEK
        for at, seats in enumerate(teams):
            for change in range(chance.choice((0, 0, 1, 2, 6))):
                if chance.random() < 0.5 and len(seats) > 5:
                    leave(seats.pop(chance.randrange(len(seats))), Notice.NOW, now)
                else:
                    seats.append(seat(seats[0].bond, f"{at} {week} {change}", now))
            found = held(seats, [answers(3)] * len(seats), now)
            if found is not None:
                told_of.append((now + WEEK, frozenset(one.user_id for one in seats if one.user_id)))
    near = [
        len(asked ^ other)
        for (at, asked), (then, other) in combinations(told_of, 2)
        if abs(at - then) < keep.REMEMBERED
    ]
    assert told_of
    assert [count for count in near if 0 < count < FEWEST] == []


def test_answering_in_a_known_order() -> None:
    """Texts do not stand in the order in which they came; all eight alike by chance: once in 10^20."""
    orders = set()
    for _time in range(8):
        found = held(team(), [answers(words=f"Text {at}") for at in range(6)])
        assert found is not None
        orders.add(found.texts["words"])
    assert len(orders) > 1


def test_what_one_person_answered_to_two_questions_does_not_stand_together() -> None:
    seats = team()
    held(seats, [answers(at % 5 + 1, f"Text {at}") for at in range(6)])
    spelled = json.loads(Round.objects.get().told)
    assert set(spelled) == {"at_least", "middles", "texts"}
    assert all(set(one) == {"low", "below", "above", "high"} for one in spelled["middles"].values())


def test_no_column_has_room_for_an_author_a_time_or_a_count() -> None:
    slots = {field.name: field for field in Slot._meta.get_fields()}
    assert set(slots) == {"number", "round", "body"}
    dates = [
        field.name
        for model in (Round, Slot)
        for field in model._meta.get_fields()
        if isinstance(field, (models.DateField, models.TimeField, models.AutoField))
    ]
    assert dates == ["closes_at"]


def test_the_rows_own_order_tells_nothing_of_people() -> None:
    """Slots lie in the order of their numbers: made at once, before anyone answered, and never moved."""
    seats = team()
    begun = begin(seats[0])
    made = [row[0] for row in rows("rounds_slot")["rounds_slot"]]
    assert made == sorted(str(number) for number in made)
    for one in reversed(seats):
        keep.answer(one, begun, answers(), NOW)
    assert [row[0] for row in rows("rounds_slot")["rounds_slot"]] == made
    assert _sequence_of("rounds_slot") is None


def test_the_number_of_a_slot_is_not_found_without_the_secret() -> None:
    """The same people have other numbers in each round."""
    seats = team()
    begin(seats[0])
    first = {row[0] for row in rows("rounds_slot")["rounds_slot"]}
    begin(seats[0], name="credit")
    both = {row[0] for row in rows("rounds_slot")["rounds_slot"]}
    assert len(both) == 12
    assert not first & {one.hex for one in (seat.id for seat in seats)}


@pytest.mark.django_db(transaction=True)
def test_after_the_close_the_database_file_holds_no_slot_and_no_secret() -> None:
    """Not in a free page either: what is told stands there once, and nothing of how it came."""
    if connection.vendor != "sqlite":
        pytest.skip("a file of SQLite is read here")
    seats = team()
    begun = begin(seats[0])
    given = [answers(at % 5 + 1, f"canary-{at} " + "words " * 150) for at in range(6)]
    for one, said in zip(seats, given, strict=True):
        keep.answer(one, begun, answers(2, "canary-before " + "drafts " * 140), NOW)
        keep.answer(one, begun, said, NOW)
    secret = bytes(Round.objects.get().secret or b"")
    numbers = [str(row[0]) for row in rows("rounds_slot")["rounds_slot"]]
    assert secret in _file()
    keep.close_due(NOW + WEEK)
    content = _file()
    assert secret not in content
    assert b"canary-before" not in content
    assert [number for number in numbers if number.encode() in content] == []
    assert [content.count(f"canary-{at} ".encode()) for at in range(6)] == [1] * 6


def _file() -> bytes:
    path = Path(str(connection.settings_dict["NAME"]))
    if (path.parent / f"{path.name}-wal").exists():
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def _sequence_of(table: str) -> Any:
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        return cursor.fetchone()


def _second_team(seats: list[Member]) -> list[Member]:
    """The same accounts in another bond."""
    other = Bond.objects.create(title="Second desk", setting="team", zone="UTC")
    return [
        Member.objects.create(bond=other, user=one.user, name=one.name, joined_at=NOW + timedelta(days=1))
        for one in seats
    ]
