"""Who reads what is written: alone, the two of a larger bond, everyone; and what a name may not do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from amends.acts.scope import Scope
from amends.bonds.leave import leave
from amends.ledger.read import find
from amends.people.models import Member, Notice
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, page, say, send, without_tokens, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Any:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def maya() -> Member:
    return begin("Maya", "friends")


@pytest.fixture
def jo(maya: Member) -> Member:
    return add(maya, "Jo")


@pytest.fixture
def sam(maya: Member) -> Member:
    return add(maya, "Sam")


def scope_for(seat: Member, act: Any) -> Scope | None:
    found = find(seat, act)
    return None if found is None else found.scope


def test_among_several_something_can_be_shared_with_the_one_it_is_about(
    maya: Member, jo: Member, sam: Member, clock: Any
) -> None:
    """It then lies between the two: the third finds nothing, and what is said about it stays there too."""
    lunch = write(maya, "hurt", words="Lunch called off", type="plan cancelled", who=str(jo.id), scope="pair")
    clock.shift(timedelta(minutes=11))
    assert "Lunch called off" in page(jo, "act", act=lunch)
    response = say(jo, lunch, "response", stance="see", words="I know")
    sorry = say(jo, lunch, "apology", words="I am sorry", scope="pair")
    clock.shift(timedelta(minutes=11))
    page(maya, "act", act=sorry)
    say(maya, sorry, "answer", reply="accepted")
    for act in (lunch, response, sorry):
        assert scope_for(maya, act) is Scope.PAIR
        assert scope_for(jo, act) is Scope.PAIR
        assert scope_for(sam, act) is None
    assert "Lunch called off" not in page(sam, "bond")


def test_what_is_said_about_something_private_stays_private(maya: Member, jo: Member, sam: Member) -> None:
    """About one's own hurt that nobody has read, nothing can be shared; the form does not offer it."""
    hurt = write(maya, "hurt", words="Lunch called off", type="plan cancelled", who=str(jo.id), scope="own")
    shown = page(maya, "answering", act=hurt, kind="understanding")
    assert "Who may see it?" not in shown
    why = say(maya, hurt, "understanding", cause="couldn't")
    assert scope_for(maya, why) is Scope.OWN


def test_an_answer_names_the_one_it_answers_without_asking(maya: Member, jo: Member, sam: Member) -> None:
    """Among several, a promise made to a request goes to the one who asked."""
    asked = write(maya, "request", words="Would you come?", who=str(sam.id), scope="shared")
    client_of(maya).post(reverse("sharing", kwargs={"bond": maya.bond_id, "act": asked}), {"when": "now"})
    assert "To whom?" not in page(sam, "answering", act=asked, kind="promise")
    made = say(
        sam, asked, "promise", words="I come", due_day="2026-03-09", type="do", repeat="once", scope="shared"
    )
    placed = find(sam, made)
    assert placed is not None
    assert placed.act.affected == (str(maya.id),)


def test_after_all_others_have_left_one_can_still_write_about_them() -> None:
    """What happened with someone who left can be written down, for oneself."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    leave(toby, Notice.NOW, NOW)
    act = write(anna, "hurt", words="He left", type="other", scope="own")
    placed = find(anna, act)
    assert placed is not None
    assert placed.act.by == str(toby.id)


def test_with_nobody_there_yet_the_form_says_so() -> None:
    """Someone alone from the start is told, and the words stay."""
    anna = begin("Anna")
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "hurt"})
    _id, answer = send(anna, address, {"words": "An hour late", "type": "other", "scope": "own"})
    assert answer.status_code == 200
    assert "Nobody else is here yet" in answer.content.decode()
    assert "An hour late" in answer.content.decode()


def test_a_name_is_only_a_name() -> None:
    """Signs of a page's language in a name are shown as they are, wherever the name stands."""
    anna = begin("Anna")
    add(anna, "<b>Toby</b>")
    for kind in ("hurt", "check-in", "promise"):
        shown = page(anna, "adding-kind", kind=kind)
        assert "<b>Toby</b>" not in shown
        assert "&lt;b&gt;Toby&lt;/b&gt;" in shown
    answer = client_of(anna).post(
        reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "hurt"}),
        {"words": "x", "type": "other", "scope": "own"},
        follow=True,
    )
    assert "<b>Toby</b>" not in answer.content.decode()


def test_who_runs_the_server_is_named_where_something_is_kept(settings: Any) -> None:
    """What is kept to oneself is hidden from the other in the app, not from whoever runs the server."""
    settings.AMENDS_HOST_NAME = "Toby"
    anna = begin("Anna")
    add(anna, "Toby")
    shown = page(anna, "adding-kind", kind="hurt")
    assert "hidden from Toby in the app; Toby, who runs this server, could read it" in shown


def test_a_page_never_cuts_off_what_is_pasted() -> None:
    """Too long a text is answered at the field, not shortened by the browser without a word."""
    anna = begin("Anna")
    add(anna, "Toby")
    assert "maxlength" not in page(anna, "adding-kind", kind="moment")


def test_what_met_something_else_can_be_sent_again(maya: Member, jo: Member) -> None:
    """After a conflict the page holds the words under a new id."""
    first = write(maya, "moment", words="Tea", scope="own")
    address = reverse("adding-kind", kwargs={"bond": maya.bond_id, "kind": "moment"})
    answer = client_of(maya).post(address, {"id": first, "words": "Coffee", "scope": "own"})
    assert answer.status_code == 409
    assert str(first) not in answer.content.decode()


def test_a_form_whose_id_was_lost_is_kept_all_the_same(maya: Member, jo: Member) -> None:
    """An id that is none is no reason to lose a text."""
    address = reverse("adding-kind", kwargs={"bond": maya.bond_id, "kind": "moment"})
    for sent in ({"id": "x"}, {}):
        answer = client_of(maya).post(address, sent | {"words": "Tea", "scope": "own"})
        assert answer.status_code == 303


def test_no_page_of_the_other_tells_what_is_kept(clock: Any) -> None:
    """Toby's pages of shared things are the same to the byte whatever Anna keeps to herself about them."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    hurt = write(anna, "hurt", words="An hour late", type="lateness", scope="shared")
    repair = say(anna, hurt, "repair", name="Late for dinner", scope="shared")
    made = write(
        toby, "promise", words="By seven", due_day="2026-03-03", type="do", repeat="once", scope="shared"
    )
    clock.shift(timedelta(days=2))
    where: list[tuple[str, dict[str, Any]]] = [
        ("today", {}),
        ("bond", {}),
        ("act", {"act": hurt}),
        ("act", {"act": made}),
        ("repair", {"repair": repair}),
        ("reading", {"reading": "trust"}),
        ("reading", {"reading": "weight"}),
        ("adding-kind", {"kind": "apology"}),
    ]

    def seen() -> list[str]:
        return [without_tokens(page(toby, name, **more)) for name, more in where]

    page(anna, "today")
    before = seen()
    say(anna, hurt, "understanding", cause="wasn't straight", hidden="on", scope="own")
    say(anna, hurt, "wave", words="Again today")
    write(anna, "hurt", words="And again", type="lateness", repair=str(repair), weight="5", scope="own")
    write(anna, "check-in", predictable="0", dependable="10", faith="20")
    write(anna, "repair", name="Something else", scope="own")
    write(anna, "boundary", words="Phones at dinner", subject="how we talk", scope="own")
    write(anna, "heard-promise", words="The shelf", went="broken")
    assert seen() == before
