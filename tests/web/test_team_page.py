"""The team page, looking back together, and that a manager reads nothing of single people."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse

from amends.acts.apology import Apology
from amends.acts.breach import Breach
from amends.acts.outcome import Outcome, Result
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.ledger.read import find
from amends.people.models import Member, Role
from tests.cast import NOW, act, begin, hurt, person, promise
from tests.rounds.cast import team
from tests.web.cast import client_of, page, send, without_tokens, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(NOW + timedelta(hours=1), tick=False) as clock:
        yield clock


@pytest.fixture
def seats() -> list[Member]:
    """Tomasz manages, Ines is the ombudsperson."""
    found = team()
    for at, role in ((0, Role.MANAGER), (5, Role.OMBUDS)):
        found[at].role = role
        found[at].save()
    return found


def shared(author: Member, *acts: Any) -> None:
    """Acts that everyone has at once."""
    for one in acts:
        record(author, one, Scope.SHARED, NOW)
        share.share(author, one.id, NOW, at_once=True)


def test_what_someone_did_stands_there_under_their_name(seats: list[Member], clock: Any) -> None:
    """It waits ten minutes like anything shared, and can be taken back until then."""
    _tomasz, aiko, ben, *_rest = seats
    told = write(aiko, "recognition", who=str(ben.id), words="Kept the log", outcome="We found it at once")
    assert find(ben, told) is None
    clock.shift(timedelta(minutes=11))
    shown = page(seats[4], "team")
    assert "<strong>Ben</strong>" in shown
    assert "Kept the log" in shown
    assert "We found it at once" in shown
    assert "told by Aiko" in shown
    assert "Aiko said what you did" in page(ben, "act", act=told)


def test_nobody_is_told_of_by_themselves(seats: list[Member]) -> None:
    address = reverse("adding-kind", kwargs={"bond": seats[1].bond_id, "kind": "recognition"})
    _id, answer = send(seats[1], address, {"who": str(seats[1].id), "words": "I did it all"})
    assert answer.status_code == 200


def test_a_small_win_is_everyones(seats: list[Member], clock: Any) -> None:
    write(seats[2], "moment", who="everyone", words="A quiet night", scope="shared")
    write(seats[2], "moment", who=str(seats[1].id), words="Between two", scope="shared")
    clock.shift(timedelta(minutes=11))
    shown = page(seats[4], "team")
    assert "A quiet night" in shown
    assert "Between two" not in shown


def test_a_small_win_can_not_lie_between_two(seats: list[Member]) -> None:
    address = reverse("adding-kind", kwargs={"bond": seats[1].bond_id, "kind": "moment"})
    _id, answer = send(seats[1], address, {"who": "everyone", "words": "A win", "scope": "pair"})
    assert "Choose with whom" in answer.content.decode()


def test_decisions_stand_with_their_reason_until_they_are_closed(seats: list[Member], clock: Any) -> None:
    fields = {"shelf": "decision", "rationale": "Nobody to call at four", "review": "2026-03-03"}
    made = write(seats[0], "disclosure", words="Two on call", scope="shared", **fields)
    clock.shift(timedelta(days=2))
    shown = page(seats[4], "team")
    assert "Because: Nobody to call at four" in shown
    assert "Decisions to look at again" in shown
    address = reverse("closing", kwargs={"bond": seats[0].bond_id, "act": made})
    client_of(seats[0]).post(address)
    for one in (seats[0], seats[4]):
        assert "Two on call" not in page(one, "team")


def test_one_can_write_to_the_ombudsperson_alone(seats: list[Member], clock: Any) -> None:
    """Nobody else's pages change by a byte, the manager's among them."""
    tomasz, aiko, *_rest, ines = seats
    places = ("today", "bond", "team", "timeline", "ledger", "open-book")
    before = [without_tokens(page(one, name)) for one in (tomasz, seats[2]) for name in places]
    assert f"letter/?to={ines.id}" in page(aiko, "team")
    address = reverse("adding-kind", kwargs={"bond": aiko.bond_id, "kind": "letter"}) + f"?to={ines.id}"
    sent, answer = send(aiko, address, {"who": str(ines.id), "words": "Something at work", "scope": "pair"})
    assert answer.status_code == 303
    clock.shift(timedelta(minutes=11))
    assert "Something at work" in page(ines, "act", act=sent)
    clock.shift(-timedelta(minutes=11))
    assert [without_tokens(page(one, name)) for one in (tomasz, seats[2]) for name in places] == before


def test_only_a_team_has_such_a_page() -> None:
    maya = begin("Maya", "friends")
    assert client_of(maya).get(reverse("team", kwargs={"bond": maya.bond_id})).status_code == 404
    assert reverse("team", kwargs={"bond": maya.bond_id}) not in page(maya, "bond")
    assert reverse("rounds", kwargs={"bond": maya.bond_id}) not in page(maya, "practices")
    retro = reverse("practice", kwargs={"bond": maya.bond_id, "practice": "retro"})
    assert client_of(maya).get(retro).status_code == 404


def answer_step(one: Member, session: UUID, step: str, **fields: Any) -> None:
    address = reverse("session", kwargs={"bond": one.bond_id, "session": session})
    _id, answer = send(one, address, {"step": step, "round": "0"} | fields)
    assert answer.status_code == 303, answer.content.decode()


def test_looking_back_together_begins_with_what_is_open(seats: list[Member]) -> None:
    """Six take part; one goes on for all, and nobody who says nothing holds anyone up."""
    tomasz, aiko, ben, farah, *_rest = seats
    shared(tomasz, promise(tomasz, ben))
    begun, answer = send(
        aiko, reverse("practice", kwargs={"bond": aiko.bond_id, "practice": "retro"}), {"with": "everyone"}
    )
    assert answer.status_code == 303
    first = page(ben, "session", session=begun)
    assert "What is still open?" in first
    assert "Home by seven." in first
    assert "Aiko goes on for everyone" in first
    answer_step(ben, begun, "open", choice="done")
    assert "What is still open?" in page(farah, "session", session=begun)
    answer_step(aiko, begun, "open", choice="done")
    answer_step(ben, begun, "kept", words="The drill was good")
    assert "Aiko goes on for everyone, once there was time." in page(ben, "session", session=begun)
    answer_step(aiko, begun, "kept", choice="pass")
    for step in ("hard", "other"):
        answer_step(farah, begun, step, words="Nights alone")
        answer_step(aiko, begun, step, choice="pass")
    answer_step(aiko, begun, "agree", words="Two on call")
    for one in seats:
        shown = page(one, "session", session=begun)
        assert "This has come to its end." in shown
        assert "Two on call" in shown


def worked_with(manager: Member, employee: Member) -> UUID:
    """Weeks between two: a repair, an apology with a promise, and how it went."""
    repair = act(Repair, manager, employee, name="Late reports")
    shared(manager, repair)
    for at in range(8):
        shared(manager, hurt(manager, employee, words=f"Late {at}", repair=repair.id))
    made = promise(employee, manager)
    shared(employee, made)
    owned = act(Breach, employee, manager, words="I was late", repair=repair.id)
    shared(employee, owned)
    shared(
        employee,
        act(Apology, employee, manager, words="Sorry", of=(owned.id,), repair=repair.id, promise=made.id),
    )
    kept = act(Outcome, manager, manager, by=person(employee), promise=made.id, result=Result.KEPT)
    shared(manager, kept)
    return repair.id


def test_a_manager_reads_nothing_of_single_people(seats: list[Member]) -> None:
    """Where anyone else in that place would: no trust, no pace, no memory, no kept word, no rating."""
    tomasz, aiko, ben, *_rest = seats
    repairs = [worked_with(one, aiko) for one in (tomasz, ben)]
    Member.objects.filter(id__in=(tomasz.id, ben.id)).update(with_ratings=True)
    told = "Your trust in Aiko"
    assert told in page(ben, "bond")
    assert told not in page(tomasz, "bond")
    with_follow = page(ben, "repair", repair=repairs[1])
    without = page(tomasz, "repair", repair=repairs[0])
    assert ("follow-through" in with_follow, "follow-through" in without) == (True, False)
    for name, where in (
        ("memory", {}),
        ("pace", {"member": aiko.id}),
        ("adding-kind", {"kind": "check-in"}),
    ):
        address = reverse(name, kwargs={"bond": tomasz.bond_id, **where})
        assert client_of(tomasz).get(address).status_code == 404, name
        assert client_of(ben).get(address).status_code == 200, name
    assert "Late 3" not in page(tomasz, "reading", reading="trust")
    assert "Late 3" in page(ben, "reading", reading="trust")
    assert "with_ratings" not in page(tomasz, "settings")
    for one, shows in ((tomasz, False), (ben, True)):
        assert (reverse("memory", kwargs={"bond": one.bond_id}) in page(one, "bond")) is shows


def test_who_stops_managing_reads_again(seats: list[Member]) -> None:
    """The role is what holds it back, and everyone sees the role."""
    tomasz, aiko, *_rest = seats
    worked_with(tomasz, aiko)
    before = page(tomasz, "bond")
    Member.objects.filter(id=tomasz.id).update(role=Role.MEMBER)
    assert "Your trust in Aiko" not in before
    assert "Your trust in Aiko" in page(tomasz, "bond")


PAGES: tuple[tuple[str, dict[str, Any]], ...] = (
    *((name, {}) for name in ("today", "bond", "team", "timeline", "open-book", "boundaries", "check-in")),
    *((name, {}) for name in ("practices", "rounds", "adding", "settings", "ledger", "export", "arriving")),
    *((name, {}) for name in ("patterns", "summary", "facilitators", "invitation", "leaving", "joy")),
    *(
        ("reading", {"reading": name})
        for name in ("trust", "promises", "weight", "balance", "week", "follow-through")
    ),
)


def test_no_page_of_a_manager_holds_a_reading_of_someone(seats: list[Member]) -> None:
    """All that a manager can open, with weeks of acts between them and Aiko behind it."""
    tomasz, aiko, ben, *_rest = seats
    for one in (tomasz, ben):
        worked_with(one, aiko)
    Member.objects.update(with_weights=True, with_ratings=True, with_apologies=True)
    read_of_someone = re.compile(r"Your trust in|raised it|lowered it|How long it might take|kept \d+ of \d+")
    assert [name for name, where in PAGES if read_of_someone.search(page(tomasz, name, **where))] == []
    assert [name for name, where in PAGES if read_of_someone.search(page(ben, name, **where))]
