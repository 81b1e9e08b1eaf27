"""Recording: what goes where, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from amends.acts.amends import Amends, Completion
from amends.acts.answer import About, Answer, Reply
from amends.acts.apology import Apology
from amends.acts.base import Act, Person
from amends.acts.boundary import Boundary, Observance, Respect, Subject
from amends.acts.breach import Breach
from amends.acts.checkin import CheckIn
from amends.acts.correction import Correction
from amends.acts.due import Due, Unit
from amends.acts.journal import Journal
from amends.acts.outcome import Outcome, Result
from amends.acts.promise import Promise
from amends.acts.repair import Repair, Step, Turn
from amends.acts.request import Request
from amends.acts.response import Response, Stance
from amends.acts.scope import Scope
from amends.acts.settlement import Settlement
from amends.acts.understanding import Cause, Understanding
from amends.acts.wave import Wave
from amends.acts.when import When
from amends.bonds import share
from amends.bonds.errors import Refused
from amends.bonds.record import record
from amends.ledger.errors import SameIdOtherBody
from amends.ledger.read import find
from amends.people.models import Member
from tests.cast import MINUTE, NOW, act, begin, hurt, person, promise

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LATER = NOW + 11 * MINUTE
MUCH_LATER = NOW.replace(day=5)
RESPECT = Respect.HONOURED


def send(seat: Member, made: Act) -> Act:
    """Record and share at once, as if the ten minutes had passed."""
    record(seat, made, Scope.SHARED, NOW)
    share.share(seat, made.id, NOW, at_once=True)
    return made


def refused(seat: Member, made: Act, scope: Scope = Scope.OWN, **others: Member) -> str:
    """The field at which recording is refused; nothing is kept."""
    with pytest.raises(Refused) as caught:
        record(seat, made, scope, MUCH_LATER, **others)
    assert find(seat, made.id) is None
    return caught.value.field


def test_what_is_kept_to_oneself_is_nowhere_else(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    recorded = record(anna, breach, Scope.OWN, NOW)
    assert (recorded.act_id, recorded.replayed, recorded.shared_at) == (breach.id, False, None)
    placed = find(anna, breach.id)
    assert placed is not None
    assert (placed.act, placed.scope) == (breach, Scope.OWN)
    share.flush(anna.bond, MUCH_LATER)
    assert find(toby, breach.id) is None


def test_handing_in_the_same_act_again_changes_nothing(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    first = record(anna, breach, Scope.SHARED, NOW)
    later = replace(
        breach, recorded_at=breach.recorded_at + MINUTE, occurred=When.received(NOW + MINUTE, "Europe/London")
    )
    again = record(anna, later, Scope.SHARED, NOW + MINUTE)
    assert again.replayed
    assert again.shared_at == first.shared_at


def test_the_same_id_with_something_else_in_it_is_a_conflict(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.OWN, NOW)
    with pytest.raises(SameIdOtherBody):
        record(anna, replace(breach, words="Something else."), Scope.OWN, NOW)


def test_another_members_id_cannot_be_used(anna: Member, toby: Member) -> None:
    breach = send(anna, hurt(anna, toby))
    with pytest.raises(SameIdOtherBody):
        record(toby, replace(hurt(toby, anna), id=breach.id), Scope.SHARED, NOW)


def test_a_replay_does_not_send_again_what_was_taken_back(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.SHARED, NOW)
    share.take_back(anna, breach.id, NOW + MINUTE)
    assert record(anna, breach, Scope.SHARED, NOW + MINUTE).shared_at is None
    share.flush(anna.bond, MUCH_LATER)
    assert find(toby, breach.id) is None


def test_nobody_records_in_anothers_name(anna: Member, toby: Member) -> None:
    assert refused(anna, hurt(toby, anna)) == "author"


def test_a_stranger_cannot_be_named(anna: Member, toby: Member) -> None:
    stranger = begin("Stranger")
    assert refused(anna, hurt(anna, stranger)) == "by"
    assert refused(anna, promise(anna, stranger)) == "affected"
    assert refused(anna, replace(hurt(anna, toby), by=Person("Toby"))) == "by"


@pytest.mark.parametrize("scope", [Scope.SHARED, Scope.OWN])
def test_not_now_stays_with_whoever_says_it(anna: Member, toby: Member, scope: Scope) -> None:
    breach = send(anna, hurt(anna, toby))
    request = send(anna, act(Request, anna, toby, words="Ring me?"))
    not_now = (
        act(Response, toby, anna, of=breach.id, stance=Stance.NOT_NOW),
        act(Answer, toby, anna, of=request.id, about=About.REQUEST, reply=Reply.NOT_NOW),
    )
    for made in not_now:
        assert record(toby, made, scope, NOW).shared_at is None
        with pytest.raises(Refused):
            share.share(toby, made.id, NOW)
    share.flush(anna.bond, MUCH_LATER)
    assert all(find(anna, made.id) is None for made in not_now)
    assert all(find(toby, made.id) is not None for made in not_now)


def test_answers_outcomes_and_corrections_arrive_at_once(anna: Member, toby: Member) -> None:
    breach = send(anna, hurt(anna, toby))
    promised = send(toby, promise(toby, anna))
    prompt = [
        (toby, act(Response, toby, anna, of=breach.id, stance=Stance.SEE)),
        (toby, act(Outcome, toby, anna, promise=promised.id, result=Result.LATE, minutes=8)),
        (
            anna,
            act(Outcome, anna, anna, by=person(toby), promise=promised.id, result=Result.BROKEN),
        ),
        (anna, act(Settlement, anna, promise=promised.id, result=Result.LATE, minutes=8)),
        (anna, act(Correction, anna, of=breach.id, words="It was Tuesday.")),
    ]
    for seat, made in prompt:
        assert record(seat, made, Scope.SHARED, NOW).shared_at == NOW
        other = toby if seat == anna else anna
        assert find(other, made.id) is not None


def test_the_rest_waits_ten_minutes(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    assert record(anna, breach, Scope.SHARED, NOW).shared_at == NOW + 10 * MINUTE
    share.flush(anna.bond, NOW + 9 * MINUTE)
    assert find(toby, breach.id) is None
    share.flush(anna.bond, NOW + 10 * MINUTE)
    assert find(toby, breach.id) is not None


@pytest.mark.parametrize(
    "private",
    [
        lambda anna, toby: act(Journal, anna, words="A long day."),
        lambda anna, toby: act(CheckIn, anna, about=person(toby), predictable=40, dependable=40, faith=60),
        lambda anna, toby: act(Wave, anna),
    ],
)
def test_some_kinds_never_leave_their_author(anna: Member, toby: Member, private: object) -> None:
    assert callable(private)
    made = private(anna, toby)
    assert refused(anna, made, Scope.SHARED) == "scope"
    record(anna, made, Scope.OWN, NOW)
    with pytest.raises(Refused):
        share.share(anna, made.id, NOW)


def test_a_boundary_about_what_is_anothers_can_be_kept_but_not_shared(anna: Member, toby: Member) -> None:
    made = act(Boundary, anna, toby, words="Don't see them.", subject=Subject.THEIR_FRIENDS)
    assert refused(anna, made, Scope.SHARED) == "subject"
    assert record(anna, made, Scope.OWN, NOW).shared_at is None
    with pytest.raises(Refused) as caught:
        share.share(anna, made.id, NOW)
    assert caught.value.field == "subject"


def test_one_that_protects_oneself_is_shared(anna: Member, toby: Member) -> None:
    for subject in (Subject.MY_BODY, Subject.MY_PHONE, Subject.MY_MONEY, Subject.MY_CHILDREN):
        made = act(Boundary, anna, toby, words="Ask first.", subject=subject)
        assert record(anna, made, Scope.SHARED, NOW).shared_at is not None


def test_what_is_shared_refers_to_shared_acts_alone(anna: Member, toby: Member) -> None:
    breach = hurt(anna, toby)
    record(anna, breach, Scope.OWN, NOW)
    repair = act(Repair, anna, toby, name="Late for dinner", of=(breach.id,))
    assert refused(anna, repair, Scope.SHARED) == "of"
    share.share(anna, breach.id, NOW)  # on its way is enough: it arrives first
    recorded = record(anna, repair, Scope.SHARED, NOW + MINUTE)
    assert recorded.shared_at == NOW + 11 * MINUTE


def test_an_answer_waits_for_what_it_refers_to(anna: Member, toby: Member) -> None:
    promised = promise(toby, anna)
    record(toby, promised, Scope.SHARED, NOW)
    withdrawn = act(Outcome, toby, anna, promise=promised.id, result=Result.WITHDRAWN, now=NOW + MINUTE)
    assert record(toby, withdrawn, Scope.SHARED, NOW + MINUTE).shared_at == NOW + 10 * MINUTE
    share.flush(anna.bond, NOW + 10 * MINUTE)
    assert find(anna, promised.id) is not None
    assert find(anna, withdrawn.id) is not None


def test_what_it_refers_to_must_be_there(anna: Member, toby: Member) -> None:
    made = act(Response, toby, anna, of=uuid4(), stance=Stance.SEE)
    assert refused(toby, made, Scope.SHARED) == "of"
    kept_by_anna = hurt(anna, toby)
    record(anna, kept_by_anna, Scope.OWN, NOW)
    assert refused(toby, replace(made, of=kept_by_anna.id), Scope.SHARED) == "of"


def test_acts_must_fit_what_they_refer_to(anna: Member, toby: Member) -> None:
    """Each line: whose, what, and the field at which it is refused."""
    breach = send(anna, hurt(anna, toby))
    own_breach = send(toby, hurt(toby, anna))
    owned = send(toby, act(Breach, toby, anna, words="I came late."))
    promised = send(toby, promise(toby, anna))
    request = send(anna, act(Request, anna, toby, words="Ring me?"))
    boundary = send(anna, act(Boundary, anna, toby, words="No shouting."))
    apology = send(toby, act(Apology, toby, anna, of=(breach.id,), words="I was late."))
    amends = send(toby, act(Amends, toby, anna, words="I cook.", apology=apology.id))
    by_anna, by_toby = {"by": person(anna)}, {"by": person(toby)}
    unfit: list[tuple[Member, Act, str]] = [
        (anna, act(Response, anna, of=breach.id, stance=Stance.SEE), "of"),
        (toby, act(Response, toby, of=promised.id, stance=Stance.SEE), "of"),
        (toby, act(Response, toby, of=owned.id, stance=Stance.SEE), "of"),
        (toby, act(Answer, toby, of=boundary.id, about=About.REQUEST, reply=Reply.YES), "of"),
        (anna, act(Answer, anna, of=request.id, about=About.REQUEST, reply=Reply.YES), "of"),
        (toby, act(Answer, toby, of=apology.id, about=About.APOLOGY, reply=Reply.ACCEPTED), "of"),
        (toby, act(Apology, toby, anna, of=(own_breach.id,), words="Sorry."), "of"),
        (anna, act(Apology, anna, toby, promise=promised.id, words="Sorry."), "promise"),
        (anna, act(Outcome, anna, toby, promise=promised.id, result=Result.KEPT), "promise"),
        (
            anna,
            act(
                Outcome, anna, anna, **by_toby, promise=promised.id, result=Result.KEPT,
                occurrence=date(2026, 3, 4),
            ),
            "occurrence",
        ),
        (anna, act(Settlement, anna, promise=breach.id, result=Result.KEPT), "promise"),
        (anna, act(Promise, anna, toby, words="x", due=promised.due, request=request.id), "request"),
        (anna, act(Promise, anna, toby, words="x", due=promised.due, instead_of=promised.id), "instead_of"),
        (anna, hurt(anna, toby, promise=request.id), "promise"),
        (toby, hurt(toby, anna, promise=promised.id), "promise"),
        (toby, act(Correction, toby, of=breach.id, words="Not so."), "of"),
        (toby, act(Observance, toby, toby, **by_anna, boundary=boundary.id, respect=RESPECT), "boundary"),
        (anna, act(Amends, anna, toby, words="x", apology=apology.id), "apology"),
        (anna, act(Turn, anna, repair=breach.id, step=Step.RESTED), "repair"),
        (anna, act(Understanding, anna, of=promised.id, cause=Cause.COULD_NOT), "of"),
    ]  # fmt: skip
    assert [refused(seat, made) for seat, made, _ in unfit] == [field for _, _, field in unfit]
    fit: list[tuple[Member, Act]] = [
        (toby, act(Response, toby, of=breach.id, stance=Stance.SEE)),
        (anna, act(Response, anna, of=owned.id, stance=Stance.SEE)),
        (anna, act(Completion, anna, anna, **by_toby, amends=amends.id)),
        (anna, act(Observance, anna, anna, **by_toby, boundary=boundary.id, respect=RESPECT)),
        (anna, act(Understanding, anna, of=breach.id, cause=Cause.COULD_NOT)),
        (anna, hurt(anna, toby, promise=promised.id)),
        (toby, act(Promise, toby, anna, words="x", due=promised.due, request=request.id)),
    ]  # fmt: skip
    for seat, made in fit:
        assert record(seat, made, Scope.SHARED, NOW).shared_at is not None


def test_a_repeating_promise_is_judged_day_by_day(anna: Member, toby: Member) -> None:
    weekly = Due(When.said("2026-03-02T19:00", "Europe/London"), 1, Unit.WEEK)
    promised = send(toby, promise(toby, anna, due=weekly))
    kept = act(Outcome, anna, anna, by=person(toby), promise=promised.id, result=Result.KEPT)
    assert refused(anna, kept) == "occurrence"
    assert refused(anna, replace(kept, occurrence=date(2026, 3, 3))) == "occurrence"
    assert not record(anna, replace(kept, occurrence=date(2026, 3, 9)), Scope.SHARED, NOW).replayed
    whole = act(Outcome, toby, anna, promise=promised.id, result=Result.WITHDRAWN)
    assert not record(toby, whole, Scope.SHARED, NOW).replayed


class TestBetweenTwo:
    """In a bond of three or more."""

    def test_what_lies_between_two_is_not_there_for_the_third(self, friends: tuple[Member, ...]) -> None:
        maya, lena, jo = friends
        breach = hurt(maya, lena)
        record(maya, breach, Scope.PAIR, NOW, other=lena)
        share.flush(maya.bond, LATER)
        placed = find(lena, breach.id)
        assert placed is not None
        assert placed.scope is Scope.PAIR
        assert find(jo, breach.id) is None

    def test_an_answer_to_it_stays_there(self, friends: tuple[Member, ...]) -> None:
        maya, lena, jo = friends
        breach = hurt(maya, lena)
        record(maya, breach, Scope.PAIR, NOW, other=lena)
        share.flush(maya.bond, LATER)
        answer = act(Response, lena, maya, of=breach.id, stance=Stance.SEE, now=LATER)
        assert refused(lena, answer, Scope.SHARED) == "of"
        assert refused(lena, answer, Scope.PAIR, other=jo) in {"of", "affected"}
        assert record(lena, answer, Scope.PAIR, LATER, other=maya).shared_at == LATER
        assert find(maya, answer.id) is not None
        assert find(jo, answer.id) is None

    def test_it_can_be_about_the_two_alone(self, friends: tuple[Member, ...]) -> None:
        maya, lena, jo = friends
        assert refused(maya, hurt(maya, jo), Scope.PAIR, other=lena) == "affected"

    def test_it_needs_an_other(self, friends: tuple[Member, ...]) -> None:
        maya, lena, _ = friends
        assert refused(maya, hurt(maya, lena), Scope.PAIR) == "scope"
        assert refused(maya, hurt(maya, lena), Scope.PAIR, other=maya) == "scope"
        assert refused(maya, hurt(maya, lena), Scope.PAIR, other=begin("Stranger")) == "scope"

    def test_two_have_no_pair_ledger(self, anna: Member, toby: Member) -> None:
        assert refused(anna, hurt(anna, toby), Scope.PAIR, other=toby) == "scope"

    def test_a_second_tap_on_share_now_does_not_widen_it(self, friends: tuple[Member, ...]) -> None:
        maya, lena, jo = friends
        breach = hurt(maya, lena)
        record(maya, breach, Scope.PAIR, NOW, other=lena)
        for _ in range(2):
            share.share(maya, breach.id, NOW, at_once=True)
        assert find(lena, breach.id) is not None
        assert find(jo, breach.id) is None
