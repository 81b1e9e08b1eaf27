"""Bringing entries of one's own calendar: once, item by item, with times alone."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amends.acts.disclosure import Disclosure
from amends.ledger.read import read_placed
from amends.people.models import Member
from amends.web.forms.calendars import NoCalendar, read_calendar
from tests.cast import NOW, begin
from tests.web.cast import client_of

LONDON = ZoneInfo("Europe/London")
AT = datetime(2026, 3, 2, 20, 0, tzinfo=LONDON)


def ics(*events: str, before: str = "") -> bytes:
    """A calendar of these events."""
    lines = [f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20260101T000000Z\r\n{one}\r\nEND:VEVENT"
             for number, one in enumerate(events)]  # fmt: skip
    inside = "\r\n".join(lines)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{before}{inside}\r\nEND:VCALENDAR\r\n".encode()


def times(content: bytes) -> list[str]:
    """When each entry is, as the bond's clock shows it."""
    found = read_calendar(content, AT)
    return [f"{one.first} {one.begins:%H:%M}" if one.begins else f"{one.first}" for one in found]


def test_times_are_those_of_the_bond_s_clock() -> None:
    """Whatever zone they were said in: UTC, another, none, whole days; also past a change of clocks."""
    content = ics(
        "SUMMARY:A\r\nDTSTART:20260305T090000Z\r\nDTEND:20260305T100000Z",
        "SUMMARY:B\r\nDTSTART;TZID=America/New_York:20260306T180000\r\nDURATION:PT1H",
        "SUMMARY:C\r\nDTSTART:20260307T073000\r\nDTEND:20260307T080000",
        "SUMMARY:D\r\nDTSTART;VALUE=DATE:20260308\r\nDTEND;VALUE=DATE:20260310",
        "SUMMARY:E\r\nDTSTART:20260401T090000Z\r\nDTEND:20260401T100000Z",
    )
    assert times(content) == [
        "2026-03-05 09:00", "2026-03-06 23:00", "2026-03-07 07:30", "2026-03-08", "2026-04-01 10:00",
    ]  # fmt: skip
    assert str(read_calendar(content, AT)[3].last) == "2026-03-09"


def test_what_recurs_is_there_each_time_for_eight_weeks_at_most() -> None:
    """By the clock of where it was said, without days left out, with days moved."""
    weekly = (
        "SUMMARY:Choir\r\nDTSTART;TZID=Europe/London:20260107T190000\r\nDURATION:PT2H\r\nRRULE:FREQ=WEEKLY"
    )
    found = times(ics(f"{weekly}\r\nEXDATE;TZID=Europe/London:20260311T190000"))
    assert found[0] == "2026-03-04 19:00"
    assert "2026-03-11 19:00" not in found
    assert found[-1] == "2026-04-22 19:00"
    assert len(found) == 7
    assert len(times(ics("SUMMARY:All\r\nDTSTART;VALUE=DATE:20000101\r\nRRULE:FREQ=DAILY"))) <= 57


def test_what_is_over_is_left_out() -> None:
    assert times(ics("SUMMARY:Past\r\nDTSTART:20260301T090000Z\r\nDTEND:20260301T100000Z")) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01",
        b"<html></html>",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        ics("SUMMARY:Often\r\nDTSTART:20260305T090000Z\r\nRRULE:FREQ=SECONDLY"),
        ics("SUMMARY:Often\r\nDTSTART:20260305T090000Z\r\nRRULE:FREQ=DAILY;BYSECOND=1,2,3"),
        b"BEGIN:VCALENDAR\r\n" + b"X-A:b\r\n" * 200_000,
    ],
)
def test_a_bad_file_is_answered_clearly(content: bytes) -> None:
    with pytest.raises(NoCalendar) as refused:
        read_calendar(content, AT)
    assert str(refused.value).endswith((".", "first."))


# Through the page ------------------------------------------------------------------------------


CALENDAR = ics(
    "SUMMARY:Dentist\r\nDTSTART:20260305T090000Z\r\nDTEND:20260305T093000Z\r\nLOCATION:Mill Lane 4"
    "\r\nATTENDEE:mailto:jo@example.org\r\nDESCRIPTION:Ask for Jo\r\nURL:https://example.org/secret",
    "SUMMARY:Surprise party\r\nDTSTART:20260306T190000Z\r\nDTEND:20260306T230000Z",
    "SUMMARY:Choir\r\nDTSTART:20260304T190000Z\r\nDTEND:20260304T210000Z",
)


@pytest.fixture
def anna(db: None) -> Any:
    with time_machine.travel(NOW, tick=False):
        yield begin("Anna")


def choose(anna: Member, *ticked: str, **more: str) -> Any:
    """Send the calendar, then tick some of what the page shows."""
    client, address = client_of(anna), reverse("calendar", kwargs={"bond": anna.bond_id})
    shown = client.post(address, {"calendar": SimpleUploadedFile("my.ics", CALENDAR)}).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', shown))
    hidden.pop("csrfmiddlewaretoken")
    return shown, client.post(address, hidden | dict.fromkeys(ticked, "on") | {"scope": "own"} | more), hidden


def entries(anna: Member) -> list[str]:
    """The words of what lies in the open book."""
    return sorted(one.act.words for one in read_placed(anna) if isinstance(one.act, Disclosure))


def test_nothing_is_ticked_and_nothing_but_titles_and_times_is_shown(anna: Member) -> None:
    shown, _, _ = choose(anna)
    assert "checked" not in shown.replace('value="own"', "").split('name="scope"')[0]
    assert shown.index("Choir") < shown.index("Dentist") < shown.index("Surprise party")
    for secret in ("Mill Lane", "example.org", "Ask for Jo"):
        assert secret not in shown


def test_what_is_ticked_is_kept_and_closes_after_its_day(anna: Member) -> None:
    """A title can be left out; sending twice keeps it once."""
    _, answer, hidden = choose(anna, "open-0", "open-1", "busy-1")
    assert answer.status_code == 303
    assert entries(anna) == ["Thu 5 March, 09:00–09:30: busy", "Wed 4 March, 19:00–21:00: Choir"]
    again = client_of(anna).post(
        reverse("calendar", kwargs={"bond": anna.bond_id}),
        hidden | {"open-0": "on", "scope": "own"},
    )
    assert again.status_code == 303
    assert len(entries(anna)) == 2
    ends = {str(one.act.expires) for one in read_placed(anna) if isinstance(one.act, Disclosure)}
    assert ends == {"2026-03-04", "2026-03-05"}


def test_with_nothing_ticked_nothing_is_kept(anna: Member) -> None:
    _, answer, _ = choose(anna)
    assert answer.status_code == 200
    assert "Tick what you would like to open" in answer.content.decode()
    assert entries(anna) == []
