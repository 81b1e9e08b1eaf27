"""What is told of answers, and that the rest is not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.rounds.questions import BadSet, Sort, question_set, question_sets, read_set
from amends.rounds.sums import FEWEST, Answers, Middle, read, spell, tell, tells_too_much
from tests.rounds.cast import a_set

STEPS = st.integers(1, 5)


def of(*steps: int) -> list[Answers]:
    return [{"going-wrong": step} for step in steps]


def middle(*steps: int) -> Middle:
    told = tell(a_set(), of(*steps), random.shuffle)
    assert told is not None
    return told.middles["going-wrong"]


@given(st.lists(st.dictionaries(st.just("going-wrong"), STEPS, min_size=1), max_size=FEWEST - 1))
def test_of_fewer_than_five_nothing_is_told(given: list[Answers]) -> None:
    assert tell(a_set(), given, random.shuffle) is None


@given(st.lists(STEPS, min_size=FEWEST, max_size=30), st.data())
def test_the_lowest_and_the_highest_answer_show_nowhere(steps: list[int], data: st.DataObject) -> None:
    """Whoever answered lowest could have gone lower still, and nobody would see it; so at the other end."""
    ordered = sorted(steps)
    lowest, highest = data.draw(st.integers(1, ordered[0])), data.draw(st.integers(ordered[-1], 5))
    assert middle(lowest, *ordered[1:-1], highest) == middle(*steps)


def test_half_of_the_answers_lie_between_the_quartiles() -> None:
    assert middle(1, 2, 3, 4, 5) == Middle(2, 3, 3, 4)
    assert middle(1, 2, 2, 4, 5, 5) == Middle(2, 2, 4, 5)


@given(st.lists(STEPS, min_size=FEWEST, max_size=12))
def test_the_order_of_answers_changes_nothing(steps: list[int]) -> None:
    assert middle(*steps) == middle(*sorted(steps))


def test_a_question_that_four_answered_looks_like_one_that_nobody_did() -> None:
    """Also where everyone answered the others."""
    base = of(1, 2, 3, 4, 5)
    some = [one | ({"words": f"text {at}"} if at < 4 else {}) for at, one in enumerate(base)]
    assert tell(a_set(), some, random.shuffle) == tell(a_set(), base, random.shuffle)


def test_how_many_answered_is_told_in_steps() -> None:
    """Nobody can find out whether all did."""
    assert len({spell(tell(a_set(), of(*[3] * count), random.shuffle)) for count in range(5, 10)}) == 1


def test_what_is_told_comes_back_as_it_was() -> None:
    told = tell(a_set(), [one | {"words": "é"} for one in of(1, 2, 3, 4, 5)], random.shuffle)
    assert read(spell(told)) == told
    assert read(spell(None)) is None


@pytest.mark.parametrize(
    ("asked", "before", "too_much"),
    [
        ("abcdef", "abcdef", False),
        ("abcde", "abcdef", True),
        ("abcdefg", "abcdef", True),
        ("abcdeg", "abcdef", True),
        ("abcdefghij", "abcdef", True),
        ("abcdefghijk", "abcdef", False),
        ("ghijkl", "abcdef", False),
    ],
)
def test_nearly_the_same_people_tell_too_much(asked: str, before: str, too_much: bool) -> None:
    assert tells_too_much(frozenset(asked), [frozenset(before)]) is too_much


def test_every_set_asks_in_five_steps_and_in_words() -> None:
    found = question_sets("en-gb")
    assert [one.id for one in found] == ["speaking-up", "mistakes", "asking-for-help", "credit"]
    for one in found:
        assert len(one.scale) == 5
        assert {question.sort for question in one.questions} == set(Sort)


def test_a_set_that_is_not_translated_is_asked_in_english() -> None:
    assert question_set("credit", "de") == question_set("credit", "en")
    assert question_set("made-up", "en") is None


def test_a_set_without_what_it_needs_is_refused() -> None:
    whole = {
        "version": 1,
        "title": "A",
        "aim": "B",
        "scale": list("abcde"),
        "questions": [{"id": "one", "asks": "?"}],
    }
    assert read_set("x", whole).questions[0].sort is Sort.SCALE
    for broken in (
        whole | {"scale": ["a"]},
        whole | {"titel": "A"},
        {key: value for key, value in whole.items() if key != "aim"},
        whole | {"questions": [{"id": "one", "asks": "?"}] * 2},
        whole | {"questions": [{"id": "one", "asks": "?", "sort": "picture"}]},
    ):
        with pytest.raises(BadSet):
            read_set("x", broken)
