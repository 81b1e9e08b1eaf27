"""A round from its beginning to its close."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from amends.bonds.account import erase_account
from amends.bonds.leave import leave
from amends.people.models import Member, Notice
from amends.rounds import keep
from amends.rounds.errors import Misshapen, Over, Unbegun, Why
from amends.rounds.models import Round
from amends.rounds.sums import Middle
from tests.cast import NOW
from tests.rounds.cast import WEEK, a_set, answers, begin, held, rows, seat, team, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_six_are_asked_five_answer_and_it_is_told_once_at_the_close() -> None:
    seats = team()
    begun = begin(seats[0])
    for at, one in enumerate(seats[:5]):
        keep.answer(one, begun, answers(at + 1, f"Text {at}"), NOW)
    assert keep.close_due(NOW + WEEK - timedelta(seconds=1)) == 0
    assert told(seats[0], begun, NOW) is None
    assert keep.close_due(NOW + WEEK) == 1
    found = told(seats[5], begun, NOW + WEEK)
    assert found is not None
    assert found.middles["upwards"] == Middle(2, 3, 3, 4)
    assert sorted(found.texts["words"]) == [f"Text {at}" for at in range(5)]
    assert keep.close_due(NOW + 2 * WEEK) == 0
    assert told(seats[5], begun, NOW + 2 * WEEK) == found


def test_after_the_close_neither_secret_nor_slots_are_there() -> None:
    seats = team()
    begin(seats[0])
    assert len(rows("rounds_slot")["rounds_slot"]) == 6
    keep.close_due(NOW + WEEK)
    assert Round.objects.get().secret is None
    assert rows("rounds_slot")["rounds_slot"] == []


def test_answering_again_replaces_and_nothing_takes_it_out() -> None:
    seats = team()
    begun = begin(seats[0])
    for one in seats[:5]:
        keep.answer(one, begun, answers(1), NOW)
    for one in seats[:5]:
        keep.answer(one, begun, answers(5), NOW)
    keep.answer(seats[5], begun, answers(1), NOW)
    keep.answer(seats[5], begun, {}, NOW)
    keep.close_due(NOW + WEEK)
    found = told(seats[0], begun, NOW + WEEK)
    assert found is not None
    assert set(found.middles.values()) == {Middle(5, 5, 5, 5)}


def test_all_that_someone_answered_can_be_taken_out_of_what_goes_on() -> None:
    """The others' answers stay, and nothing shows that it was done."""
    seats = team()
    begun = [begin(seats[0]), begin(seats[0], name="mistakes")]
    for one in seats:
        keep.answer(one, begun[0], answers(1 if one == seats[0] else 5), NOW)
    known = keep.rounds_of(seats[0].bond, NOW)
    keep.take_out(seats[0])
    assert keep.rounds_of(seats[0].bond, NOW) == known
    keep.close_due(NOW + WEEK)
    found = told(seats[0], begun[0], NOW + WEEK)
    assert found is not None
    assert set(found.middles.values()) == {Middle(5, 5, 5, 5)}


def test_with_an_account_its_answers_go_from_what_is_not_closed(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    seats = team()
    begun = begin(seats[0])
    for one in seats:
        keep.answer(one, begun, answers(3, f"By {one.name}"), NOW)
    assert seats[1].user is not None
    erase_account(seats[1].user, NOW, tells=False, with_shared=False)
    keep.close_due(NOW + WEEK)
    found = told(seats[0], begun, NOW + WEEK)
    assert found is not None
    assert sorted(found.texts["words"]) == sorted(f"By {one.name}" for one in seats if one != seats[1])


def test_late_strange_and_uninvited_answers_are_refused() -> None:
    seats = team()
    begun = begin(seats[0])
    later = seat(seats[0].bond, "Later")
    with pytest.raises(Over):
        keep.answer(later, begun, answers(), NOW)
    with pytest.raises(Over):
        keep.answer(team(("Other",))[0], begun, answers(), NOW)
    with pytest.raises(Over):
        keep.answer(seats[0], begun, answers(), NOW + WEEK)
    for strange in (
        {"going-wrong": 6},
        {"going-wrong": "x"},
        {"words": ""},
        {"words": "x" * 1001},
        {"who": 1},
    ):
        with pytest.raises(Misshapen):
            keep.answer(seats[0], begun, strange, NOW)


def test_fewer_than_five_are_not_asked_at_all() -> None:
    seats = team("ABCD")
    Member.objects.create(bond=seats[0].bond, name="No account", joined_at=NOW)
    with pytest.raises(Unbegun) as refused:
        begin(seats[0])
    assert refused.value.why is Why.TOO_FEW


def test_the_same_questions_come_one_round_after_the_other_with_a_rest_between() -> None:
    seats = team()
    begin(seats[0])
    with pytest.raises(Unbegun) as refused:
        begin(seats[1])
    assert refused.value.why is Why.GOES_ON
    begin(seats[1], name="credit")
    keep.close_due(NOW + WEEK)
    with pytest.raises(Unbegun) as refused:
        begin(seats[1], NOW + 2 * WEEK)
    assert refused.value.why is Why.TOO_SOON
    begin(seats[1], NOW + 5 * WEEK)


def test_who_left_without_a_word_is_still_asked_as_far_as_others_can_tell() -> None:
    seats = team()
    before = {one.id for one in keep.those_asked(seats[0].bond)}
    leave(seats[5], Notice.NEVER, NOW)
    assert {one.id for one in keep.those_asked(seats[0].bond)} == before
    leave(seats[4], Notice.NOW, NOW)
    assert {one.id for one in keep.those_asked(seats[0].bond)} == before - {seats[4].id}


def test_what_is_told_of_two_rounds_of_the_same_people_stands_side_by_side() -> None:
    seats = team()
    held(seats, [answers(2)] * 6)
    held(seats, [answers(4)] * 6, NOW + 6 * WEEK)
    later, earlier = keep.rounds_of(seats[0].bond, NOW + 7 * WEEK)
    assert later.asked_the_same(earlier)
    assert later.told is not None
    assert earlier.told is not None
    assert later.told.middles["upwards"].below > earlier.told.middles["upwards"].below


def test_a_set_that_has_gone_tells_nothing_and_still_closes() -> None:
    """Its questions were taken away by a later version."""
    seats = team()
    begun = begin(seats[0])
    for one in seats:
        keep.answer(one, begun, answers(), NOW)
    Round.objects.update(questions="gone")
    assert keep.close_due(NOW + WEEK) == 1
    assert told(seats[0], begun, NOW + WEEK) is None


def test_nobody_of_another_bond_finds_it() -> None:
    seats, others = team(), team(("Other",))
    begun = begin(seats[0])
    assert keep.find(others[0].bond, begun, NOW) is None
    assert keep.rounds_of(others[0].bond, NOW) == []
    assert a_set().id == keep.rounds_of(seats[0].bond, NOW)[0].questions


@pytest.mark.django_db(transaction=True)
def test_of_all_who_answer_at_once_nobody_is_lost() -> None:
    seats = team()
    begun = begin(seats[0])

    def send(one: Member) -> None:
        try:
            for step in (1, 5):
                keep.answer(one, begun, answers(step, f"By {one.name}"), NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(seats)) as pool:
        list(pool.map(send, seats))
    keep.close_due(NOW + WEEK)
    found = told(seats[0], begun, NOW + WEEK)
    assert found is not None
    assert len(found.texts["words"]) == len(seats)
    assert set(found.middles.values()) == {Middle(5, 5, 5, 5)}
