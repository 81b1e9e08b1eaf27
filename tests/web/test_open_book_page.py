"""The open book through its pages: opening, expiring, closing, and files that tell nothing in passing."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from amends.acts.disclosure import Disclosure, FileType
from amends.ledger import attachments
from amends.ledger.attachments import LARGEST
from amends.ledger.models import Attachment
from amends.ledger.read import find
from amends.people.models import Member
from amends.web.forms.files import NotTaken, take
from tests.cast import NOW, add, begin
from tests.web.cast import client_of, errors, page, say, send, without_tokens, write

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=11)
PAGES = ("open-book", "bond", "today", "timeline")


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


@pytest.fixture
def toby(anna: Member) -> Member:
    return add(anna, "Toby")


def opened(seat: Member, **fields: Any) -> UUID:
    """Something that someone opens, and the others can read from `LATER` on."""
    with time_machine.travel(NOW, tick=False):
        usual = {"words": "Late on Thursdays", "shelf": "schedule", "scope": "shared"}
        return write(seat, "disclosure", **usual | fields)


def close(seat: Member, act: UUID) -> Any:
    """Close it, as the button does."""
    return client_of(seat).post(reverse("closing", kwargs={"bond": seat.bond_id, "act": act}))


def seen(seat: Member, *names: str) -> list[str]:
    """Pages as someone sees them."""
    return [without_tokens(page(seat, name)) for name in names or PAGES]


def picture(form: str) -> bytes:
    """A picture that tells where it was taken, by what, and what someone noted in it."""
    drawn = Image.new("RGB", (8, 4), (200, 150, 90))
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-MAKER"
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    exif.get_ifd(0x8825)[1] = "GPS-NORTH"
    note = PngInfo()
    note.add_text("Comment", "PLACE-NOTE")
    out = BytesIO()
    more: dict[str, Any] = {"pnginfo": note} if form == "PNG" else {"xmp": b"<x>PLACE-NOTE</x>"}
    drawn.save(out, form, exif=exif, icc_profile=b"PROFILE-OF-A-CAMERA", **more)
    return out.getvalue()


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


# Opening, expiring, closing ---------------------------------------------------------------------


def test_each_sees_what_both_have_opened(anna: Member, toby: Member) -> None:
    """Side by side on one page, without counts."""
    opened(anna)
    opened(toby, words="Tired this week", shelf="how I am", expires="2026-03-09")
    with time_machine.travel(LATER, tick=False):
        (mine,), (theirs,) = seen(anna, "open-book"), seen(toby, "open-book")
    for text in (mine, theirs):
        assert "Late on Thursdays" in text
        assert "Tired this week" in text
        assert "open until Monday, 9 March" in text
    assert "What Toby has opened" in mine
    assert "What Anna has opened" in theirs


def test_closed_expired_and_never_opened_look_alike(anna: Member, toby: Member) -> None:
    """To the other, to the byte, on every page that could show it."""
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        never = seen(toby)
    first = opened(anna, expires="2026-03-09")
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        assert seen(toby) == never
    second = opened(anna)
    with time_machine.travel(LATER, tick=False):
        assert seen(toby) != never
        assert close(anna, second).status_code == 303
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        assert seen(toby) == never
        for act in (first, second):
            address = reverse("act", kwargs={"bond": toby.bond_id, "act": act})
            assert client_of(toby).get(address).status_code == 404


def test_its_author_still_has_what_is_closed(anna: Member, toby: Member) -> None:
    act = opened(anna)
    with time_machine.travel(LATER, tick=False):
        close(anna, act)
        assert "No longer open" in page(anna, "open-book")
        shown = page(anna, "act", act=act)
        assert "Late on Thursdays" in shown
        assert "Share it" not in shown


def test_what_another_opened_is_not_mine_to_close(anna: Member, toby: Member) -> None:
    act = opened(anna)
    with time_machine.travel(LATER, tick=False):
        close(toby, act)
        assert "Late on Thursdays" in page(toby, "open-book")


def test_a_decision_comes_up_again_until_its_author_says_something(anna: Member, toby: Member) -> None:
    act = opened(anna, words="No flights", shelf="decision", rationale="The money", review="2026-03-20")
    with time_machine.travel("2026-03-21 12:00", tick=False):
        assert "To look at again" in page(toby, "open-book")
        say(anna, act, "correction", words="It stays so")
        assert "To look at again" not in page(toby, "open-book")


def test_at_work_decisions_come_first() -> None:
    text = page(begin("Ines", "team"), "open-book")
    assert text.index("A decision") < text.index("The budget")
    assert "how I am" not in text


# Files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_picture_keeps_its_points_and_nothing_else(form: str, ending: str) -> None:
    """No place, no maker, no note; and it stands upright."""
    sent = picture(form)
    assert b"CAMERA-MAKER" in sent
    taken = take(f"C:\\Anna\\hall.{ending}", BytesIO(sent))
    for secret in (b"CAMERA-MAKER", b"GPS-NORTH", b"PLACE-NOTE", b"PROFILE", b"Exif", b"EXIF", b"eXIf"):
        assert secret not in taken.content
    with Image.open(BytesIO(taken.content)) as shown:
        assert shown.size == (4, 8)
        assert not shown.getexif()
    assert taken.name == f"hall.{ending}"


@pytest.mark.parametrize(
    ("name", "content", "sort"),
    [
        ("plan.pdf", b"%PDF-1.7\n", FileType.PDF),
        ("list.md", "Brötchen".encode(), FileType.TEXT),
        ("page.html", b"<script>alert(1)</script>", FileType.TEXT),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", FileType.TEXT),
    ],
)
def test_a_file_is_what_its_content_says(name: str, content: bytes, sort: FileType) -> None:
    assert take(name, BytesIO(content)).type is sort


def test_a_calendar_is_kept_without_places_and_people() -> None:
    content = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\n"
        b"DTSTART:20260305T090000Z\r\nLOCATION:Mill Lane\r\nGEO:51.5;-0.1\r\n"
        b"ATTENDEE:mailto:jo@example.org\r\n"
        b"DESCRIPTION:Mill Lane too\r\nURL:https://example.org/Mill\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    taken = take("my.ics", BytesIO(content))
    assert taken.type is FileType.CALENDAR
    assert b"Dentist" in taken.content
    for secret in (b"Mill", b"51.5", b"example.org"):
        assert secret not in taken.content


@pytest.mark.parametrize(
    "content",
    [
        b"\x7fELF\x02\x01\x01",
        b"MZ\x90\x00",
        b"PK\x03\x04 a",
        b"GIF89a\x01\x00",
        b"\x89PNG\r\n\x1a\n broken",
        picture("JPEG")[:200],
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT",
        b"",
    ],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(NotTaken):
        take("a.png", BytesIO(content))


def test_a_file_is_handed_to_whoever_may_read_the_words(anna: Member, toby: Member) -> None:
    """To be saved, with nothing that could run; to a stranger it is not there, nor once it is closed."""
    act = opened(anna, attached=upload("plan.pdf", b"%PDF-1.7 plan"))
    address = reverse("file", kwargs={"bond": anna.bond_id, "act": act})
    with time_machine.travel(LATER, tick=False):
        answer = client_of(toby).get(address)
        assert answer.content == b"%PDF-1.7 plan"
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert client_of(begin("Other")).get(address).status_code == 404
        close(anna, act)
        assert client_of(toby).get(address).status_code == 404
        assert client_of(anna).get(address).status_code == 200


def test_a_picture_is_shown_on_the_page(anna: Member, toby: Member) -> None:
    act = opened(anna, attached=upload("hall.png", picture("PNG")))
    with time_machine.travel(LATER, tick=False):
        assert f'src="{reverse("file", kwargs={"bond": anna.bond_id, "act": act})}"' in page(
            toby, "open-book"
        )
        answer = client_of(toby).get(reverse("file", kwargs={"bond": anna.bond_id, "act": act}))
        assert answer["Content-Disposition"] == 'inline; filename="hall.png"'


def test_a_file_that_is_too_large_is_refused_at_its_field_and_words_stay(anna: Member) -> None:
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "disclosure"})
    sent = {"words": "The plan", "shelf": "notes", "scope": "own"}
    sent["attached"] = upload("plan.pdf", b"%PDF-" + b"x" * LARGEST)  # type: ignore[assignment]
    _, answer = send(anna, address, sent)
    assert errors(answer) == ["attached"]
    assert "The plan" in answer.content.decode()
    assert not Attachment.objects.exists()


def test_the_words_bind_the_file(anna: Member) -> None:
    act = opened(anna, scope="own", attached=upload("plan.txt", b"Tuesday"))
    placed = find(anna, act)
    assert placed is not None
    assert isinstance(placed.act, Disclosure)
    assert attachments.find(anna, placed.act) == b"Tuesday"


def test_many_files_at_once_take_no_more_room_than_one(anna: Member) -> None:
    """What is sent in one form and is too large together is passed over."""
    address = reverse("adding-kind", kwargs={"bond": anna.bond_id, "kind": "disclosure"})
    part = upload("a.txt", b"a" * (LARGEST // 2 + 1))
    other = upload("b.txt", b"b" * (LARGEST // 2 + 1))
    sent = {"words": "The plan", "shelf": "notes", "scope": "own", "another": part, "attached": other}
    assert errors(send(anna, address, sent)[1]) == ["attached"]
