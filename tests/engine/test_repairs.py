"""How far a repair has come."""

from __future__ import annotations

from amends.acts.correction import Correction
from amends.acts.outcome import Result
from amends.acts.repair import Repair, Step, Turn
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.understanding import Cause, Understanding
from amends.engine.fold import fold
from amends.engine.repairs import read_repair
from amends.engine.results import Pace, RepairState, Stage
from tests.engine.acts import ANNA, MAYA, TOBY, Scene, at


def opened(scene: Scene, scope: Scope = Scope.SHARED) -> Repair:
    breach = scene.hurt(0, 3, scope=Scope.OWN)
    return scene.add(Repair, 1, ANNA, TOBY, name="late for dinner", of=(breach.id,), scope=scope)


def read(scene: Scene, repair: Repair) -> RepairState:
    return read_repair(fold(scene.placed), repair)


def stages(scene: Scene, repair: Repair) -> list[Stage]:
    return [stage for stage, _ in read(scene, repair).reached]


def test_what_is_kept_to_oneself_is_noticed_and_no_more() -> None:
    """Named means that the other can know of it."""
    scene = Scene()
    repair = opened(scene, Scope.OWN)
    assert read(scene, repair).reached == ((Stage.NOTICED, scene.placed[0].act.id),)
    named = scene.hurt(2, repair=repair.id)
    assert read(scene, repair).reached[1] == (Stage.NAMED, named.id)


def test_all_stages_in_turn() -> None:
    """Each stage names the act that reached it."""
    scene = Scene()
    repair = opened(scene)
    breach = scene.placed[0].act
    seen = scene.add(Response, 2, TOBY, of=breach.id, stance=Stance.SEE)
    why = scene.add(Understanding, 3, ANNA, of=repair.id, cause=Cause.COULD_NOT)
    promise = scene.promise(4, 5, every=1)
    accepted = scene.answer(4.5, scene.apology(4.2, repair=repair.id, promise=promise.id))
    outcomes = [scene.outcome(day + 0.5, promise, occurrence=at(day).date()) for day in (5, 6, 7, 8)]
    mended = scene.add(Turn, 9, ANNA, repair=repair.id, step=Step.MENDED)
    state = read(scene, repair)
    assert state.reached == (
        (Stage.NOTICED, breach.id),
        (Stage.NAMED, repair.id),
        (Stage.HEARD, seen.id),
        (Stage.UNDERSTOOD, why.id),
        (Stage.OWNED, accepted.id),
        (Stage.KEPT, outcomes[2].id),
        (Stage.MENDED, mended.id),
    )
    assert (state.pace, state.kept_since, state.hurt) == (Pace.MENDED, 4, (ANNA,))
    assert set(state.acts) == {placed.act.id for placed in scene.placed}
    assert state.acts[0] == breach.id


def test_not_now_and_other_peoples_answers_are_not_heard() -> None:
    """Heard is for the one who did it to say."""
    scene = Scene()
    repair = opened(scene)
    breach = scene.placed[0].act
    scene.add(Response, 2, TOBY, of=breach.id, stance=Stance.NOT_NOW)
    scene.add(Response, 2, MAYA, of=breach.id, stance=Stance.SEE)
    assert Stage.HEARD not in stages(scene, repair)
    scene.add(Response, 3, TOBY, of=breach.id, stance=Stance.DIFFERENT)
    assert Stage.HEARD in stages(scene, repair)


def test_a_repair_may_go_back() -> None:
    """A new apology starts the count of kept promises anew; resumed is no longer mended."""
    scene = Scene()
    repair = opened(scene)
    promise = scene.promise(1, 2, every=1)
    scene.answer(1.6, scene.apology(1.5, repair=repair.id, promise=promise.id))
    for day in (2, 3, 4):
        scene.outcome(day + 0.5, promise, occurrence=at(day).date())
    scene.add(Turn, 5, ANNA, repair=repair.id, step=Step.MENDED)
    assert stages(scene, repair)[-2:] == [Stage.KEPT, Stage.MENDED]
    scene.hurt(6, repair=repair.id)
    scene.add(Turn, 6, TOBY, repair=repair.id, step=Step.RESUMED)
    scene.apology(7, repair=repair.id, promise=promise.id)
    assert stages(scene, repair)[-1] is Stage.OWNED
    assert read(scene, repair).pace is Pace.GOING


def test_mended_is_for_the_one_who_was_hurt_to_say() -> None:
    """From anyone else it is ignored; rest and end are for both."""
    scene = Scene()
    repair = opened(scene)
    scene.add(Turn, 2, TOBY, repair=repair.id, step=Step.MENDED)
    assert read(scene, repair).pace is Pace.GOING
    scene.add(Turn, 3, MAYA, repair=repair.id, step=Step.ENDED)
    assert read(scene, repair).pace is Pace.GOING
    scene.add(Turn, 3, TOBY, repair=repair.id, step=Step.RESTED)
    assert read(scene, repair).pace is Pace.RESTING


def test_an_acceptance_taken_back_is_not_owned() -> None:
    """A corrected answer no longer reaches its stage."""
    scene = Scene()
    repair = opened(scene)
    answer = scene.answer(3, scene.apology(2, repair=repair.id))
    assert Stage.OWNED in stages(scene, repair)
    scene.add(Correction, 4, ANNA, of=answer.id, withdrawn=True)
    assert Stage.OWNED not in stages(scene, repair)


def test_broken_days_are_not_kept() -> None:
    """Only kept times since the last apology count towards *kept*."""
    scene = Scene()
    repair = opened(scene)
    promise = scene.promise(1, 2, every=1)
    scene.outcome(2.5, promise, occurrence=at(2).date())
    scene.apology(3, repair=repair.id, promise=promise.id)
    for day, result in ((3, Result.KEPT), (4, Result.BROKEN), (5, Result.KEPT), (6, Result.LATE)):
        scene.outcome(day + 0.5, promise, result, occurrence=at(day).date())
    assert read(scene, repair).kept_since == 2
