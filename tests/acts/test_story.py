"""Stories: text to acts and back, to the byte; bad lines named, the rest read."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import Act, Person
from amends.acts.read_story import parse
from amends.acts.scope import Scope
from amends.acts.story import Entry, Heading, Sharing, Story, shift
from amends.acts.when import When
from amends.acts.write_story import write
from amends.config.stories import find_story, story_names
from tests.strategies import PEOPLE, acts

ANNA_AND_TOBY = find_story("anna-and-toby").read_text(encoding="utf-8")


def made(*given: Act, **more: object) -> Story:
    """A story that holds these acts under their ids."""
    blocks = tuple(Entry(act, str(act.id)) for act in given)
    story = Story("Made", "couple", "Europe/London", tuple(str(person) for person in PEOPLE), blocks=blocks)
    return replace(story, **more)  # type: ignore[arg-type]


@given(st.lists(acts(), max_size=5, unique_by=lambda act: act.id))
def test_acts_come_back_from_text_as_they_were(given: list[Act]) -> None:
    """Any act, with any text, time and receipt; and the text is the same again, to the byte."""
    text = write(made(*given))
    story, problems = parse(text)
    assert problems == ()
    assert [entry.act for entry in story.entries] == given
    assert write(story) == text


@pytest.mark.parametrize("name", story_names())
def test_each_story_is_written_as_it_should_be(name: str) -> None:
    """Canonical to the byte, without a problem, and known as invented."""
    text = find_story(name).read_text(encoding="utf-8")
    story, problems = parse(text, name)
    assert problems == ()
    assert write(story) == text
    assert story.invented


def test_anna_and_toby_live_for_twelve_weeks_and_more() -> None:
    """At least 150 acts over at least twelve weeks, and no date in the words that a shift would bend."""
    story, _ = parse(ANNA_AND_TOBY)
    happened = [entry.act.occurred.utc for entry in story.entries]
    assert len(story.entries) >= 150
    assert max(happened) - min(happened) >= timedelta(weeks=12)


def test_headings_scopes_and_gestures_are_kept() -> None:
    """What stands around the acts comes back too."""
    story, _ = parse(ANNA_AND_TOBY)
    assert any(isinstance(block, Heading) for block in story.blocks)
    assert any(isinstance(block, Sharing) for block in story.blocks)
    assert {entry.scope for entry in story.entries} == {Scope.OWN, Scope.SHARED}


def test_each_person_reads_what_they_may() -> None:
    """Anna's notes are not among what Toby may read; what she shared is, from when she shared it."""
    story, _ = parse(ANNA_AND_TOBY)
    toby = {placed.act.id: placed for placed in story.placed_for(Person("Toby"))}
    labels = {entry.label: entry.act for entry in story.entries}
    assert labels["day-1"].id not in toby
    assert toby[labels["dinner-1"].id].scope is Scope.SHARED
    assert toby[labels["dinner-1"].id].act.recorded_at > labels["dinner-1"].recorded_at


def test_erasing_takes_an_act_away_from_everyone() -> None:
    """It is read by nobody any more."""
    text = ANNA_AND_TOBY + "\n2026-04-05 20:00 Anna erases ^kite\n"
    story, problems = parse(text)
    assert problems == ()
    kite = next(entry.act.id for entry in story.entries if entry.label == "kite")
    for person in ("Anna", "Toby"):
        assert kite not in {placed.act.id for placed in story.placed_for(Person(person))}


def test_what_lies_between_two_is_hidden_from_the_third() -> None:
    """In a bond of three, `with` names the other."""
    text = (
        "story: Three\nsetting: friends\nzone: UTC\nmember: Maya\nmember: Jo\nmember: Sam\n\n"
        "2026-03-02 12:00 Maya moment ^lunch with Jo\n  > Lunch.\n  to: Jo\n"
    )
    story, problems = parse(text)
    assert problems == ()
    assert write(story) == text
    assert [len(story.placed_for(Person(name))) for name in ("Maya", "Jo", "Sam")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-13-45 Anna moment ^x", "a day"),
        ("2026-03-02 25:00 Anna moment ^x", "a day"),
        ("2026-03-02 19:40 Bob moment ^x", "Anna, Toby"),
        ("2026-03-02 19:40 Anna grudge ^x", "kind of act"),
        ("2026-03-02 19:40 Anna moment", "label"),
        ("2026-03-02 19:40 Anna moment ^kite", "taken"),
        ("2026-03-02 19:40 [Mars/Olympus] Anna moment ^x", "time zone"),
        ("once upon a time", "such as"),
        ("2026-03-02 19:40 Anna shares ^nothing", "nothing"),
        ("2026-03-02 19:40 Anna erases ^kite", "no words"),
    ],
)
def test_a_bad_line_is_named_with_what_was_expected(line: str, expected: str) -> None:
    """File, line and what was expected; all the rest is read."""
    text = f"{ANNA_AND_TOBY}\n{line}\n  > Words.\n"
    story, problems = parse(text, "bent.story")
    assert len(problems) == 1
    assert problems[0].file == "bent.story"
    assert problems[0].line in {ANNA_AND_TOBY.count("\n") + 2, ANNA_AND_TOBY.count("\n") + 3}
    assert expected in problems[0].expected
    assert len(story.entries) == len(parse(ANNA_AND_TOBY)[0].entries)


def test_a_bad_field_is_named_at_its_own_line() -> None:
    """The line of the field, not of the act."""
    text = (
        f"{ANNA_AND_TOBY}\n2026-04-05 21:00 Anna breach ^x\n  > Words.\n  by: Toby\n  to: Anna\n  weight: 9\n"
    )
    _, problems = parse(text)
    assert [(problem.line, problem.expected) for problem in problems] == [(text.count("\n"), "from 1 to 5")]


@given(st.text(max_size=400))
def test_any_text_is_read_somehow(text: str) -> None:
    """Never an exception; and what was read can be written and read again."""
    story, _ = parse(text)
    again, _ = parse(write(story))
    assert again.entries == story.entries


@given(st.integers(0, 2**32), st.integers(1, 6))
def test_a_story_with_slips_of_the_finger_is_read_somehow(seed: int, slips: int) -> None:
    """Lines cut, doubled and swapped, characters changed."""
    chance = random.Random(seed)  # noqa: S311
    lines = ANNA_AND_TOBY.split("\n")[:200]
    for _ in range(slips):
        at = chance.randrange(8, len(lines))  # beneath the header
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                cut = chance.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + chance.choice("^:>[]#\t\x00é ") + lines[at][cut:]
            case _:
                lines[at], lines[-1] = lines[-1], lines[at]
    story, problems = parse("\n".join(lines))
    assert len(story.entries) > 5
    assert all(1 <= problem.line <= len(lines) + 1 for problem in problems)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_a_shifted_story_ends_in_the_same_week_on_the_same_weekdays(last: date) -> None:
    """Whole weeks: local times and weekdays stay, and nothing else changes."""
    story, _ = parse(ANNA_AND_TOBY)
    moved = shift(story, last)
    zone = ZoneInfo(story.zone)
    end = max(block.act.recorded_at for block in moved.entries).astimezone(zone).date()
    assert timedelta(0) <= last - end < timedelta(days=7)
    for before, after in zip(story.entries, moved.entries, strict=True):
        assert before.act.id == after.act.id
        assert before.act.occurred.day.weekday() == after.act.occurred.day.weekday()
        assert before.act.occurred.clock == after.act.occurred.clock
        assert before.act.words == after.act.words


def test_stories_lie_where_they_are_looked_for() -> None:
    """An unknown one is said to be none."""
    assert "anna-and-toby" in story_names()
    with pytest.raises(FileNotFoundError):
        find_story("nobody")
    assert isinstance(find_story("anna-and-toby"), Path)


def test_a_receipt_is_kept_to_the_millisecond() -> None:
    """Written only where it differs from when it happened."""
    story, _ = parse(ANNA_AND_TOBY)
    entry = story.entries[0]
    late = datetime(2026, 1, 6, 7, 8, 9, 123000, tzinfo=UTC)
    moved = replace(entry, act=replace(entry.act, recorded_at=late))
    assert "recorded: 2026-01-06T07:08:09.123Z" in write(replace(story, blocks=(moved,), _labels={}))
    assert isinstance(entry.act.occurred, When)
