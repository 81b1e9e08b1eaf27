"""What the promise behind an apology has done since."""

from __future__ import annotations

from uuid import UUID

from amends.acts.amends import Amends, Completion
from amends.acts.apology import Apology
from amends.acts.outcome import SETTLES, Result
from amends.engine.conduct import given_back, standing_answer
from amends.engine.params import BAND, FOLLOW_THROUGH_LEAST, RELIABILITY_BROKEN, RELIABILITY_KEPT
from amends.engine.reliability import beta_interval
from amends.engine.results import FollowThrough, Push
from amends.engine.state import State, instant_of, key_of
from amends.engine.verdicts import days_said, judge


def read_follow_through(state: State, apology: Apology) -> FollowThrough:
    """Each time since the apology that its promise was judged, and whether what it took off still holds."""
    found = _since(state, apology)
    results = [result for _key, _said, result in found]
    kept = results.count(Result.KEPT)
    too_little = len(results) < FOLLOW_THROUGH_LEAST
    a, b = RELIABILITY_KEPT + kept, RELIABILITY_BROKEN + len(results) - kept
    return FollowThrough(
        apology=apology.id,
        promise=apology.promise,
        kept=kept,
        late=results.count(Result.LATE),
        broken=results.count(Result.BROKEN),
        put_right=_put_right(state, apology),
        given_back=_given_back(state, apology),
        value=None if too_little else a / (a + b),
        interval=None if too_little else beta_interval(a, b, BAND),
        too_little=too_little,
        evidence=tuple(Push(said, float(result is Result.KEPT)) for _key, said, result in reversed(found)),
    )


def _since(state: State, apology: Apology) -> list[tuple[object, UUID, Result]]:
    if apology.promise is None:
        return []
    verdicts = (judge(state, apology.promise, day) for day in days_said(state, apology.promise))
    return sorted(
        (key_of(verdict.deciding), verdict.deciding.id, verdict.result)
        for verdict in verdicts
        if verdict.deciding is not None
        and verdict.result in SETTLES
        and key_of(verdict.deciding) > key_of(apology)
    )


def _put_right(state: State, apology: Apology) -> int:
    """How many of the things offered to put it right were done, as those say whom they were for."""
    offered = (one for one in state.naming_it(apology.id, Amends) if one.author == apology.author)
    return sum(
        any(done.author in one.affected for done in state.naming_it(one.id, Completion)) for one in offered
    )


def _given_back(state: State, apology: Apology) -> bool:
    """Whether its promise was broken for someone after they had accepted it."""
    for person in apology.affected:
        answer = standing_answer(state, apology, person)
        if answer is not None:
            begin = max(instant_of(answer), instant_of(apology))
            if given_back(state, apology, (person, apology.author), begin) is not None:
                return True
    return False
