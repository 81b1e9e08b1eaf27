"""Ideas for something to enjoy: what the file must hold, what fits, and what is said among whom."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.practices.joy import (
    OF_SETTING,
    BadIdea,
    Money,
    Novelty,
    Place,
    Time,
    Who,
    Wish,
    find,
    ideas,
    on,
    read_ideas,
)

PLAIN: dict[str, Any] = {
    "id": "kite",
    "says": "Fly a kite.",
    "team": "Fly a kite at noon.",
    "time": "hour",
    "money": "little",
    "place": ["outside"],
    "who": ["two", "team"],
    "novelty": "new",
}
CHILDREN = ("child", "children", "kid", "kids", "son", "daughter", "baby")
ASSUMED = (
    "wine",
    "beer",
    "pub",
    "church",
    "pray",
    "husband",
    "wife",
    "boyfriend",
    "girlfriend",
    "jog",
    "sexy",
)


def test_there_are_enough_for_everyone() -> None:
    """At least 120, of every sort in each of its words, and plenty in each setting."""
    known = ideas("en", "couple")
    assert len(known) >= 120
    for setting, who in OF_SETTING.items():
        assert len(find(ideas("en", setting), Wish(who=who))) >= 50
    for sort, values in ((Time, "time"), (Money, "money"), (Novelty, "novelty")):
        assert {getattr(one, values) for one in known} == set(sort)
    assert {place for one in known for place in one.place} == set(Place)
    assert len({one.says for one in known}) == len(known)


@pytest.mark.parametrize("setting", OF_SETTING)
def test_nothing_is_taken_for_granted(setting: str) -> None:
    """No child takes part; no drink, faith, gender or fitness is assumed."""
    words = {word.strip(".,:;").lower() for one in ideas("en", setting) for word in one.says.split()}
    assert not words & {*CHILDREN, *ASSUMED}


@pytest.mark.parametrize("setting", ["friends", "family", "team"])
def test_among_several_nothing_speaks_of_both(setting: str) -> None:
    for one in find(ideas("en", setting), Wish(who=OF_SETTING[setting])):
        assert " both " not in one.says, one.id
        assert "the other " not in one.says, one.id


def test_it_speaks_in_the_words_of_its_setting() -> None:
    assert [one.says for one in read_ideas({"ideas": [PLAIN]}, "team")] == ["Fly a kite at noon."]
    assert [one.says for one in read_ideas({"ideas": [PLAIN]}, "couple")] == ["Fly a kite."]
    assert ideas("xx", "couple") == ideas("en", "couple")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"time": "weeks"}, "kite: time: one of minutes, hour, evening, day is expected"),
        ({"time": ["hour"]}, "kite: time: str is expected"),
        ({"place": []}, "kite: place: each once, at least one"),
        ({"place": ["home", "home"]}, "kite: place: each once, at least one"),
        ({"place": [["home"]]}, "kite: place: one of"),
        ({"who": ["kids"]}, "kite: who: one of two, friends, family, team is expected"),
        ({"family": "Fly one."}, "kite: family: “who” does not name them"),
        ({"says": ""}, "kite: says: from 1 to"),
        ({"says": "x" * 400}, "kite: says: from 1 to"),
        ({"id": "Kite 1"}, "id: a plain word of its own is expected"),
        ({"colour": "red"}, "kite: colour: nothing is known by this name"),
    ],
)
def test_what_is_wrong_is_said_with_its_idea(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadIdea) as refused:
        read_ideas({"ideas": [PLAIN | change]}, "couple")
    assert said in str(refused.value)


@pytest.mark.parametrize("key", ["id", "says", "time", "money", "place", "who", "novelty"])
def test_what_is_missing_is_said(key: str) -> None:
    plain = deepcopy(PLAIN)
    del plain[key]
    with pytest.raises(BadIdea, match=r"is expected|this is missing"):
        read_ideas({"ideas": [plain]}, "couple")


def test_a_word_is_used_once() -> None:
    with pytest.raises(BadIdea, match="taken by another"):
        read_ideas({"ideas": [PLAIN, PLAIN]}, "couple")


WISHES = st.builds(
    Wish,
    time=st.none() | st.sampled_from(Time),
    money=st.none() | st.sampled_from(Money),
    place=st.none() | st.sampled_from(Place),
    who=st.none() | st.sampled_from(Who),
    novelty=st.none() | st.sampled_from(Novelty),
)


@given(WISHES)
def test_what_is_found_fits_and_what_fits_is_found(wish: Wish) -> None:
    """With more time and money nothing is lost; an idea laid aside is never found."""
    known = ideas("en", "friends")
    found = find(known, wish)
    assert {one.id for one in found} == {one.id for one in known if wish.fits(one)}
    assert [one for one in found if wish.place and wish.place not in one.place] == []
    open_wish = Wish(place=wish.place, who=wish.who, novelty=wish.novelty)
    assert {one.id for one in found} <= {one.id for one in find(known, open_wish)}
    assert [one for one in find(known, wish, frozenset({"dawn"})) if one.id == "dawn"] == []


def test_the_newer_come_first() -> None:
    found = [one.novelty for one in find(ideas("en", "couple"), Wish())]
    assert found == sorted(found, key=[Novelty.BOLD, Novelty.NEW, Novelty.KNOWN].index)


def test_one_idea_a_day_stays_the_same_that_day() -> None:
    known = list(ideas("en", "couple"))
    assert on(known, "2026-03-02 late") == on(known[::-1], "2026-03-02 late")
    assert len({on(known, f"2026-03-{day:02}").id for day in range(1, 29)}) > 20  # type: ignore[union-attr]
    assert on([], "2026-03-02") is None
