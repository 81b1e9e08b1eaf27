"""When trust might reach a level: what conduct like the last weeks' leads to, and when nothing is said."""

from __future__ import annotations

from math import log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.acts.outcome import Result
from amends.engine.fold import fold
from amends.engine.pace import Conduct, chance_at, crossing, kept_needed, level_at, read_pace
from amends.engine.params import HALF_LIFE_DAYS, PRIOR_MEAN
from amends.engine.results import TrustPace
from amends.engine.scales import expit, logit
from amends.engine.timeline import Level
from tests.engine.acts import ANNA, TOBY, Scene, at

EACH_DAY = Conduct(days=84, good=36, bad=0)


def pace(scene: Scene, day: float, sought: float = 0.7) -> TrustPace:
    return read_pace(fold(scene.placed), ANNA, TOBY, at(day), sought)


def lived(result: Result, days: int = 60) -> Scene:
    """A promise every other day, and three check-ins."""
    scene = Scene()
    for day in range(0, days, 2):
        scene.kept(day, result)
    for day in (5, 25, 55):
        scene.rate(day, 40)
    return scene


def test_golden_numbers() -> None:
    """Three acts a week, all kept, from a level of .4 with nothing pushed yet.

    Worked out by hand: 3/7 · .08 · 90 / ln 2 = 4.451745; of it 1 − 2^(−84/90) = .476353 after twelve weeks.
    """
    level = Level(0, baseline=logit(0.4))
    steady = 3 / 7 * 0.08 * HALF_LIFE_DAYS / log(2)
    assert steady == pytest.approx(4.451745, abs=1e-6)
    baseline = logit(0.4) * 2.718281828459045 ** (-84 / 1000)
    expected = PRIOR_MEAN + baseline + steady * 0.476353
    assert level_at(level, EACH_DAY, 84.0, 1.0, 3 / 7) == pytest.approx(expected, abs=1e-5)
    assert kept_needed(level, EACH_DAY, 0.7) == pytest.approx(0.7592, abs=1e-4)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.05, 0.95), st.floats(0, 300))
def test_more_good_acts_never_make_it_later(good: int, bad: int, sought: float, days: float) -> None:
    level = Level(0)
    less = chance_at(level, Conduct(84, good, bad + 1), days, sought)
    same = chance_at(level, Conduct(84, good, bad), days, sought)
    assert -1e-9 <= less <= 1 + 1e-9
    better = chance_at(level, Conduct(84, good + bad, 0), days, sought)
    assert better >= same - 1e-9
    assert (
        crossing(level, Conduct(84, good + bad, 0), sought)[0]
        <= crossing(level, Conduct(84, good, bad), sought)[0] + 1e-9
    )


def test_the_mean_is_what_acting_it_out_gives() -> None:
    """Acts drawn at the same rates, eight hundred times over, from the engine's own level."""
    chance, total, days = Random(1), 0.0, 120  # noqa: S311
    for _ in range(800):
        level = Level(0)
        for day in range(days):
            level.advance(day * 86_400)
            if chance.random() < 0.4:
                level.conduct += 0.08 if chance.random() < 0.8 else -0.16
        level.advance(days * 86_400)
        total += level.mean / 800
    assert total == pytest.approx(float(level_at(Level(0), EACH_DAY, days, 0.8, 0.4)), abs=0.08)


def test_what_is_kept_leads_there_and_what_is_broken_does_not() -> None:
    kept, broken = pace(lived(Result.KEPT), 60), pace(lived(Result.BROKEN), 60)
    assert kept.earliest is not None
    assert kept.earliest >= at(60)
    assert kept.never is not None
    assert kept.never < 0.2
    assert [weeks for weeks, _chance in kept.chances] == [4, 12, 26, 36]
    assert list(kept.chances) == sorted(kept.chances, key=lambda pair: pair[1])
    assert broken.never is not None
    assert broken.never > 0.9
    assert broken.earliest is broken.latest is None


def test_few_acts_or_check_ins_say_nothing() -> None:
    """Nine acts, or two check-ins, are too few for a date."""
    scene = Scene()
    for day in range(12):
        scene.kept(day)
    for day in (3, 7):
        scene.rate(day, 50)
    assert pace(scene, 12).too_little
    assert pace(scene, 12).chances == ()
    scene.rate(11, 50)
    assert not pace(scene, 12).too_little
    assert len(pace(scene, 12).evidence) == 12


def test_trust_that_is_there_is_said_to_be_there() -> None:
    scene = lived(Result.KEPT)
    found = pace(scene, 60, sought=expit(-2.0))
    assert found.reached
