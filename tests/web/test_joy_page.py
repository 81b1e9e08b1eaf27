"""Something to enjoy: looked for, drawn by chance, laid aside for oneself, and made the next act."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amends.acts.looking_forward import LookingForward
from amends.ledger.read import read_placed
from amends.people.models import Member
from amends.practices.joy import Who, Wish, find, ideas
from tests.cast import add, begin
from tests.web.cast import client_of, page, send, without_tokens

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def look(seat: Member, **wanted: str) -> str:
    answer = client_of(seat).get(here(seat), wanted)
    assert answer.status_code == 200
    return answer.content.decode()


def here(seat: Member) -> str:
    return reverse("joy", kwargs={"bond": seat.bond_id})


def lay(seat: Member, **sent: str) -> HttpResponse:
    return client_of(seat).post(here(seat) + "?place=apart", sent)  # type: ignore[return-value]


def shown_in(text: str) -> list[str]:
    """The ideas that are listed, by their words in the address of what they lead to."""
    return re.findall(r"idea=([a-z-]+)", text.partition("<h2>Ideas</h2>")[2])


def drawn_in(text: str) -> str:
    return re.findall(r"idea=([a-z-]+)", text.split('id="drawn"')[1])[0]


def test_it_shows_what_fits_and_says_what_was_chosen(anna: Member) -> None:
    text = look(anna, place="apart", time="minutes", who="two")
    fitting = {one.id for one in ideas("en", "couple") if "apart" in one.place and one.time == "minutes"}
    assert set(shown_in(text)) <= fitting
    assert len(shown_in(text)) == 8
    assert "What would suit: a quarter of an hour, each where you are" in text
    assert "More ideas" in text
    assert "time=minutes" in text


def test_all_pages_together_hold_each_idea_once(anna: Member) -> None:
    fitting = [one.id for one in find(ideas("en", "couple"), Wish(who=Who.TWO))]
    pages = [shown_in(look(anna, page=str(number))) for number in range(1, -(-len(fitting) // 8) + 1)]
    assert [one for page in pages for one in page] == fitting


def test_where_nothing_fits_it_says_so_and_leads_on(anna: Member) -> None:
    text = look(anna, time="minutes", place="away")
    assert "Nothing fits all of that. Leave one thing open, or look at everything." in text
    assert "Leave one thing open and look again" in look(anna, time="minutes", place="away", surprise="yes")


def test_what_is_no_choice_is_looked_past(anna: Member) -> None:
    assert shown_in(look(anna, time="weeks")) == shown_in(look(anna))


def test_chance_draws_only_what_fits_and_another_than_before(anna: Member) -> None:
    """Thirty draws among several dozen: not all the same, and never what was just shown."""
    fitting = {one.id for one in ideas("en", "couple") if "home" in one.place}
    drawn = [drawn_in(look(anna, place="home", surprise="yes")) for _ in range(30)]
    assert set(drawn) <= fitting
    assert len(set(drawn)) > 5
    assert "dawn" not in {
        drawn_in(look(anna, time="evening", surprise="yes", **{"not": "dawn"})) for _ in "123456"
    }


def test_looking_writes_nothing(anna: Member) -> None:
    client = client_of(anna)
    with CaptureQueriesContext(connection) as queries:
        client.get(here(anna), {"surprise": "yes"})
    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}


def test_what_is_not_for_us_is_gone_for_oneself_alone_and_can_come_back(anna: Member, toby: Member) -> None:
    names = ("today", "bond", "joy", "timeline", "settings")
    before = [without_tokens(page(toby, name)) for name in names]
    first = shown_in(look(anna, place="apart"))[0]
    answer = lay(anna, aside=first)
    assert answer.status_code == 303
    assert answer["Location"] == here(anna) + "?place=apart"
    listed = look(anna, place="apart")
    assert first not in shown_in(listed)
    assert f'name="back" value="{first}"' in listed
    assert [without_tokens(page(toby, name)) for name in names] == before
    lay(anna, back=first)
    assert first in shown_in(look(anna, place="apart"))
    assert "Only you laid these aside" not in look(anna)


def test_a_made_up_word_is_not_kept(anna: Member) -> None:
    lay(anna, aside="x" * 5000)
    anna.refresh_from_db()
    assert anna.ideas_aside == []


def test_let_s_do_this_becomes_something_to_look_forward_to(anna: Member, toby: Member) -> None:
    says = next(one.says for one in ideas("en", "couple") if one.id == "dawn")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "looking-forward"}) + "?idea=dawn"
    assert says in client_of(anna).get(address).content.decode()
    _, answer = send(anna, address, {"words": says, "day_of": "2099-03-08", "scope": "own"})
    assert answer.status_code == 303
    assert [one.act.words for one in read_placed(anna) if isinstance(one.act, LookingForward)] == [says]
    assert "8 March" in look(anna)
    assert "To look forward to" not in look(toby)


@pytest.mark.parametrize("rests", [True, False])
def test_the_page_can_be_opened_whoever_lets_prompts_rest(anna: Member, rests: Any) -> None:
    Member.objects.filter(id=anna.id).update(rests_prompts=rests)
    assert len(shown_in(look(anna))) == 8


def test_at_work_only_what_is_for_a_team_is_offered() -> None:
    lena = begin("Lena", "team")
    add(lena, "Omar")
    text = look(lena, who="two", time="hour")
    known = {one.id: one for one in ideas("en", "team")}
    assert shown_in(text)
    assert all("team" in known[one].who for one in shown_in(text))
    assert "Something lighter" in text
    assert "With whom" not in text


@pytest.mark.parametrize(
    ("setting", "aims", "patience"),
    [
        ("couple", "Mending is not all that you do together.", "Patience: how it goes over time"),
        ("friends", "You are friends for more than what needs mending.", "Patience: how it goes over time"),
        ("family", "A family is more than what was hard in it.", "Patience: how it goes over time"),
        ("team", "Not all that holds a team together is work.", "How it goes over time"),
    ],
)
def test_it_reads_in_the_words_of_those_it_is_for(setting: str, aims: str, patience: str) -> None:
    seat = begin("Sam", setting)
    add(seat, "Kim")
    assert aims in look(seat)
    assert patience in page(seat, "bond")
    if setting == "team":
        assert "mending" not in look(seat)


def test_among_several_it_can_be_looked_forward_to_by_all() -> None:
    """In the ten minutes of the week one person is thanked, so that there one is chosen."""
    maya = begin("Maya", "friends")
    for name in ("Ife", "Sol"):
        add(maya, name)
    address = reverse("adding-kind", kwargs={"bond": maya.bond_id, "kind": "looking-forward"})
    assert "All of us" in client_of(maya).get(address).content.decode()
    _, answer = send(maya, address, {"words": "The lake", "who": "everyone", "scope": "own"})
    assert answer.status_code == 303
    (made,) = [one.act for one in read_placed(maya) if isinstance(one.act, LookingForward)]
    assert made.affected == ()
    weekly = reverse("check-in", kwargs={"bond": maya.bond_id})
    assert "All of us" not in client_of(maya).get(weekly).content.decode()
