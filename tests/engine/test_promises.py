"""How promises stand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from amends.acts.base import Person
from amends.acts.breach import BreachType
from amends.acts.due import Due, Unit
from amends.acts.outcome import Result
from amends.acts.promise import Promise
from amends.acts.settlement import Settlement
from amends.acts.when import When
from amends.engine.fold import fold
from amends.engine.promises import read_promise
from amends.engine.reliability import read_reliability
from amends.engine.results import PromiseState, Standing
from amends.engine.trust import read_trust
from tests.engine.acts import ANNA, MAYA, TOBY, Scene, at


def read(scene: Scene, promise: Promise, day: float) -> PromiseState:
    return read_promise(fold(scene.placed), promise, at(day))


def standings(state: PromiseState) -> list[Standing]:
    return [occurrence.standing for occurrence in state.past]


def test_a_promise_falls_due_and_is_judged() -> None:
    """Ahead, unjudged, judged: and over once it is."""
    scene = Scene()
    promise = scene.promise(0, 2)
    ahead = read(scene, promise, 1)
    assert ahead.open
    assert ahead.next is not None
    assert (ahead.next.standing, ahead.next.due, ahead.past) == (Standing.AHEAD, at(2), ())
    unjudged = read(scene, promise, 3)
    assert (unjudged.open, unjudged.next, standings(unjudged)) == (True, None, [Standing.UNJUDGED])
    outcome = scene.outcome(3, promise, Result.LATE, minutes=20)
    judged = read(scene, promise, 3)
    assert (judged.open, standings(judged)) == (False, [Standing.JUDGED])
    assert judged.past[0].result is Result.LATE
    assert [(view.author, view.act, view.minutes) for view in judged.past[0].views] == [
        (ANNA, outcome.id, 20)
    ]


def test_what_nobody_notes_for_a_fortnight_is_over() -> None:
    """After fourteen days it is not noted, and no longer open."""
    scene = Scene()
    promise = scene.promise(0, 2)
    assert standings(read(scene, promise, 16)) == [Standing.UNJUDGED]
    over = read(scene, promise, 16.5)
    assert (over.open, standings(over)) == (False, [Standing.NOT_NOTED])


def test_views_stand_side_by_side() -> None:
    """Stated by one, differing between two, judged once both stand on the same."""
    scene = Scene()
    promise = scene.promise(0, 2)
    scene.outcome(3, promise, author=TOBY)
    assert standings(read(scene, promise, 3)) == [Standing.STATED]
    scene.outcome(4, promise, Result.BROKEN)
    differing = read(scene, promise, 4)
    assert (standings(differing), differing.past[0].result) == ([Standing.DIFFERING], None)
    assert [view.author for view in differing.past[0].views] == [TOBY, ANNA]
    scene.add(Settlement, 5, TOBY, promise=promise.id, result=Result.LATE, minutes=5)
    assert standings(read(scene, promise, 5)) == [Standing.DIFFERING]
    scene.add(Settlement, 6, ANNA, promise=promise.id, result=Result.LATE)
    assert read(scene, promise, 6).past[0].result is Result.LATE


def test_a_hurt_that_names_a_promise_is_a_view_of_it() -> None:
    """Nobody is asked twice; lateness reads as late, and an outcome of one's own goes before it."""
    scene = Scene()
    promise = scene.promise(0, 2)
    scene.hurt(3, promise=promise.id, type=BreachType.LATENESS)
    assert read(scene, promise, 3).past[0].result is Result.LATE
    scene.outcome(4, promise, Result.BROKEN)
    assert read(scene, promise, 4).past[0].result is Result.BROKEN


def test_a_repeating_promise_goes_on() -> None:
    """Past days are each judged or not, the next is ahead, and what is kept early is past."""
    scene = Scene()
    promise = scene.promise(0, 1, every=2)
    scene.outcome(1.5, promise, occurrence=at(1).date())
    scene.outcome(4, promise, occurrence=at(5).date())
    state = read(scene, promise, 4)
    assert [(one.day, one.standing) for one in state.past] == [
        (at(1).date(), Standing.JUDGED),
        (at(3).date(), Standing.UNJUDGED),
        (at(5).date(), Standing.JUDGED),
    ]
    assert state.next is not None
    assert state.next.day == at(7).date()


def test_a_repeating_promise_can_end_as_a_whole() -> None:
    """What was let go has nothing ahead; what lay before stays."""
    scene = Scene()
    promise = scene.promise(0, 1, every=1)
    scene.outcome(2.5, promise, Result.RELEASED)
    state = read(scene, promise, 5)
    assert (state.open, state.next, len(state.past)) == (False, None, 2)


def test_several_who_were_promised_must_agree() -> None:
    """Two views of those it was made to that differ are not settled by either."""
    scene = Scene()
    promise = scene.promise(0, 1, to=(ANNA, MAYA))
    scene.outcome(2, promise)
    assert read(scene, promise, 2).past[0].result is Result.KEPT
    scene.outcome(3, promise, Result.BROKEN, author=MAYA)
    assert standings(read(scene, promise, 3)) == [Standing.DIFFERING]


def test_a_day_ends_at_midnight_where_it_was_said() -> None:
    """A promise by Sunday is due when Sunday ends in its zone, over a change of clocks too."""
    scene = Scene()
    sunday = When.said("2026-03-22", "Europe/Berlin")
    promise = scene.add(
        Promise, 0, TOBY, ANNA, due=Due(sunday, 1, Unit.WEEK, until=date(2026, 3, 29)), by=Person(TOBY)
    )
    state = read_promise(fold(scene.placed), promise, datetime(2026, 4, 1, tzinfo=UTC))
    assert [one.due for one in state.past] == [
        datetime(2026, 3, 22, 23, tzinfo=UTC),
        datetime(2026, 3, 29, 22, tzinfo=UTC),
    ]
    assert state.next is None


def test_a_promise_knows_the_apology_it_bears_out() -> None:
    """The apology names the promise; the promise leads back."""
    scene = Scene()
    promise = scene.promise(0, 1)
    apology = scene.apology(0.5, promise=promise.id)
    assert read(scene, promise, 0.6).apology == apology.id


def test_days_long_gone_are_left_out_unless_something_was_said() -> None:
    """A daily promise of years ago does not come back as thousands of days."""
    scene = Scene()
    promise = scene.promise(0, 1, every=1)
    scene.outcome(2, promise, occurrence=at(1).date())
    past = read(scene, promise, 1000).past
    assert past[0].day == at(1).date()
    assert len(past) == 1 + 367


def put_off(scene: Scene, times: int) -> list[Promise]:
    """A promise, changed beforehand into another so many times."""
    made = [scene.promise(0, 10)]
    for number in range(1, times + 1):
        made.append(scene.promise(number, 10 + number, instead_of=made[-1].id))
        scene.outcome(number, made[-2], Result.RENEGOTIATED, author=TOBY)
    return made


def test_changing_a_promise_beforehand_counts_neither_way_twice() -> None:
    """The third time it was late: each of the three is told for what it is."""
    scene = Scene()
    first, second, third, _fourth = put_off(scene, 3)
    results = [read(scene, promise, 5).past[0].result for promise in (first, second, third)]
    assert results == [Result.RENEGOTIATED, Result.RENEGOTIATED, Result.LATE]
    (reliability, *_sorts) = read_reliability(fold(scene.placed), TOBY)
    assert (reliability.kept, reliability.late, reliability.broken) == (0, 1, 0)
    assert read_trust(fold(scene.placed), ANNA, TOBY, at(20)).acts == 1


def test_how_often_a_promise_was_changed_does_not_depend_on_what_came_first() -> None:
    scene = Scene()
    put_off(scene, 3)
    assert fold(reversed(scene.placed)) == fold(scene.placed)


def test_a_repeating_promise_changed_often_counts_neither_way() -> None:
    """Its days to come are over; none of them was late."""
    scene = Scene()
    first, second = put_off(scene, 1)
    weekly = scene.promise(5, 20, every=7, instead_of=second.id)
    scene.outcome(5.5, second, Result.RENEGOTIATED, author=TOBY)
    scene.outcome(6, weekly, Result.RENEGOTIATED, author=TOBY)
    assert read_trust(fold(scene.placed), ANNA, TOBY, at(60)).acts == 0
    assert first.instead_of is None


def test_a_promise_in_a_zone_that_is_not_known_here_is_read() -> None:
    """Its days lie as far from UTC as the first, which was resolved where it was known."""
    scene = Scene()
    first = When("2026-01-06T19:00", "Mars/Olympus", datetime(2026, 1, 6, 17, 30, tzinfo=UTC))
    promise = scene.add(Promise, 0, TOBY, ANNA, due=Due(first, 1, Unit.DAY))
    by_day = scene.add(Promise, 0, TOBY, ANNA, due=Due(When("2026-01-06", "Mars/Olympus", first.utc)))
    state = read(scene, promise, 3)
    assert [one.due.hour for one in state.past] == [17, 17]
    assert state.next is not None
    assert (state.next.due.day, state.next.due.minute) == (8, 30)
    assert read(scene, by_day, 0).next is not None
