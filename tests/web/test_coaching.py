"""The coach reads along: it says how words may land, and keeps nothing of them."""

from __future__ import annotations

import logging
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.ledger.read import read_placed
from amends.people.models import Member
from tests.cast import NOW, add, begin, hurt
from tests.web.cast import client_of, page

pytestmark = pytest.mark.django_db

CANARY = "You never listen, zanzibar-canary."


@pytest.fixture
def anna() -> Member:
    anna = begin("Anna")
    add(anna, "Toby")
    return anna


def ask(seat: Member, draft: str, **more: str) -> str:
    address = reverse("coaching", kwargs={"bond": seat.bond_id})
    answer = client_of(seat).post(address, {"draft": draft, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_marks_the_words_and_says_why(anna: Member) -> None:
    said = ask(anna, "You never listen. Dinner was at seven on Tuesday.")
    assert '">You never listen' in said
    assert "easier to hear" in said


def test_it_is_silent_where_nothing_is_to_be_said(anna: Member) -> None:
    assert 'class="coach' not in ask(anna, "Dinner was at seven on Tuesday and I ate alone.")
    assert 'class="coach' not in ask(anna, "")


def test_markup_in_a_draft_stays_words(anna: Member) -> None:
    assert "<script>" not in ask(anna, "You never listen <script>alert(1)</script>.")


def test_a_draft_is_neither_kept_nor_logged(anna: Member, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert "zanzibar-canary" in ask(anna, CANARY)
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "hurt"})
    client_of(anna).post(address, {"words": CANARY, "coach": "yes"})
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            assert "zanzibar-canary" not in str(cursor.fetchall()), table
    assert all(
        "zanzibar-canary" not in record.getMessage() for record in caplog.records if not _is_sql(record)
    )
    files = [path for path in settings.DATA.rglob("*.log") if path.is_file()]
    assert all(b"zanzibar-canary" not in path.read_bytes() for path in files)


def _is_sql(record: logging.LogRecord) -> bool:
    return record.name.startswith("django.db")  # our own search, seen by the log at its loudest


def test_without_scripts_it_answers_on_submit_and_keeps_nothing(anna: Member) -> None:
    before = len(read_placed(anna))
    answer = client_of(anna).post(
        reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "hurt"}),
        {"words": "You never listen.", "coach": "yes"},
    )
    shown = answer.content.decode()
    assert '">You never listen' in shown
    assert ">You never listen.</textarea>" in shown.replace("\n", "")
    assert len(read_placed(anna)) == before


def test_whoever_asks_it_has_not_sent_the_form_yet(anna: Member) -> None:
    toby = Member.objects.get(bond=anna.bond_id, name="Toby")
    act = hurt(toby, anna, words="On Friday I waited.")
    record(toby, act, Scope.OWN, NOW)
    share.share(toby, act.id, NOW, at_once=True)
    address = reverse("answering", kwargs={"bond": anna.bond_id, "act": act.id, "kind": "response"})
    asked, sent = (
        client_of(anna).post(address, {"words": "You always come late.", **more})
        for more in ({"coach": "yes"}, {})
    )
    assert "errorlist" not in asked.content.decode()
    assert '">You always come late' in asked.content.decode()
    assert "errorlist" in sent.content.decode()


@pytest.mark.parametrize(("kind", "is_read"), [("hurt", True), ("apology", True), ("journal", False)])
def test_it_reads_what_is_said_to_someone_and_no_journal(anna: Member, kind: str, is_read: bool) -> None:
    assert ("data-coach" in page(anna, "adding-kind", kind=kind)) is is_read


def test_where_someone_may_come_to_harm_help_is_offered(anna: Member) -> None:
    said = ask(anna, "I am afraid of you. Last night you hit me.")
    assert reverse("help") in said


def test_what_the_draft_says_already_stands_in_the_four_parts(anna: Member) -> None:
    said = ask(anna, "When you came home at ten yesterday I was worried. Could you text me next time?")
    assert 'data-when="you came home at ten yesterday" data-felt="worried" data-need=""' in said
    assert 'data-would-you="text me next time"' in said


def test_where_help_comes_first_nothing_is_worded(anna: Member) -> None:
    assert "data-parts" not in ask(anna, "When you came home at ten yesterday I was scared. You hit me.")


def test_marks_are_counted_as_a_browser_counts(anna: Member) -> None:
    """A picture of a face is two units there and one letter here."""
    assert 'data-start="6" data-end="23"' in ask(anna, "🌧🌧. You never listen.")


def test_a_thing_is_said_once_of_the_same_words(anna: Member) -> None:
    said = ask(anna, "I'm sorry if you were hurt, but you started it.")
    assert said.count('data-label="apology:blame"') == 1
    assert 'data-label="defensiveness"' not in said
    assert said.count('data-label="apology:if"') == 1
    assert ask(anna, "You never listen. You never call.").count('data-label="generalisation"') == 2


def test_an_answer_is_read_beside_what_it_answers(anna: Member) -> None:
    """A bare word closes the talk only where someone reached out; what one may not read is not looked at."""
    toby = Member.objects.get(bond=anna.bond_id, name="Toby")
    words = "Can we talk about what happened? I miss you."
    own, shared = (hurt(toby, anna, words=words) for _ in range(2))
    for act in (own, shared):
        record(toby, act, Scope.OWN, NOW)
    share.share(toby, shared.id, NOW, at_once=True)
    assert "stonewalling" in ask(anna, "Fine.", of=str(shared.id))
    for unread in (str(own.id), str(uuid4()), "nothing", ""):
        assert "stonewalling" not in ask(anna, "Fine.", of=unread)


def test_it_rests_for_oneself_until_turned_on_again(anna: Member) -> None:
    address = reverse("coach-rest", kwargs={"bond": anna.bond_id})
    for rests, shown in (("yes", True), ("no", False)):
        assert client_of(anna).post(address, {"rests": rests}).status_code == 204
        assert ("data-rests" in page(anna, "adding-kind", kind="hurt")) is shown


def test_an_apology_is_not_built_of_four_parts(anna: Member) -> None:
    assert "amends-builder" in page(anna, "adding-kind", kind="hurt")
    assert "amends-builder" not in page(anna, "adding-kind", kind="apology")
