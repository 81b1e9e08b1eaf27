"""Good ends, told calmly; and the day of something to look forward to, on which work rests."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse

from amends.people.models import Member
from tests.cast import NOW, add, begin
from tests.web.cast import page, say, send, without_tokens, write

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
PLACES = ("today", "bond", "joy", "timeline", "check-in")


@pytest.fixture
def anna() -> Member:
    return begin("Anna", now=NOW - timedelta(days=40))


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby", now=NOW - timedelta(days=40))


def repair(anna: Member, step: str = "") -> UUID:
    """A repair that Anna shared; with a step, what became of it."""
    with time_machine.travel(NOW - timedelta(minutes=40), tick=False):
        made = write(anna, "repair", name="Late for dinner", scope="shared")
    with time_machine.travel(NOW - timedelta(minutes=20), tick=False):
        if step:
            say(anna, made, "turn", step=step)
    return made


def look_forward(seat: Member, words: str, day: str, scope: str = "own") -> None:
    with time_machine.travel(NOW - timedelta(minutes=30), tick=False):
        write(seat, "looking-forward", words=words, day_of=day, scope=scope)


@pytest.fixture(autouse=True)
def _at_eight() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_mended_repair_is_told_to_both_with_something_to_do(anna: Member, toby: Member) -> None:
    made = repair(anna, "mended")
    for seat in (anna, toby):
        for shown in (page(seat, "today"), page(seat, "repair", repair=made)):
            assert "It is mended." in shown
            assert "Perhaps there is room for something that is not work" in shown
            assert "add/looking-forward/?idea=" in shown


def test_it_is_told_for_a_week_and_the_same_all_day(anna: Member, toby: Member) -> None:
    repair(anna, "mended")
    assert without_tokens(page(anna, "today")) == without_tokens(page(anna, "today"))
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        assert "Perhaps there is room" not in page(anna, "today")


@pytest.mark.parametrize("step", ["rested", "ended"])
def test_rest_and_end_are_told_as_before(anna: Member, toby: Member, step: str) -> None:
    made = repair(anna, step)
    assert "Perhaps there is room" not in page(anna, "repair", repair=made) + page(anna, "today")


def test_it_rests_with_the_other_prompts(anna: Member, toby: Member) -> None:
    """For the one who wished so; the repair still says that it is mended."""
    made = repair(anna, "mended")
    before = [without_tokens(page(toby, name)) for name in PLACES]
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    assert "Perhaps there is room" not in page(anna, "today") + page(anna, "repair", repair=made)
    assert "It is mended." in page(anna, "repair", repair=made)
    assert [without_tokens(page(toby, name)) for name in PLACES] == before


def test_a_routine_that_has_held_is_told(anna: Member, toby: Member) -> None:
    with time_machine.travel(NOW - timedelta(days=23), tick=False):
        sent = {"due_day": "2026-02-09", "due_clock": "19:00", "repeat": "weekly", "type": "be there"}
        made = write(toby, "promise", words="Home by seven", scope="shared", **sent)
    for days in (21, 14, 7, 0):
        day = NOW - timedelta(days=days)
        with time_machine.travel(day, tick=False):
            say(anna, made, "outcome", result="kept", occurrence=day.date().isoformat())
    for seat in (anna, toby):
        assert "It has held for a while now." in page(seat, "today")


def test_on_a_day_to_look_forward_to_nothing_asks_for_work(anna: Member, toby: Member) -> None:
    """One's own: suggestions rest, and what waits does; the next day they are back."""
    made = repair(anna)
    with time_machine.travel(NOW - timedelta(days=8), tick=False):
        send(anna, reverse("check-in", kwargs={"bond": anna.bond_id}), {"words": "Snow", "scope": "own"})
    before = page(anna, "today")
    assert "Late for dinner" in before
    assert "ten minutes of the week, when you like" in before
    look_forward(anna, "The lake", "2026-03-02")
    shown = page(anna, "today")
    assert "There is something to look forward to today. The rest can wait." in shown
    assert "The lake" in shown
    assert "Late for dinner" not in shown
    assert "ten minutes of the week, when you like" not in shown
    assert "Late for dinner" in page(anna, "repair", repair=made)  # and can be gone to all the same
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert "Late for dinner" in page(anna, "today")


def test_the_other_s_day_of_joy_hides_nothing_that_waits_for_me(anna: Member, toby: Member) -> None:
    """Otherwise someone could plan joy for every day so that nothing is ever answered."""
    with time_machine.travel(NOW - timedelta(minutes=40), tick=False):
        write(anna, "request", words="Ring when you leave", scope="shared")
    look_forward(anna, "The lake", "2026-03-02", "shared")
    shown = page(toby, "today")
    assert "Ring when you leave" in shown
    assert "The lake" in shown
    assert "The rest can wait" not in shown


def test_what_one_looks_forward_to_alone_changes_nothing_for_the_other(anna: Member, toby: Member) -> None:
    repair(anna)
    before = [without_tokens(page(toby, name)) for name in PLACES]
    look_forward(anna, "The lake", "2026-03-02")
    assert [without_tokens(page(toby, name)) for name in PLACES] == before


def test_one_s_weeks_are_told_in_words_to_oneself(anna: Member, toby: Member) -> None:
    with time_machine.travel(NOW - timedelta(hours=1), tick=False):
        write(anna, "hurt", words="Dinner went cold", weight="2", type="other", scope="own")
    assert "only of what is hard" in page(anna, "joy")
    assert "only of what is hard" not in page(toby, "joy")
    write(anna, "moment", words="Tea", scope="own")
    assert "as much of what is good as of what is hard" in page(anna, "joy")
    assert "Dinner went cold" in page(anna, "reading", reading="work-and-joy")
