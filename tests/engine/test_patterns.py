"""When promises are kept less often: conditions, looks, guesses written first."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from amends.acts.due import Due, Unit
from amends.acts.hypothesis import Condition, Hypothesis
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.scope import Scope
from amends.acts.when import When
from amends.engine.fold import fold
from amends.engine.judged import Judged
from amends.engine.patterns import HOLDS, difference, read_patterns
from amends.engine.results import Patterns, Split, Sureness
from tests.engine.acts import ANNA, MAYA, TOBY, Scene

MONDAYS: Callable[[int, float], bool] = lambda day, chance: chance < (0.8 if day % 7 == 0 else 0.1)  # noqa: E731


def kept_for(days: int, fails: Callable[[int, float], bool], seed: int = 1) -> Scene:
    """One promise of Toby's a day, from a Monday on."""
    scene, random = Scene(), Random(seed)  # noqa: S311
    for day in range(days):
        scene.kept(day, Result.LATE if fails(day, random.random()) else Result.KEPT)
    return scene


def read(scene: Scene) -> Patterns:
    return read_patterns(fold(scene.placed), TOBY)


def guess(scene: Scene, day: float, condition: Condition = Condition.MONDAY) -> Hypothesis:
    return scene.add(Hypothesis, day, TOBY, condition=condition, scope=Scope.OWN)


def test_below_the_first_look_there_is_too_little_to_tell() -> None:
    """Forty-four promises tell nothing, however clear they look; the next look is named."""
    found = read(kept_for(44, MONDAYS))
    assert (found.judged, found.looked_after, found.next_look, found.too_little) == (44, 0, 45, True)
    assert found.found == ()


def test_a_pattern_is_found_with_its_counts_and_its_acts() -> None:
    """Mondays are named, with how many of each; what is left stays unsaid."""
    scene = kept_for(110, MONDAYS)
    found = read(scene)
    assert (found.looked_after, found.next_look) == (101, 152)
    (pattern,) = found.found
    assert (pattern.condition, pattern.sure) == (Condition.MONDAY, Sureness.LIKELY)
    split = pattern.split
    assert (split.under, split.others) == (15, 86)
    assert pattern.value == pytest.approx(split.under_lapsed / 15 - split.others_lapsed / 86)
    assert pattern.interval.low < pattern.value < pattern.interval.high
    late = [push for push in pattern.evidence if push.amount > 0]
    assert (len(pattern.evidence), len(late)) == (15, split.under_lapsed)
    assert all(scene.placed[0].act.occurred.day.weekday() == 0 for push in late)
    excess = split.under_lapsed - split.under * split.others_lapsed / split.others
    assert sum(push.amount for push in pattern.evidence) == pytest.approx(excess)


def test_what_a_look_found_stays_when_later_looks_find_less() -> None:
    """Sixty-eight promises show it; then Mondays go well, and it still says after how many it was seen."""
    scene = kept_for(220, lambda day, chance: MONDAYS(day, chance) if day < 70 else chance < 0.1)
    (pattern,) = read(scene).found
    assert pattern.seen_after in {45, 68}
    assert pattern.split.under == 22


def test_later_promises_change_no_earlier_look() -> None:
    """Between two looks nothing moves but the count."""
    early, late = read(kept_for(70, MONDAYS)), read(kept_for(100, MONDAYS))
    assert (early.found, early.looked_after) == (late.found, late.looked_after)
    assert (early.judged, late.judged) == (70, 100)


def test_what_was_judged_late_joins_the_next_look() -> None:
    """A promise from the first week, judged only now, is not slipped into what was already looked at."""
    scene = kept_for(60, MONDAYS)
    before = read(scene)
    promise = scene.promise(1, 2)
    scene.outcome(61, promise, Result.BROKEN)
    after = read(scene)
    assert (after.judged, after.found) == (61, before.found)


def test_a_record_without_a_pattern_shows_none() -> None:
    found = read(kept_for(110, lambda _, chance: chance < 0.2))
    assert (found.found, found.too_little) == ((), False)


def test_only_ones_own_promises_that_were_judged_count() -> None:
    """Others' promises, and what was let go, changed or never judged, are left out."""
    scene = kept_for(50, MONDAYS)
    before = read(scene)
    mine = scene.promise(50, 51, author=ANNA, to=(TOBY,))
    scene.outcome(51, mine, Result.BROKEN, author=TOBY)
    scene.outcome(51, scene.promise(50, 51), Result.RELEASED)
    scene.promise(50, 51)
    assert read(scene) == before
    assert read_patterns(fold(scene.placed), MAYA).judged == 0


# Guesses -----------------------------------------------------------------------------------------


def test_a_guess_written_first_is_looked_at_from_twenty_on() -> None:
    """Half as many as all conditions together need."""
    scene = kept_for(40, MONDAYS)
    written = guess(scene, 0)
    (found,) = read(scene).guesses
    assert (found.act, found.looked_after, found.next_look) == (written.id, 30, 45)
    assert found.pattern is not None
    assert found.pattern.condition is Condition.MONDAY
    assert not read(scene).too_little


def test_a_guess_that_is_wrong_gets_its_counts_and_no_pattern() -> None:
    scene = kept_for(40, lambda day, chance: chance < 0.2)
    guess(scene, 0)
    (found,) = read(scene).guesses
    assert found.pattern is None
    assert found.split is not None
    assert (found.split.under, found.split.others) == (5, 25)


def test_a_guess_written_after_the_first_look_counts_from_then_on() -> None:
    """Who has seen a pattern can guess it; it is tested on what comes after."""
    scene = kept_for(75, MONDAYS)
    guess(scene, 50)
    (found,) = read(scene).guesses
    assert (found.from_then_on, found.looked_after, found.split) == (True, 20, found.split)
    assert found.split is not None
    assert found.split.under + found.split.others == 20


def test_the_first_two_guesses_count_and_only_ones_own() -> None:
    scene = kept_for(20, MONDAYS)
    for day, condition in enumerate((Condition.MONDAY, Condition.MONDAY, Condition.NIGHT, Condition.EVENING)):
        guess(scene, day, condition)
    scene.add(Hypothesis, 0, ANNA, condition=Condition.SUNDAY, scope=Scope.OWN)
    assert [one.condition for one in read(scene).guesses] == [Condition.MONDAY, Condition.NIGHT]


# Conditions --------------------------------------------------------------------------------------


def conditions(due: Due, ahead: float = 0.0, load: int = 1, **fields: object) -> set[Condition]:
    """The conditions that hold of a promise, as read from its ledger."""
    scene = Scene()
    promise = scene.add(Promise, ahead, TOBY, ANNA, due=due, **fields)
    said = scene.outcome(30, promise)
    one = Judged((0, promise.id, said.id), promise, due.first.day, said, Result.KEPT)
    return {condition for condition in Condition if HOLDS[condition](one, load)}


@pytest.mark.parametrize(
    ("clock", "condition"),
    [
        ("", Condition.NO_TIME),
        ("T04:59", Condition.NIGHT),
        ("T05:00", Condition.MORNING),
        ("T12:00", Condition.AFTERNOON),
        ("T17:00", Condition.EVENING),
        ("T20:59", Condition.EVENING),
        ("T21:00", Condition.NIGHT),
    ],
)
def test_each_promise_has_one_weekday_and_one_time_of_day(clock: str, condition: Condition) -> None:
    due = Due(When.said(f"2026-01-07{clock}", "UTC"))
    assert conditions(due) == {Condition.WEDNESDAY, condition, Condition.WITHIN_A_WEEK}


def test_the_other_conditions() -> None:
    """How far ahead, asked for, repeating, a full day, late in the month."""
    late = Due(When.said("2026-01-21", "UTC"))
    scene = Scene()
    request = scene.promise(0, 1).id
    assert Condition.FURTHER_AHEAD in conditions(late)
    assert Condition.SAME_DAY in conditions(late, ahead=16)
    assert Condition.LATE_IN_MONTH in conditions(late)
    assert Condition.LATE_IN_MONTH not in conditions(Due(When.said("2026-01-20", "UTC")))
    assert Condition.FULL_DAY in conditions(late, load=3)
    assert Condition.FULL_DAY not in conditions(late, load=2)
    assert Condition.ASKED_FOR in conditions(late, request=request)
    weekly = conditions(Due(When.said("2026-01-21", "UTC"), 1, Unit.WEEK))
    assert Condition.REPEATING in weekly
    assert not weekly & {Condition.SAME_DAY, Condition.WITHIN_A_WEEK, Condition.FURTHER_AHEAD}


def test_the_interval_of_a_difference_is_newcombes() -> None:
    """His example of 56 of 70 against 48 of 80: .0524 to .3339 at 95 %; ours is at 80 %."""
    found = difference(Split(70, 56, 80, 48))
    assert (found.low, found.high) == (pytest.approx(0.1034, abs=2e-3), pytest.approx(0.2891, abs=2e-3))
