"""The step machine: no order of two people's actions loses text, shows a draft, or sticks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Person
from amends.acts.due import Due
from amends.acts.session import Contribution
from amends.acts.when import When
from amends.practices.content import SETTINGS, BadScript, practice, practices, read_script
from amends.practices.script import DONE, PASS, Place, Script, Step, Who, walk

ANNA, TOBY = Person("Anna"), Person("Toby")
BOTH = (ANNA, TOBY)
SESSION = uuid4()
START = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
ALL = [one for setting in SETTINGS for one in practices("en-gb", setting)]


def said(author: Person, step: str, *, words: str = "", minute: int = 0, **more: Any) -> Contribution:
    """One contribution."""
    at = START + timedelta(minutes=minute)
    return Contribution(
        id=uuid4(),
        author=author,
        by=author,
        occurred=When.received(at, "UTC"),
        recorded_at=at,
        session=SESSION,
        step=step,
        words=words or ("" if more.get("choice") else "Words."),
        **more,
    )


def talk() -> Script:
    """The conversation for two."""
    found = practice("talk", "en-gb", "couple")
    assert found is not None
    return found


def place_after(*contributions: Contribution, viewer: Person = ANNA) -> Place:
    """Where the talk stands."""
    return walk(talk(), BOTH, contributions, viewer)


def step_name(place: Place) -> str:
    """What the viewer is asked."""
    return place.step.id if place.step else ""


def test_a_talk_goes_from_one_to_the_other() -> None:
    """It waits for the listener first; what is said is heard back before it is answered."""
    assert step_name(place_after()) == ""
    assert step_name(place_after(viewer=TOBY)) == "ready"
    begun = [said(TOBY, "ready", choice="ready"), said(ANNA, "say")]
    assert step_name(place_after(*begun, viewer=TOBY)) == "hear"
    begun.append(said(TOBY, "hear"))
    assert step_name(place_after(*begun)) == "confirm"
    again = place_after(*begun, said(ANNA, "confirm", choice="not-quite"), viewer=TOBY)
    assert (step_name(again), again.round) == ("hear", 1)


def test_after_the_swap_the_other_speaks() -> None:
    """Whoever listened becomes the speaker, and the round is a new one."""
    swapped = [
        said(TOBY, "ready", choice="ready"),
        said(ANNA, "say"),
        said(TOBY, "hear"),
        said(ANNA, "confirm", choice="that-is-it"),
        said(ANNA, "more", choice="all"),
        said(TOBY, "turn", choice="my-turn"),
    ]
    place = place_after(*swapped, viewer=TOBY)
    assert (step_name(place), place.speaker, place.round) == ("say", TOBY, 1)


def test_in_a_circle_everyone_speaks_once_and_hears_everyone() -> None:
    """Whoever passes has had their turn too; once all have, it goes on to what each could do."""
    circle = practice("circle", "en-gb", "friends")
    assert circle is not None
    jo = Person("Jo")
    people = (ANNA, TOBY, jo)
    done = [said(one, "here", choice="here") for one in people]
    assert walk(circle, people, done, ANNA).speaker == ANNA
    done += [said(ANNA, "say"), said(TOBY, "hear"), said(jo, "hear", choice=PASS)]
    done.append(said(ANNA, "missed", choice="next"))
    place = walk(circle, people, done, TOBY)
    assert (step_name(place), place.speaker, place.round) == ("say", TOBY, 1)
    done.append(said(TOBY, "say", choice="pass-turn", round=1))
    assert walk(circle, people, done, jo).speaker == jo
    done += [said(jo, "say", round=2), *(said(one, "hear", choice=PASS, round=2) for one in (ANNA, TOBY))]
    done.append(said(jo, "missed", choice="next", round=2))
    assert walk(circle, people, done, TOBY).waits_for == people


def test_nobody_changes_places_who_would_rather_not() -> None:
    """One tap leads to the end, and nothing was asked of either."""
    places = practice("change-places", "en-gb", "couple")
    assert places is not None
    declined = walk(places, BOTH, [said(TOBY, "willing", choice="rather-not")], ANNA)
    assert step_name(declined) == "end"
    assert walk(places, BOTH, [], TOBY).waits_for == (TOBY,)


@pytest.mark.parametrize("script", ALL, ids=lambda one: one.id)
def test_whatever_takes_another_view_asks_whether_it_was_right(script: Script) -> None:
    """To imagine is not to know."""
    if script.takes_view:
        assert any("what did i get right, what did i miss" in step.asks.lower() for step in script.steps)


def test_what_comes_twice_or_too_late_moves_nothing() -> None:
    """Two windows, or two people at the same moment: the place is the same as if it had come once."""
    begun = [said(TOBY, "ready", choice="ready"), said(ANNA, "say")]
    late = [said(ANNA, "say", words="Once more."), said(ANNA, "confirm", choice="not-quite", round=3)]
    assert place_after(*begun, *late, viewer=TOBY) == place_after(*begun, viewer=TOBY)


def test_what_was_received_in_one_millisecond_stands_as_the_script_has_it() -> None:
    """Two people at the same moment: the ids of what they said decide nothing."""
    begun = [said(TOBY, "ready", choice="ready"), said(ANNA, "say"), said(TOBY, "hear")]
    assert step_name(place_after(*reversed(begun))) == "confirm"


def test_a_stranger_moves_nothing() -> None:
    """Whoever takes no part has no say in it."""
    assert place_after(said(Person("Jo"), "ready", choice="ready")) == place_after()


def test_a_pause_lasts_as_long_as_was_said() -> None:
    """And never less than twenty minutes; only who asked for it may end it early."""
    until = Due(When.said("2026-03-01T20:00", "UTC"))
    paused = [said(TOBY, "pause", choice="pause", until=until)]
    place = place_after(*paused)
    assert place.is_paused(START + timedelta(minutes=59))
    assert not place.is_paused(START + timedelta(minutes=60))
    too_soon = said(TOBY, "resume", choice="resume", minute=19)
    not_theirs = said(ANNA, "resume", choice="resume", minute=30)
    assert place_after(*paused, too_soon, not_theirs).is_paused(START + timedelta(minutes=31))
    assert place_after(*paused, said(TOBY, "resume", choice="resume", minute=20)).pause is None


def test_a_pause_is_never_shorter_than_twenty_minutes() -> None:
    """A body needs that long to settle."""
    soon = Due(When.said("2026-03-01T19:05", "UTC"))
    place = place_after(said(TOBY, "pause", choice="pause", until=soon))
    assert place.is_paused(START + timedelta(minutes=19))


def test_anyone_can_end_it() -> None:
    """Then nobody waits for anybody."""
    place = place_after(said(ANNA, "stop", choice="stop"), said(TOBY, "ready", choice="ready"))
    assert place.is_over
    assert place.was_stopped
    assert place.waits_for == ()


def test_nobody_waits_for_what_stays_with_its_author() -> None:
    """One who asks at once does not take the other's own first step away."""
    why = practice("why", "en-gb", "couple")
    assert why is not None
    asked = [said(ANNA, "guess"), said(ANNA, "record", choice=DONE), said(ANNA, "ask")]
    shared = [one for one in asked if one.step == "ask"]
    assert step_name(walk(why, BOTH, shared, TOBY)) == "guess"
    done = [*shared, said(TOBY, "guess", choice=PASS), said(TOBY, "record", choice=DONE)]
    assert step_name(walk(why, BOTH, done, TOBY)) == "answer"
    assert walk(why, BOTH, asked, ANNA).waits_for == (TOBY,)


def test_alone_there_is_nobody_to_listen() -> None:
    """Steps that need another are left out."""
    why = practice("why", "en-gb", "couple")
    assert why is not None
    mine = [said(ANNA, "guess"), said(ANNA, "record", choice=DONE), said(ANNA, "ask")]
    assert step_name(walk(why, (ANNA,), mine, ANNA)) == "enough"


def answers(step: Step) -> list[dict[str, Any]]:
    """All that a step takes."""
    chosen: list[dict[str, Any]] = [{"choice": one.id} for one in step.choices]
    if step.writes and not step.choices:
        chosen.append({"words": "Words."})
    if step.optional:
        chosen.append({"choice": PASS})
    return chosen or [{"choice": DONE}]


@given(st.data(), st.sampled_from(ALL))
def test_no_order_of_actions_sticks(data: st.DataObject, script: Script) -> None:
    """From wherever two people have come, some way on leads to the end."""
    people = BOTH[: data.draw(st.sampled_from(script.people))]
    path: list[Contribution] = []
    for _ in range(data.draw(st.integers(0, 15))):
        author = data.draw(st.sampled_from(people))
        step = data.draw(st.sampled_from(script.steps))
        now = walk(script, people, path, author).round
        path.append(said(author, step.id, round=now, **data.draw(st.sampled_from(answers(step)))))
    for _ in range(60):
        places = {one: walk(script, people, path, one) for one in people}
        acting = [one for one, place in places.items() if place.step is not None]
        if not acting:
            break
        step = places[acting[0]].step
        assert step is not None
        forward = answers(step)[-1] if step.id in {"confirm", "more", "turn", "enough"} else answers(step)[0]
        if step.id == "confirm":
            forward = {"choice": "that-is-it"}
        path.append(said(acting[0], step.id, round=places[acting[0]].round, **forward))
    assert all(walk(script, people, path, one).is_over for one in people)


@given(st.data())
def test_one_sees_the_same_whatever_the_other_keeps(data: st.DataObject) -> None:
    """What stays with its author changes nothing for the other, before or after."""
    why = practice("why", "en-gb", "couple")
    assert why is not None
    kinds = [(who, step) for who in BOTH for step in why.steps]
    path = [
        said(who, step.id, **data.draw(st.sampled_from(answers(step))))
        for who, step in data.draw(st.lists(st.sampled_from(kinds), max_size=12))
    ]
    own = {step.id for step in why.steps if step.own}
    without = [one for one in path if one.author == TOBY or one.step not in own]
    with_it, bare = walk(why, BOTH, path, TOBY), walk(why, BOTH, without, TOBY)
    assert with_it == bare


@given(st.data(), st.sampled_from(ALL))
def test_a_new_version_goes_on_where_it_was(data: st.DataObject, script: Script) -> None:
    """A step that is added or taken away sends nobody back behind what was reached, and none sticks."""
    people = BOTH[: max(script.people)]
    path: list[Contribution] = []
    for _ in range(data.draw(st.integers(0, 12))):
        acting = [one for one in people if walk(script, people, path, one).step is not None]
        if not acting:
            break
        author = data.draw(st.sampled_from(acting))
        place = walk(script, people, path, author)
        assert place.step is not None
        path.append(
            said(author, place.step.id, round=place.round, **data.draw(st.sampled_from(answers(place.step))))
        )
    at = data.draw(st.integers(0, len(script.steps)))
    added = Step("added", Who.EACH, "Something new?", optional=True)
    later = replace(script, version=script.version + 1, steps=(*script.steps[:at], added, *script.steps[at:]))
    for one in people:
        before, after = walk(script, people, path, one), walk(later, people, path, one)
        assert after.round == before.round
        assert after.is_over or after.step is not None or after.waits_for
        moved = {before.step and before.step.id, "added", None}
        assert (after.step and after.step.id) in moved or after.shared_step == before.shared_step


def test_every_content_file_can_be_read_in_every_setting() -> None:
    """What is written there fits the machine."""
    assert {one.id for one in ALL} >= {"talk", "why", "own-it", "not-said-yet", "look-again"}


STEP = {"id": "say", "who": "each", "asks": "?"}
WRONG = [
    ({"titel": "A"}, "nothing is known by this name"),
    ({"title": 3}, "str is expected"),
    ({"people": []}, "people"),
    ({"steps": []}, "steps"),
    ({"steps": [{"id": "Say!", "who": "each", "asks": "?"}]}, "a plain word"),
    ({"steps": [{"id": "stop", "who": "each", "asks": "?"}]}, "a plain word of its own"),
    ({"steps": [{"id": "say", "who": "all", "asks": "?"}]}, "who"),
    ({"steps": [{"id": "say", "who": "each", "asks": "?", "shows": ["hear"]}]}, "shows"),
    ({"steps": [{"id": "say", "who": "speaker", "asks": "?", "own": True}]}, "own"),
    ({"steps": [{"id": "say", "who": "each", "asks": "?"}] * 2}, "a name of its own"),
    ({"steps": [STEP | {"choices": [{"id": "on", "says": "On", "to": "x"}]}]}, "no step"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "reason"), WRONG)
def test_a_content_file_that_can_not_be_used_says_why(change: dict[str, Any], reason: str) -> None:
    """In words for who wrote it."""
    fine: dict[str, Any] = {
        "version": 1,
        "order": 1,
        "title": "A practice",
        "aim": "To see.",
        "source": "Someone (2000).",
        "minutes": 5,
        "people": [1],
        "steps": [{"id": "say", "who": "each", "asks": "What?"}],
    }
    read_script("fine", fine, "couple")
    with pytest.raises(BadScript, match=reason):
        read_script("wrong", fine | change, "couple")


def test_ids_of_sessions_do_not_matter() -> None:
    """Only what was said counts, not what it is called."""
    one = said(TOBY, "ready", choice="ready")
    assert place_after(one) == place_after(replace(one, id=UUID(int=1)))
