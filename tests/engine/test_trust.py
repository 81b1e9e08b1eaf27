"""Trust: what each kind of act does to it, and what holds whatever happened."""

from __future__ import annotations

from datetime import timedelta
from math import exp, log, sqrt
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.amends import Amends, Completion
from amends.acts.answer import Reply
from amends.acts.base import Person
from amends.acts.boundary import Respect
from amends.acts.breach import BreachType
from amends.acts.correction import Correction
from amends.acts.heard_promise import HeardPromise
from amends.acts.journal import Journal
from amends.acts.outcome import Result
from amends.acts.repair import Repair
from amends.acts.settlement import Settlement
from amends.acts.understanding import Cause, Understanding
from amends.acts.wave import Wave
from amends.engine.balance import read_balance
from amends.engine.erosion import read_erosion
from amends.engine.fold import fold
from amends.engine.params import BAND_SD, KEPT_PUSH, PUSH_DOUBT, RATING_SD
from amends.engine.results import Trust
from amends.engine.scales import expit, logit
from amends.engine.timeline import DAY, Effect, Level, Rating, Share, Timeline
from amends.engine.trust import read_trust
from tests.engine.acts import ANNA, MAYA, START, TOBY, Scene, at


def trust(scene: Scene, day: float, viewer: Person = ANNA, other: Person = TOBY) -> Trust:
    return read_trust(fold(scene.placed), viewer, other, at(day))


def mean(scene: Scene, day: float, viewer: Person = ANNA, other: Person = TOBY) -> float:
    """The level in logits, however little there is."""
    timeline = fold(scene.placed).timelines.get((viewer, other), Timeline())
    return timeline.level(int(at(day).timestamp())).mean


def amounts(scene: Scene, day: float) -> list[float]:
    return [round(push.amount, 6) for push in trust(scene, day).evidence]


# What each act does --------------------------------------------------------------------------


def test_a_kept_promise_lifts_and_a_broken_one_lowers_twice_as_much() -> None:
    """Loss weighs more than gain, and late lies between."""
    results = {}
    for result in (Result.KEPT, Result.LATE, Result.BROKEN):
        scene = Scene()
        scene.kept(1, result)
        results[result] = mean(scene, 1)
    assert results[Result.KEPT] == pytest.approx(KEPT_PUSH)
    assert results[Result.BROKEN] == pytest.approx(-2 * KEPT_PUSH)
    assert results[Result.LATE] == pytest.approx(-KEPT_PUSH / 2)


@pytest.mark.parametrize(
    ("weight", "stands_for"), [(None, 1), (1, 0.25), (2, 0.5), (3, 1), (4, 1.75), (5, 3)]
)
def test_a_weight_says_how_heavy_a_breach_is(weight: int | None, stands_for: float) -> None:
    """Weights 1 to 5 stand for so many broken promises; none stands for one."""
    scene = Scene()
    scene.hurt(1, weight)
    assert mean(scene, 1) == pytest.approx(-2 * KEPT_PUSH * stands_for)


def test_only_ones_own_weight_counts_for_oneself() -> None:
    """How heavy it was for Anna says nothing of how heavy it was for Maya."""
    scene = Scene()
    scene.hurt(1, 5, affected=(ANNA, MAYA))
    assert mean(scene, 1, MAYA) == pytest.approx(-2 * KEPT_PUSH)


def test_a_breach_that_its_doer_recorded_counts_for_the_one_affected() -> None:
    """*Something I did* moves the other's trust, in one direction alone."""
    scene = Scene()
    scene.hurt(1, author=TOBY)
    assert mean(scene, 1) < 0
    assert mean(scene, 1, TOBY, ANNA) == 0


def test_a_moment_moves_its_author_alone() -> None:
    """Nobody raises another's trust by praising himself."""
    scene = Scene()
    scene.moment(1, author=TOBY, by=TOBY)
    scene.add(type(scene.placed[0].act), 1, TOBY, ANNA)
    assert fold(scene.placed).timelines == {}
    scene.moment(1, author=ANNA, by=TOBY)
    assert mean(scene, 1) == pytest.approx(KEPT_PUSH / 2)


def test_boundaries_and_amends_count() -> None:
    """Honoured lifts, crossed lowers by its weight; amends done lift, in part half as much."""
    scene = Scene()
    scene.honoured(1)
    scene.honoured(1, Respect.CROSSED, weight=5)
    assert amounts(scene, 1) == [round(-6 * KEPT_PUSH, 6), KEPT_PUSH]
    for fully, share in ((True, 1.0), (False, 0.5)):
        scene = Scene()
        amends = scene.add(Amends, 1, TOBY, ANNA)
        scene.add(Completion, 2, ANNA, by=TOBY, affected=(ANNA,), amends=amends.id, fully=fully)
        assert amounts(scene, 2) == [share * KEPT_PUSH]


def test_what_only_returns_or_was_only_heard_moves_nobody() -> None:
    """Waves, heard promises and journals count against nobody."""
    scene = Scene()
    breach = scene.hurt(1)
    before = fold(scene.placed).timelines
    scene.add(Wave, 2, ANNA, of=breach.id)
    scene.add(HeardPromise, 2, ANNA, of=TOBY)
    scene.add(Journal, 2, ANNA)
    assert fold(scene.placed).timelines == before


# Promises and differing views ----------------------------------------------------------------


def test_the_word_of_the_one_who_promised_moves_nobody() -> None:
    """Only who was promised something says for their own trust whether it was kept."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(1.5, promise, Result.KEPT, author=TOBY)
    assert mean(scene, 2) == 0


def test_differing_views_count_once_settled_at_the_due_time() -> None:
    """Two views stand side by side and move nothing, until one of the two settles on the other's."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(5, promise, Result.BROKEN)
    scene.outcome(6, promise, Result.KEPT, author=TOBY)
    assert mean(scene, 7) == 0
    settlement = scene.add(Settlement, 8, ANNA, promise=promise.id, result=Result.KEPT)
    found = trust(scene, 91)
    assert found.evidence[0].act == settlement.id
    assert found.evidence[0].amount == pytest.approx(KEPT_PUSH / 2)  # due on day 1, half gone by day 91


def test_who_withdrew_in_time_broke_nothing() -> None:
    """Withdrawn or renegotiated before it was due; recorded too late, it does not undo a break."""
    for received, expected in ((0.5, 0.0), (3, -2 * KEPT_PUSH)):
        scene = Scene()
        promise = scene.promise(0, 1)
        scene.outcome(0.5, promise, Result.WITHDRAWN, author=TOBY, received=received)
        scene.outcome(2, promise, Result.BROKEN)
        assert mean(scene, 2) == pytest.approx(expected)


def test_a_released_promise_counts_for_nothing() -> None:
    """The one it was made to can let it go, whatever the other says of it."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(1.5, promise, Result.BROKEN, author=TOBY)
    scene.outcome(2, promise, Result.RELEASED)
    assert mean(scene, 3) == 0


def test_a_repeating_promise_ends_as_a_whole() -> None:
    """What was withdrawn before a day was due can't be broken on that day."""
    scene = Scene()
    promise = scene.promise(0, 1, every=1)
    scene.outcome(1.5, promise, Result.BROKEN, occurrence=at(1).date())
    scene.outcome(1.75, promise, Result.WITHDRAWN, author=TOBY)
    scene.outcome(2.5, promise, Result.BROKEN, occurrence=at(2).date())
    assert trust(scene, 3).acts == 1


def test_a_breach_takes_the_place_of_the_outcome_it_names() -> None:
    """What hurt counts once, by its weight, even where the other sees the promise as kept."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(1.5, promise, Result.BROKEN)
    scene.outcome(1.5, promise, Result.KEPT, author=TOBY)
    scene.hurt(1.5, 5, promise=promise.id)
    assert amounts(scene, 1.5) == [round(-6 * KEPT_PUSH, 6)]


def test_someone_else_can_not_judge() -> None:
    """A view counts only from those the promise lies between."""
    scene = Scene()
    promise = scene.promise(0, 1)
    scene.outcome(2, promise, Result.BROKEN, author=MAYA, affected=(ANNA, MAYA))
    assert fold(scene.placed).timelines == {}


# Apologies, deception ------------------------------------------------------------------------


def test_an_accepted_apology_takes_off_a_share_of_what_is_left() -> None:
    """More where he couldn't, half in part, nothing where it was hidden, nothing without an answer."""
    expected = {
        (Cause.COULD_NOT, Reply.ACCEPTED): 0.7,
        (Cause.NOT_CONSIDERED, Reply.ACCEPTED): 0.85,
        (None, Reply.ACCEPTED): 0.85,
        (Cause.COULD_NOT, Reply.PARTLY): 0.85,
        (Cause.COULD_NOT, Reply.NO): 1.0,
        (Cause.COULD_NOT, Reply.NOT_NOW): 1.0,
    }
    for (cause, reply), share in expected.items():
        scene = Scene()
        breach = scene.hurt(1, 3)
        if cause is not None:
            scene.add(Understanding, 2, ANNA, of=breach.id, cause=cause)
        scene.answer(4, scene.apology(3, breach), reply)
        assert amounts(scene, 91) == [pytest.approx(-KEPT_PUSH * share)]
        assert mean(scene, 3.5) == pytest.approx(-2 * KEPT_PUSH * 2 ** (-2.5 / 90))


def test_an_apology_for_a_repair_covers_what_happened_before_it() -> None:
    """Breaches gathered by the repair, or naming it, up to the apology."""
    scene = Scene()
    first = scene.hurt(1, 3)
    repair = scene.add(Repair, 2, ANNA, TOBY, name="late for dinner", of=(first.id,))
    scene.hurt(3, 3, repair=repair.id)
    scene.answer(5, scene.apology(4, repair=repair.id))
    scene.hurt(6, 3, repair=repair.id)
    left = {round(push.amount / 2 ** (-5 / 90), 3): push for push in trust(scene, 6).evidence}
    eased = -2 * KEPT_PUSH * 0.85
    assert sorted(left) == sorted(
        round(amount / 2 ** (-5 / 90), 3)
        for amount in (eased * 2 ** (-5 / 90), eased * 2 ** (-3 / 90), -2 * KEPT_PUSH)
    )


def test_what_an_apology_took_off_comes_back_when_its_promise_is_broken() -> None:
    """An apology counts only as far as conduct bears it out."""
    with_apology, without = Scene(1), Scene(1)
    for scene in (with_apology, without):
        breach = scene.hurt(1, 5)
        promise = scene.promise(2, 20)
        if scene is with_apology:
            scene.answer(4, scene.apology(3, breach, promise=promise.id))
        scene.outcome(21, promise, Result.BROKEN)
    assert mean(with_apology, 20) > mean(without, 20)
    assert mean(with_apology, 30) == pytest.approx(mean(without, 30))


def test_a_kept_promise_leaves_an_apology_its_credit() -> None:
    """And one that was broken before the apology was accepted takes nothing back."""
    scene = Scene()
    breach = scene.hurt(1, 5)
    promise = scene.promise(2, 3, every=1)
    scene.outcome(3.5, promise, Result.BROKEN, occurrence=at(3).date())
    scene.answer(5, scene.apology(4, breach, promise=promise.id))
    scene.outcome(6, promise, occurrence=at(5).date())
    assert min(amounts(scene, 91)) == pytest.approx(-3 * KEPT_PUSH * 0.85, abs=1e-5)


def test_only_the_one_harmed_accepts() -> None:
    """Toby's apology to Anna takes nothing off what Maya feels."""
    scene = Scene()
    breach = scene.hurt(1, 3, affected=(ANNA, MAYA))
    scene.answer(3, scene.apology(2, breach))
    assert mean(scene, 4, MAYA) < mean(scene, 4, ANNA)


def test_deception_leaves_something_for_good() -> None:
    """Three tenths of a white lie never fade; found out later, they come back then."""
    lie, found_out, plain = Scene(2), Scene(2), Scene(2)
    for scene in (lie, found_out, plain):
        breach = scene.hurt(1, 3, type=BreachType.WHITE_LIE if scene is lie else BreachType.OTHER)
        if scene is found_out:
            hidden = {"of": breach.id, "cause": Cause.NOT_STRAIGHT, "hidden": True}
            scene.add(Understanding, 91, ANNA, **hidden)
            scene.add(Understanding, 50, TOBY, **hidden)  # how it was for Anna is Anna's to say
    assert mean(lie, 1) == pytest.approx(mean(plain, 1))
    assert mean(found_out, 90) == mean(plain, 90)
    assert mean(found_out, 91) == pytest.approx(mean(lie, 91)) == pytest.approx(-2 * KEPT_PUSH * (0.35 + 0.3))
    assert mean(lie, 3000) == pytest.approx(-2 * KEPT_PUSH * 0.3, rel=1e-4)
    assert abs(mean(plain, 3000)) < 1e-10


# What holds whatever happened ----------------------------------------------------------------

KINDS = ["kept", "broken", "hurt", "lie", "moment", "rate"]
days = st.floats(0, 400).map(lambda day: round(day, 2))
histories = st.lists(
    st.tuples(
        days, st.sampled_from(["kept", "broken", "hurt", "lie", "moment", "rate"]), st.integers(0, 100)
    ),
    max_size=12,
)


def lived(history: list[tuple[float, str, int]], *more: tuple[float, str, int]) -> Scene:
    """A history, with something apologised for in it."""
    scene = Scene(3)
    for day, what, number in [*history, *more]:
        match what:
            case "kept":
                scene.honoured(day)
            case "broken":
                scene.honoured(day, Respect.CROSSED, weight=1 + number % 5)
            case "hurt":
                scene.answer(day, scene.apology(day, scene.hurt(day, 1 + number % 5)))
            case "lie":
                scene.hurt(day, 1 + number % 5, type=BreachType.WHITE_LIE)
            case "moment":
                scene.moment(day)
            case "rate":
                scene.rate(day, number)
    return scene


@given(histories, days, days)
def test_one_more_kept_never_lowers_and_one_more_broken_never_raises(
    history: list[tuple[float, str, int]], day: float, later: float
) -> None:
    """At any time, before or after any check-ins."""
    now = mean(lived(history), later)
    assert mean(lived(history, (day, "kept", 0)), later) >= now - 1e-12
    for what in ("broken", "hurt", "lie"):
        assert mean(lived(history, (day, what, 4)), later) <= now + 1e-12


@given(histories, days, days)
def test_a_lie_never_weighs_less_than_the_same_hurt_without_one(
    history: list[tuple[float, str, int]], day: float, later: float
) -> None:
    """Deception never fully heals, whatever check-ins say after it."""
    later = max(day + 0.1, later)
    before = mean(lived(history), later)
    assert mean(lived(history, (day, "lie", 4)), later) < before
    assert (
        mean(lived(history, (day, "lie", 4)), later) <= mean(lived(history, (day, "hurt", 4)), later) + 1e-12
    )


@given(histories, days, st.integers(0, 99), days)
def test_a_higher_check_in_never_lowers(
    history: list[tuple[float, str, int]], day: float, rating: int, later: float
) -> None:
    """Rating higher reads as higher, then and later."""
    lower, higher = (lived(history, (day, "rate", number)) for number in (rating, rating + 1))
    assert mean(higher, later) >= mean(lower, later) - 1e-12


@given(histories)
def test_all_fades_towards_the_beginning(history: list[tuple[float, str, int]]) -> None:
    """In twenty years of silence everything but deception is forgotten."""
    scene = lived([event for event in history if event[1] != "lie"])
    assert abs(mean(scene, 7300)) < 0.01


@given(histories, days)
def test_after_a_check_in_silence_widens_the_band(history: list[tuple[float, str, int]], more: float) -> None:
    """Without evidence less is known, week by week."""
    scene = lived([event for event in history if event[1] == "rate"], (400, "rate", 50))
    timeline = fold(scene.placed).timelines[ANNA, TOBY]
    now = int(at(400 + more).timestamp())
    assert timeline.level(now + 7 * DAY).variance > timeline.level(now).variance


# The reading ---------------------------------------------------------------------------------


def test_too_little_says_nothing() -> None:
    """Two acts are too few; a third, or a check-in, is enough."""
    scene = Scene()
    scene.moment(1)
    scene.hurt(2)
    found = trust(scene, 3)
    assert (found.too_little, found.value, found.interval, found.course) == (True, None, None, ())
    assert (found.acts, found.ratings, len(found.evidence)) == (2, 0, 2)
    scene.rate(2, 40)
    found = trust(scene, 3)
    assert not found.too_little
    assert found.value is not None
    assert found.interval is not None
    assert found.interval.low < found.value < found.interval.high


def test_the_course_has_a_point_a_week() -> None:
    """From the first act to now: the first, each Monday, and now."""
    scene = Scene()
    for day in (0, 1, 30):
        scene.hurt(day)
    found = trust(scene, 31)
    steps = [after.at - before.at for before, after in zip(found.course, found.course[1:], strict=False)]
    assert found.course[0].at == START
    assert found.course[-1].at == at(31)
    assert found.course[-1].value == found.value
    assert steps[1:-1] == [timedelta(weeks=1)] * 3
    assert all(point.at.weekday() == 0 for point in found.course[1:-1])


def test_change_is_told_over_four_weeks() -> None:
    """Against the level of four weeks ago, and only where there was one."""
    scene = Scene()
    for day in (1, 2, 3, 40):
        scene.hurt(day, 5)
    assert trust(scene, 30).change is None
    change = trust(scene, 40).change
    assert change == pytest.approx(expit(mean(scene, 40)) - expit(mean(scene, 12)))
    assert change is not None
    assert change < 0


def test_later_acts_are_not_in_an_earlier_reading() -> None:
    """A state that knows more still reads as it was."""
    scene = Scene()
    for day in (1, 2, 3):
        scene.hurt(day, 5)
    before = trust(scene, 10)
    scene.hurt(20, 5)
    assert trust(scene, 10) == before


def test_directions_are_separate() -> None:
    """What Toby did says nothing of Toby's trust in Anna."""
    scene = Scene()
    scene.hurt(1)
    scene.rate(2, 30)
    assert set(fold(scene.placed).timelines) == {(ANNA, TOBY)}


# Numbers -------------------------------------------------------------------------------------


def test_golden_numbers() -> None:
    """Low, median and high of the 80 % band, on the days on which something changes."""
    scene = Scene()
    found = [band(scene, 0)]
    for day in (2, 4, 6, 8, 10):
        scene.kept(day, Result.BROKEN if day == 6 else Result.KEPT)
    found.append(band(scene, 10))
    scene.rate(10, 40)
    found += [band(scene, 10), band(scene, 70)]
    assert found == GOLDEN


def band(scene: Scene, day: float) -> tuple[float, float, float]:
    level = fold(scene.placed).timelines[ANNA, TOBY].level(int(at(day).timestamp()))
    reach = BAND_SD * sqrt(level.variance)
    low, middle, high = (round(expit(level.mean + side * reach), 6) for side in (-1, 0, 1))
    return low, middle, high


GOLDEN = [
    (0.183242, 0.5, 0.816758),
    (0.206542, 0.538732, 0.839751),
    (0.265093, 0.457195, 0.662931),
    (0.209001, 0.466242, 0.742781),
]


def test_the_level_of_one_check_in_by_hand() -> None:
    """Kalman's update, worked out by pencil."""
    level = Level(0)
    level.rate(logit(0.4))
    gain = 1.36 / (1.36 + 0.64)
    assert level.mean == pytest.approx(gain * log(0.4 / 0.6))
    assert level.variance == pytest.approx(1.36 * (1 - gain))
    level.advance(30 * DAY)
    slow, quick = exp(-0.03), exp(-1)
    assert level.mean == pytest.approx(log(0.4 / 0.6) * (slow * 1 + quick * 0.36) / 2)


def test_the_band_holds_what_it_says_in_a_simulation() -> None:
    """Of levels drawn from the model itself, eight in ten lie in the band, early and late."""
    random = Random(7)  # noqa: S311
    for silent_days in (0, 20, 200):
        assert 0.78 < inside_share(random, silent_days) < 0.82


def inside_share(random: Random, silent_days: int, runs: int = 3000) -> float:
    inside = 0
    for _ in range(runs):
        truth, level = simulate(random, silent_days)
        inside += abs(truth - level.mean) < BAND_SD * sqrt(level.variance)
    return inside / runs


def simulate(random: Random, silent_days: int) -> tuple[float, Level]:
    """Someone's true level after a few acts and check-ins, and what the engine makes of them."""
    timeline, told = Timeline(), Level(0)
    baseline, drift, conduct, now = random.gauss(0, 1), random.gauss(0, 0.6), 0.0, 0
    days_of = sorted(random.sample(range(120), 8))
    for number, day in enumerate(days_of):
        step = day - now
        slow, quick, fade = exp(-step / 1000), exp(-step / 30), 2 ** (-step / 90)
        baseline = slow * baseline + random.gauss(0, sqrt(1 - slow**2))
        drift = quick * drift + 0.6 * random.gauss(0, sqrt(1 - quick**2))
        conduct *= fade
        now = day
        instant = (day * DAY, 0, number)
        if random.random() < 0.6:
            amount = random.choice([0.08, -0.16, -0.48, 0.5])
            conduct += amount * (1 + PUSH_DOUBT * random.gauss(0, 1))
            cause: Effect | Rating = Effect(_uuid(number), amount, (Share(instant, 1.0, 0.0),))
        else:
            rating = baseline + drift + conduct + random.gauss(0, RATING_SD)
            told.advance(day * DAY)
            of_baseline, of_drift = told.var_baseline + told.covariance, told.covariance + told.var_drift
            total = of_baseline + of_drift + RATING_SD**2
            baseline += of_baseline / total * conduct  # a check-in takes in its share of conduct
            drift += of_drift / total * conduct
            conduct *= 1 - (of_baseline + of_drift) / total
            told.rate(rating)
            cause = Rating(_uuid(number), instant, rating)
        timeline.put(_uuid(number), cause)
    slow, quick, fade = exp(-silent_days / 1000), exp(-silent_days / 30), 2 ** (-silent_days / 90)
    baseline = slow * baseline + random.gauss(0, sqrt(1 - slow**2))
    drift = quick * drift + 0.6 * random.gauss(0, sqrt(1 - quick**2))
    return baseline + drift + conduct * fade, timeline.level((now + silent_days) * DAY)


def _uuid(number: int) -> UUID:
    return UUID(int=number + 1)


def test_two_who_write_down_the_same_count_it_once() -> None:
    """Two hurts that name one promise on one day are one: the first of one's own, with its weight."""
    scene = Scene()
    promise = scene.promise(0, 2)
    scene.hurt(2.5, author=TOBY, promise=promise.id)
    before = fold(scene.placed)
    mine = scene.hurt(3, 5, promise=promise.id)
    scene.hurt(4, 1, promise=promise.id)
    state = fold(scene.placed)
    assert [push.act for push in read_trust(state, ANNA, TOBY, at(5)).evidence] == [mine.id]
    assert read_trust(before, ANNA, TOBY, at(5)).acts == 1
    assert fold(reversed(scene.placed)) == state
    assert (read_erosion(state, ANNA, at(5)).count, read_erosion(state, ANNA, at(5)).total) == (1, 3.0)
    assert read_balance(state, ANNA, at(5)).hard == 1
    scene.add(Correction, 6, ANNA, of=mine.id, withdrawn=True)
    assert read_erosion(fold(scene.placed), ANNA, at(7)).total == 0.25


def test_two_days_of_one_promise_count_twice() -> None:
    scene = Scene()
    promise = scene.promise(0, 1, every=1)
    for day in (1, 2):
        scene.hurt(day + 0.5, promise=promise.id, occurrence=at(day).date())
    assert read_trust(fold(scene.placed), ANNA, TOBY, at(5)).acts == 2
