"""Stories: text to acts and back, to the byte; bad lines named, the rest read."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.base import LONGEST_WORDS, Person, tidy
from amends.acts.fields import fields_of
from amends.acts.kinds import KINDS
from amends.acts.read_story import parse
from amends.acts.references import named_by
from amends.acts.scope import Scope
from amends.acts.story import Entry, Erasing, Heading, Sharing, Story, shift
from amends.acts.write_story import write
from amends.config.stories import find_story, story_names
from tests.strategies import TRICKY, stories

ANNA_AND_TOBY = find_story("anna-and-toby").read_text(encoding="utf-8")
ANNA_AND_TOBY_READ, _ = parse(ANNA_AND_TOBY)
SLIPS = [
    *(
        "^",
        "[",
        "]",
        "(",
        ":",
        "  > ",
        "\r",
        "\t",
        "\x00",
        "\u2028",
        "\ud800",
        "#",
        "３",
        "\n",
        "\n\n",
        "-1",
        "yes",
    ),
    *(
        " own",
        " with Toby",
        "^late",
        "  to: ,\n",
        "story: x\n",
        "member: Anna moment\n",
        "[../etc]",
        "[Europe]",
    ),
    *("2026-03-29 01:30 ", "9999-12-31", "0001-01-01 00:00", " (0001-01-01T00:00:00Z receipt)"),
    *(" every 0 days", " every 366 months until 9999-12-31", "  recorded: 9999-12-31 23:59:59.999\n"),
]
NOW = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
HEADER = "story: Three\nsetting: friends\nzone: Europe/London\nmember: Maya\nmember: Jo\nmember: Sam\n\n"


@given(stories())
def test_a_story_comes_back_from_text_as_it_was(story: Story) -> None:
    """Any act, with any text, time, receipt and scope; and the text is the same again, to the byte."""
    text = write(story)
    again, problems = parse(text)
    assert problems == ()
    assert again == story
    assert write(again) == text


def test_the_longest_text_comes_back() -> None:
    """Ten thousand characters with everything that a story gives a meaning to."""
    words = tidy("\n".join(TRICKY) * 60)[:LONGEST_WORDS].strip()
    entry = ANNA_AND_TOBY_READ.entries[2]
    story = replace(ANNA_AND_TOBY_READ, blocks=(replace(entry, act=replace(entry.act, words=words)),))
    assert parse(write(story)) == (story, ())


@pytest.mark.parametrize("name", story_names())
def test_each_story_is_written_as_it_should_be(name: str) -> None:
    """Canonical to the byte, without a problem, and known as invented."""
    text = find_story(name).read_text(encoding="utf-8")
    story, problems = parse(text, name)
    assert problems == ()
    assert write(story) == text
    assert story.invented


def test_anna_and_toby_live_for_twelve_weeks_and_more() -> None:
    """At least 150 acts over at least twelve weeks, told in the order in which they were received."""
    happened = [entry.act.occurred.utc for entry in ANNA_AND_TOBY_READ.entries]
    assert len(happened) >= 150
    assert max(happened) - min(happened) >= timedelta(weeks=12)
    told = [block for block in ANNA_AND_TOBY_READ.blocks if not isinstance(block, Heading)]
    assert told == ANNA_AND_TOBY_READ.in_order


def test_anna_and_toby_do_everything_once() -> None:
    """Each kind but those that end things, are for teams alone, or open only where they were sealed."""
    left_out = set(KINDS) - {entry.act.KIND for entry in ANNA_AND_TOBY_READ.entries}
    assert left_out == {"leaving", "erasure", "recognition", "seal", "reveal"}


def test_no_words_in_the_story_name_a_time_of_year() -> None:
    """It is shown as if it ended today, so a month in its words would be wrong."""
    seasons = re.compile(
        r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
        r"|Christmas|Easter|spring|summer|autumn|20\d\d)\b"
    )
    for entry in ANNA_AND_TOBY_READ.entries:
        texts = [getattr(entry.act, one.name) for one in fields_of(type(entry.act)) if one.sort is str]
        assert not seasons.search(" ".join(text for text in texts if isinstance(text, str))), entry.label


def test_the_story_ends_with_things_open() -> None:
    """Two promises due about now, a request and a hurt that wait for Anna, and a good last day."""
    acts = {entry.label: entry.act for entry in ANNA_AND_TOBY_READ.entries}
    last = max(act.occurred.day for act in acts.values())
    due = {getattr(act, "due", None) and act.due for act in acts.values() if act.KIND == "promise"}  # type: ignore[attr-defined]
    assert {last, last + timedelta(days=1)} <= {
        day for rule in due for day in rule.dates(last + timedelta(days=1))
    }
    answered = {named for act in acts.values() for named in named_by(act)}
    assert acts["ask-away"].id not in answered
    assert acts["laughing-face"].id not in answered
    assert [act.KIND for act in acts.values() if act.occurred.day == last] == ["moment"]


def test_headings_scopes_and_gestures_are_kept() -> None:
    """What stands around the acts comes back too."""
    story = ANNA_AND_TOBY_READ
    assert any(isinstance(block, Heading) for block in story.blocks)
    assert any(isinstance(block, Sharing) for block in story.blocks)
    assert {entry.scope for entry in story.entries} == {Scope.OWN, Scope.SHARED}


def test_each_person_reads_what_they_may() -> None:
    """Anna's notes are not among what Toby may read; what she shared is, from when she shared it."""
    story = ANNA_AND_TOBY_READ
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
    text = f"{HEADER}2026-03-02 12:00 Maya moment ^lunch with Jo\n  > Lunch.\n  to: Jo\n"
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


@given(st.integers(0, 2**32), st.integers(1, 20))
def test_a_story_with_slips_of_the_finger_is_read_somehow(seed: int, slips: int) -> None:
    """Anything put anywhere, in the header too; what was read can be written and read again."""
    chance = random.Random(seed)  # noqa: S311
    text = ANNA_AND_TOBY[: chance.randrange(1000, 8000)]
    for _ in range(slips):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SLIPS) + text[at + chance.choice((0, 1, 9)) :]
    story, problems = parse(text)
    again, left = parse(write(story))
    assert again.entries == story.entries
    assert left == () or not story.members
    assert all(1 <= problem.line <= text.count("\n") + text.count("\r") + 1 for problem in problems)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_a_shifted_story_ends_in_the_same_week_on_the_same_weekdays(last: date) -> None:
    """Whole weeks: local times and weekdays stay, and nothing else changes."""
    story = ANNA_AND_TOBY_READ
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


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        (datetime(2026, 1, 6, 7, 8, tzinfo=UTC), "2026-01-06 07:08"),
        (datetime(2026, 7, 6, 7, 8, 9, tzinfo=UTC), "2026-07-06 08:08:09"),
        (datetime(2026, 1, 6, 7, 8, 9, 120000, tzinfo=UTC), "2026-01-06 07:08:09.120"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25 01:30"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25T01:30:00.000Z"),
    ],
)
def test_a_receipt_stands_in_the_storys_time(instant: datetime, written: str) -> None:
    """Written only where it differs, as short as it can be; as an instant in an hour that came twice."""
    entry = ANNA_AND_TOBY_READ.entries[0]
    moved = replace(entry, act=replace(entry.act, recorded_at=instant))
    story = replace(ANNA_AND_TOBY_READ, blocks=(moved,))
    assert f"\n  recorded: {written}\n" in write(story)
    assert parse(write(story))[0] == story


def test_what_was_noted_later_moves_with_the_clocks() -> None:
    """Over the change of the clocks, what was noted two days later still is, at the same time of day."""
    text = (
        f"{HEADER}2026-01-05 20:00 Maya moment ^tea\n  > Tea.\n  recorded: 2026-01-07 09:30\n\n"
        "2026-01-08 10:00 Maya erases ^tea\n"
    )
    moved = shift(parse(text)[0], date(2026, 7, 9))
    assert write(moved) == text.replace("2026-01-0", "2026-07-0").replace("07-05", "07-06").replace(
        "07-07", "07-08"
    ).replace("07-08 10:00", "07-09 10:00")


@given(stories(), st.integers(-400, 400))
def test_any_story_can_be_shifted(story: Story, days: int) -> None:
    """Whatever its times, nothing but times changes."""
    received = [block.recorded_at for block in _acts_and_gestures(story)]
    moved = shift(story, max(received, default=NOW).date() + timedelta(days=days))
    assert [block for block in moved.blocks if isinstance(block, Heading)] == [
        block for block in story.blocks if isinstance(block, Heading)
    ]
    assert [(one.act.id, one.act.words, one.label) for one in moved.entries] == [
        (one.act.id, one.act.words, one.label) for one in story.entries
    ]
    assert parse(write(moved)) == (moved, ())


def _acts_and_gestures(story: Story) -> list[Any]:
    return [block.act if isinstance(block, Entry) else block for block in story.in_order]


def test_a_story_shifted_to_its_own_end_stays() -> None:
    """No week, no change; and a story without acts has nowhere to go."""
    assert shift(ANNA_AND_TOBY_READ, date(2026, 4, 5)) == ANNA_AND_TOBY_READ
    empty = replace(ANNA_AND_TOBY_READ, blocks=())
    assert shift(empty, date(2030, 1, 1)) == empty


def test_only_its_author_shares_or_erases_an_act() -> None:
    """Anyone else's line is named, and nothing happens."""
    text = f"{HEADER}2026-03-02 12:00 Maya moment ^lunch own\n  > Lunch.\n"
    for verb in ("shares", "erases"):
        story, problems = parse(f"{text}\n2026-03-03 12:00 Jo {verb} ^lunch\n")
        assert [(problem.line, problem.expected) for problem in problems] == [
            (11, "only Maya can do this, who recorded it")
        ]
        assert story == parse(text)[0]
    (lunch,) = story.entries
    gesture = (lunch.act.id, Person("Jo"), lunch.act.occurred, lunch.act.recorded_at)
    stolen = replace(story, blocks=(lunch, Erasing(*gesture), Sharing(*gesture)))
    assert [len(stolen.placed_for(Person(name))) for name in ("Maya", "Jo")] == [1, 0]


def test_what_the_header_lacks_is_named_line_by_line() -> None:
    """Each missing or bent line once, and the acts are read all the same."""
    text = "story: Three\nsetting: enemies\nmember: Maya\nmember: Ma[ya\nmember: Maya\nstory: Four\nnote\n\n"
    story, problems = parse(f"{text}2026-03-02 12:00 Maya moment ^lunch\n  > Lunch.\n")
    assert len(story.entries) == 1
    assert [problem.line for problem in problems] == [1, 2, 4, 5, 6, 7]
    assert "zone: Europe/London" in problems[0].expected
    assert "couple, friends, family, team" in problems[1].expected


def test_a_heading_may_stand_right_above_an_act() -> None:
    """It is written apart again."""
    story, problems = parse(f"{HEADER}# Lunch\n2026-03-02 12:00 Maya moment ^lunch\n  > Lunch.\n")
    assert problems == ()
    assert "# Lunch\n\n2026-03-02" in write(story)


def test_lines_end_as_any_machine_ends_them() -> None:
    """A file from another system, with a mark at its beginning, reads the same."""
    other = "\ufeff" + ANNA_AND_TOBY.replace("\n", "\r\n")
    assert parse(other) == (ANNA_AND_TOBY_READ, ())


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "\n".join(f"2026-03-02 12:00 Maya moment ^a{n}\n  > Lunch.\n" for n in range(33_000)),
        HEADER + "  > words\n" * 100_000,
        HEADER + "2026-03-02 12:00 Maya moment ^a with Jo with Jo\n" * 100_000,
        HEADER + "2026-03-02 12:00 " + "Maya " * 100_000,
        HEADER + "2026-03-02 12:00 Maya " + "a-" * 200_000,
        "".join(f"member: M{n}\n" for n in range(100_000)),
        "".join(f"member: M {'x' * n}\n" for n in range(78)) + "\n2026-03-02 12:00 M moment\n" * 30_000,
    ],
    ids=["acts", "words", "heads", "names", "verbs", "members", "alike"],
)
def test_a_long_text_takes_a_time_in_keeping(text: str) -> None:
    """A hundred thousand lines in seconds; were it to grow with the square, it would take hours."""
    begun = perf_counter()
    parse(text)
    assert perf_counter() - begun < 20
