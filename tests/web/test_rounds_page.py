"""The pages of rounds: the same before and after an answer, for four answers and for none."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from amends.bonds.leave import leave
from amends.cli.main import main
from amends.people.models import Member, Notice, Role
from amends.rounds import keep
from tests.cast import NOW, begin
from tests.rounds.cast import WEEK, answers, seat, team
from tests.rounds.cast import begin as begin_round
from tests.web.cast import client_of, page, without_tokens

pytestmark = pytest.mark.django_db
PAGES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("rounds", {}),
    ("round-questions", {"questions": "speaking-up"}),
    ("today", {}),
    ("bond", {}),
    ("timeline", {}),
    ("ledger", {}),
    ("practices", {}),
    ("export", {}),
)
PAGES_WITHOUT_CODES = [one for one in PAGES if one[0] != "ledger"]
"""Two bonds have two codes there, whatever was asked in them."""


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def address(one: Member, name: str, **where: Any) -> str:
    return reverse(name, kwargs={"bond": one.bond_id, **where})


def begun(one: Member) -> UUID:
    """Someone begins a round through its page."""
    answer = client_of(one).post(address(one, "round-questions", questions="speaking-up"), {"lasts": "7"})
    assert answer.status_code == 303
    return UUID(answer["Location"].rstrip("/").rsplit("/", 1)[1])


def send(one: Member, asking: UUID, **fields: Any) -> None:
    answer = client_of(one).post(address(one, "round", round=asking), fields)
    assert answer.status_code == 303, answer.content.decode()


def seen(one: Member, asking: UUID, pages: Any = PAGES) -> list[str]:
    """All pages that might tell, without what differs at each request and the round's random name."""
    found = [page(one, name, **where) for name, where in (*pages, ("round", {"round": asking}))]
    return [without_tokens(text).replace(str(asking), "-") for text in found]


def test_six_are_asked_five_answer_and_everyone_reads_the_middle(clock: Any) -> None:
    seats = team()
    asking = begun(seats[0])
    assert "Asked by Tomasz, until Monday, 9 March, 18:00" in page(seats[3], "round", round=asking)
    for at, one in enumerate(seats[:5]):
        send(one, asking, upwards=str(at + 1), words=f"Text {at}")
    clock.shift(WEEK)
    told = page(seats[5], "round", round=asking)
    assert "Half of the answers lie from “Hardly” to “Mostly”; the one in the middle is “Partly”." in told
    assert {f"Text {at}" for at in range(5)} <= set(re.findall(r"Text \d", told))
    assert "At least 5 answered" in told
    assert told.count("Nothing is told of it: fewer than five answered.") == 3
    assert "the one in the middle is “Partly”" in page(seats[1], "round-questions", questions="speaking-up")


@pytest.mark.parametrize("count", [0, 1, 4, 6])
def test_before_the_close_no_page_tells_who_or_how_many(count: int) -> None:
    """Not even the pages of those who have answered."""
    seats = team()
    asking = begun(seats[0])
    before = [seen(one, asking) for one in seats]
    for one in seats[:count]:
        send(one, asking, upwards="2", words="Something")
        page(one, "today")  # where what was said once is said
    assert [seen(one, asking) for one in seats] == before


def test_after_the_close_four_look_exactly_like_none(clock: Any) -> None:
    found = []
    for count in (0, 4):
        seats = team()
        asking = begun(seats[0])
        for one in seats[:count]:
            send(one, asking, upwards="2", words="Something")
        clock.shift(WEEK)
        texts = ["".join(seen(one, asking, PAGES_WITHOUT_CODES)) for one in seats]
        names = {str(seats[0].bond_id): "bond"} | {str(one.id): one.name for one in seats}
        for known, called in names.items():
            texts = [text.replace(known, called) for text in texts]
        found.append([re.sub(r'value="[0-9a-f-]{36}"', "", text) for text in texts])
        clock.shift(-WEEK)
    assert found[0] == found[1]
    assert "whether there were four or none" in found[0][0]


def test_answering_writes_to_the_slots_and_nowhere_else() -> None:
    """Neither the session nor any other table learns that someone answered."""
    seats = team()
    asking = begun(seats[0])
    client = client_of(seats[1])
    client.get(address(seats[1], "today"))
    with CaptureQueriesContext(connection) as queries:
        client.post(address(seats[1], "round", round=asking), {"upwards": "2"})
    done = [query["sql"].split("(")[0].split(" WHERE ")[0].strip() for query in queries]
    written = {
        sql for sql in done if not sql.startswith(("SELECT", "BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))
    }
    assert written == {'DELETE FROM "rounds_slot"', 'INSERT INTO "rounds_slot"'}


def test_it_never_shows_what_one_answered() -> None:
    """Whoever takes the phone finds the same empty form."""
    seats = team()
    asking = begun(seats[0])
    send(seats[1], asking, upwards="1", words="Between me and the page")
    shown = page(seats[1], "round", round=asking)
    assert "Between me and the page" not in shown
    assert 'value="1" id="id_upwards_0" checked' not in shown


def test_what_is_too_long_is_said_at_its_field_and_stays() -> None:
    seats = team()
    asking = begun(seats[0])
    answer = client_of(seats[1]).post(address(seats[1], "round", round=asking), {"words": "x" * 1001})
    assert answer.status_code == 200
    assert "x" * 1001 in answer.content.decode()


def test_who_joined_later_reads_and_is_not_asked(clock: Any) -> None:
    seats = team()
    asking = begun(seats[0])
    later = seat(seats[0].bond, "Later")
    shown = page(later, "round", round=asking)
    assert "You will read what is told." in shown
    assert "<textarea" not in shown
    assert client_of(later).post(address(later, "round", round=asking), {"upwards": "1"}).status_code == 404
    assert "The team is asked" not in page(later, "today")


def test_joining_and_asking_again_warn(clock: Any) -> None:
    seats = team()
    asking = begin_round(seats[0])
    for one in seats:
        keep.answer(one, asking, answers(), NOW)
    keep.close_due(NOW + WEEK)
    seat(seats[0].bond, "Later")
    clock.shift(8 * WEEK)
    shown = page(seats[0], "round-questions", questions="speaking-up")
    assert "Nothing will be told of a round now" in shown
    asking = begun(seats[0])
    assert "Nothing will be told of this round" in page(seats[1], "round", round=asking)
    clock.shift(WEEK)
    assert "a comparison could have told" in page(seats[1], "round", round=asking)
    assert "anonymous rounds" in page(seats[0], "invitation")


def test_the_same_questions_rest() -> None:
    seats = team()
    begun(seats[0])
    assert "goes on now" in page(seats[1], "round-questions", questions="speaking-up")
    client = client_of(seats[1])
    again = client.post(address(seats[1], "round-questions", questions="speaking-up"), {"lasts": "3"})
    assert "goes on now" in again.content.decode()


def test_a_manager_and_an_ombudsperson_read_what_everyone_reads(clock: Any) -> None:
    seats = team()
    Member.objects.filter(id=seats[0].id).update(role=Role.MANAGER)
    Member.objects.filter(id=seats[5].id).update(role=Role.OMBUDS)
    asking = begun(seats[1])
    for at, one in enumerate(seats):
        send(one, asking, upwards=str(at % 5 + 1), words=f"Text {at}")
    clock.shift(WEEK)
    read = [
        re.sub(r"<summary>\s*\w+", "", without_tokens(page(seats[at], "round", round=asking)))
        for at in (0, 1, 5)
    ]
    assert read[0] == read[1] == read[2]


def test_rounds_are_for_teams_and_their_members_alone() -> None:
    seats = team()
    asking = begun(seats[0])
    friend, stranger = begin("Maya", "friends"), team(("Other",))[0]
    leave(seats[5], Notice.LATER, NOW)
    for name, where in (
        ("rounds", {}),
        ("round-questions", {"questions": "credit"}),
        ("round", {"round": asking}),
    ):
        assert client_of(friend).get(address(friend, name, **where)).status_code == 404
        for outside in (stranger, seats[5]):
            for method in ("get", "post"):
                there = getattr(client_of(outside), method)(address(seats[0], name, **where))
                assert there.status_code == 404
    assert client_of(seats[0]).get(address(seats[0], "round", round=uuid4())).status_code == 404
    assert client_of(stranger).get(address(stranger, "round", round=asking)).status_code == 404
    made_up = address(seats[0], "round-questions", questions="made-up")
    assert client_of(seats[0]).get(made_up).status_code == 404


def test_who_wants_no_prompts_is_not_reminded() -> None:
    seats = team()
    begun(seats[0])
    assert "The team is asked" in page(seats[1], "today")
    Member.objects.filter(id=seats[1].id).update(rests_prompts=True)
    assert "The team is asked" not in page(seats[1], "today")


def test_the_export_holds_what_was_told_and_nobodys_answers(clock: Any, tmp_path: Path) -> None:
    """It can be checked like any; who left before the close has less."""
    seats = team()
    asking = begun(seats[0])
    for at, one in enumerate(seats[:5]):
        send(one, asking, upwards=str(at + 1), words=f"Text {at}")
    leave(seats[5], Notice.LATER, timezone.now())
    clock.shift(WEEK)
    found = []
    for one in (seats[1], seats[5]):
        file = client_of(one).get(address(one, "export-file"))
        (path := tmp_path / f"{one.name}.json").write_bytes(file.content)
        assert CliRunner().invoke(main, ["verify", str(path)]).exit_code == 0
        found.append(json.loads(file.content)["rounds"])
    assert found[0][0]["told"]["middles"] == {"upwards": {"low": 2, "below": 3, "above": 3, "high": 4}}
    assert found[1] == []
    assert "nothing tells them from the others" in page(seats[1], "export")
