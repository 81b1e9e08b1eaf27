"""What someone brings to a first session: chosen one by one, printed or taken along, kept nowhere."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from amends.acts.base import Act
from amends.acts.moment import Moment
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.people.models import Member
from amends.web.paper import NotInFont, Paper, Piece, to_pdf
from tests.cast import act, add, begin, promise
from tests.web.cast import client_of, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def kept(author: Member, made: Act) -> Act:
    record(author, made, Scope.OWN, timezone.now())
    return made


def shared(author: Member, made: Act) -> Act:
    record(author, made, Scope.SHARED, timezone.now())
    share.share(author, made.id, timezone.now(), at_once=True)
    return made


def send(seat: Member, **fields: object) -> HttpResponse:
    address = reverse("summary", kwargs={"bond": seat.bond_id})
    return client_of(seat).post(address, fields)  # type: ignore[return-value]


def text_of(content: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(content)).pages)


def a_paper(words: str, said: str = "Anna wrote a line", name: str = "Anna") -> Paper:
    return Paper(
        "For a first session",
        f"{name} chose this.",
        [],
        [("Good moments", [Piece("Today", said, words, [])])],
    )


def test_nothing_is_ticked(anna: Member, toby: Member) -> None:
    kept(anna, act(Moment, anna, toby, words="A walk."))
    shared(toby, promise(toby, anna))
    boxes = re.findall(r'<input type="checkbox"[^>]*>', page(anna, "summary"))
    assert len(boxes) == 2
    assert not any("checked" in box for box in boxes)


def test_what_is_chosen_stands_on_the_sheet_and_nothing_else(anna: Member, toby: Member) -> None:
    repair = shared(anna, act(Repair, anna, toby, name="Late for dinner"))
    line, other = (kept(anna, act(Moment, anna, toby, words=words)) for words in ("A walk.", "A letter."))
    answer = send(anna, repairs=str(repair.id), own=str(line.id), brings="We talk past each other.")
    sheet = answer.content.decode()
    for words in ("Late for dinner", "A walk.", "We talk past each other.", "Anna began a repair with Toby"):
        assert words in sheet
    assert other.words not in sheet


def test_what_the_other_keeps_cant_be_chosen(anna: Member, toby: Member) -> None:
    line = kept(toby, act(Moment, toby, anna, words="A walk."))
    assert "A walk." not in page(anna, "summary")
    answer = send(anna, own=str(line.id), good=str(line.id), brings="Something.")
    assert "A walk." not in answer.content.decode()


def test_nothing_is_kept(anna: Member, toby: Member) -> None:
    repair = shared(anna, act(Repair, anna, toby, name="Late for dinner"))
    for as_file in ({}, {"pdf": "yes"}):
        with CaptureQueriesContext(connection) as queries:
            assert send(anna, repairs=str(repair.id), brings="A word.", **as_file).status_code == 200
        written = {one["sql"].split()[0] for one in queries if "django_session" not in one["sql"]}
        assert written <= {"SELECT", "SAVEPOINT", "RELEASE"}


def test_the_file_holds_text_that_can_be_searched_under_a_neutral_name(anna: Member, toby: Member) -> None:
    made = shared(toby, promise(toby, anna))
    answer = send(anna, promises=str(made.id), hopes="Żaneta, Zoë и Мария: καλημέρα.", pdf="yes")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="notes.pdf"'
    text = text_of(answer.content)
    assert "Home by seven." in text
    assert "Żaneta, Zoë и Мария: καλημέρα." in text
    read = PdfReader(io.BytesIO(answer.content))
    told = read.metadata
    assert read.root_object["/Lang"] == "en-gb"
    assert told is not None
    assert told.title == "Notes"
    assert "Anna" not in str(dict(told))


def test_what_the_font_lacks_is_said_and_the_page_to_print_holds_it(anna: Member) -> None:
    sheet = send(anna, brings="我们 and نحن", pdf="yes")
    assert sheet["Content-Type"].startswith("text/html")
    shown = sheet.content.decode()
    assert "can’t hold these signs: 我 们 ن ح" in shown
    assert "我们 and نحن" in shown


def test_with_nothing_chosen_it_asks_for_something(anna: Member) -> None:
    assert "Write a line, or tick" in send(anna).content.decode()


def test_one_can_choose_again(anna: Member, toby: Member) -> None:
    repair = shared(anna, act(Repair, anna, toby, name="Late for dinner"))
    shown = send(anna, repairs=str(repair.id), again="yes").content.decode()
    assert re.search(rf'value="{repair.id}"[^>]*checked', shown)


@pytest.mark.parametrize("sign", ["x", "Ж", "\N{ZERO WIDTH JOINER}y"])
def test_long_words_and_many_pages_are_no_trouble(sign: str) -> None:
    many = a_paper("\n".join([sign * 1_000, "A short line.\tAnd more."] * 20), name=sign * 80)
    found = PdfReader(io.BytesIO(to_pdf(many, "en-gb")))
    assert len(found.pages) > 3
    assert sum(one.extract_text().count("A short line. And more.") for one in found.pages) == 20


def test_a_sign_that_is_in_no_font_is_named() -> None:
    with pytest.raises(NotInFont) as error:
        to_pdf(a_paper("A walk 🌿 by the river 🌿"), "en-gb")
    assert error.value.signs == "🌿"


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, amends.web.paper; print('fpdf' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "False"
