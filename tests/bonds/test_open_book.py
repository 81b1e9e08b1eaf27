"""What is laid open ends when its author wants, and is then as if it had never been there."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from amends.acts.boundary import Boundary
from amends.acts.closing import Closing
from amends.acts.correction import Correction
from amends.acts.disclosure import Disclosure, FileType, Shelf
from amends.acts.scope import Scope
from amends.bonds import open_book, share
from amends.bonds.erase import erase
from amends.bonds.errors import Refused
from amends.bonds.record import record
from amends.ledger import attachments
from amends.ledger.erase import replay
from amends.ledger.errors import OtherFile
from amends.ledger.export import export
from amends.ledger.models import Attachment, Entry
from amends.ledger.read import find, read_placed
from amends.ledger.restore import NotWhole, check_all
from amends.ledger.verify import verify
from amends.people.models import Member
from tests.cast import MINUTE, NOW, act

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FILE = b"%PDF-1.7 a plan"
OPENED = NOW + 10 * MINUTE
DAY = timedelta(days=1)


def opened(seat: Member, file: bytes = b"", **fields: Any) -> Disclosure:
    """An entry of someone's open book that the others can read."""
    if file:
        named = {"file": sha256(file).hexdigest(), "file_name": "plan.pdf", "file_type": FileType.PDF}
        fields |= named
    entry: Disclosure = act(Disclosure, seat, words="Late on Thursdays.", shelf=Shelf.SCHEDULE, **fields)
    record(seat, entry, Scope.SHARED, NOW, file=file or None)
    share.flush(seat.bond, OPENED)
    return entry


def read_export(seat: Member, now: datetime = NOW + DAY) -> dict[str, Any]:
    """What someone can take along."""
    content: dict[str, Any] = json.loads(export(seat, now))
    return content


def test_what_is_closed_is_gone_for_the_other_at_once(anna: Member, toby: Member) -> None:
    """From what they read and what they can take along; its author keeps it."""
    entry = opened(anna)
    before = {placed.act.id for placed in read_placed(toby)} - {entry.id}
    assert find(toby, entry.id) is not None
    open_book.close(anna, entry.id, NOW + 20 * MINUTE)
    assert {placed.act.id for placed in read_placed(toby)} == before
    assert "Late on Thursdays" not in json.dumps(read_export(toby))
    kept = find(anna, entry.id)
    assert kept is not None
    assert kept.scope is Scope.OWN
    assert [placed.act.of for placed in read_placed(anna) if isinstance(placed.act, Closing)] == [entry.id]
    assert verify(read_export(anna)).unchanged
    assert verify(read_export(toby)).unchanged


def test_closing_twice_closes_once(anna: Member, toby: Member) -> None:
    entry = opened(anna)
    for minutes in (20, 21):
        open_book.close(anna, entry.id, NOW + minutes * MINUTE)
    assert sum(isinstance(placed.act, Closing) for placed in read_placed(anna)) == 1


def test_what_was_put_differently_in_it_goes_with_it(anna: Member, toby: Member) -> None:
    entry = opened(anna)
    change = act(Correction, anna, of=entry.id, words="Wednesdays.")
    record(anna, change, Scope.SHARED, OPENED)
    assert find(toby, change.id) is not None
    open_book.close(anna, entry.id, NOW + 20 * MINUTE)
    assert find(toby, change.id) is None


def test_what_is_on_its_way_never_arrives(anna: Member, toby: Member) -> None:
    entry = act(Disclosure, anna, words="Late.", shelf=Shelf.SCHEDULE)
    record(anna, entry, Scope.SHARED, NOW)
    open_book.close(anna, entry.id, NOW + MINUTE)
    share.flush(anna.bond, OPENED)
    assert find(toby, entry.id) is None
    assert not any("erasure" in str(placed.act.KIND) for placed in read_placed(toby))


def test_it_can_t_be_shared_anew(anna: Member, toby: Member) -> None:
    entry = opened(anna)
    open_book.close(anna, entry.id, NOW + 20 * MINUTE)
    with pytest.raises(Refused):
        share.share(anna, entry.id, NOW + 30 * MINUTE)


def test_only_its_author_can_close_it_and_only_such_entries(anna: Member, toby: Member) -> None:
    entry = opened(anna)
    with pytest.raises(Refused):
        open_book.close(toby, entry.id, NOW + 20 * MINUTE)
    boundary = act(Boundary, anna, toby, words="Not at dinner.")
    record(anna, boundary, Scope.OWN, NOW)
    with pytest.raises(Refused):
        open_book.close(anna, boundary.id, NOW + 20 * MINUTE)


def test_it_expires_at_the_end_of_its_last_day_whoever_looks_and_whenever(anna: Member, toby: Member) -> None:
    """The last day is that of the bond's clock; nothing tells when someone looked."""
    entry = opened(anna, expires=date(2026, 4, 1))  # summer time by then: the day ends at 23:00 UTC
    end = datetime(2026, 4, 1, 23, 0, tzinfo=UTC)
    share.flush(anna.bond, end - timedelta(seconds=1))
    assert find(toby, entry.id) is not None
    share.flush(anna.bond, end + 5 * DAY)
    assert find(toby, entry.id) is None
    assert find(anna, entry.id) is not None
    marks = [
        json.loads(bytes(body))
        for (body,) in Entry.objects.filter(ledger__kind="shared", body__isnull=False).values_list("body")
    ]
    (mark,) = [mark for mark in marks if mark["kind"] == "erasure"]
    assert mark["recorded_at"] == "2026-04-01T23:00:00.000Z"
    assert mark["closed"] is True


def test_what_was_closed_stays_so_after_an_old_backup(anna: Member, toby: Member) -> None:
    """The list of erasures takes it out again, and again without a trace on the pages."""
    entry = opened(anna)
    row = Entry.objects.get(act_id=entry.id, ledger__kind="shared")
    body, salt = bytes(row.body or b""), bytes(row.salt or b"")
    open_book.close(anna, entry.id, NOW + 20 * MINUTE)
    Entry.objects.filter(pk=row.pk).update(body=body, salt=salt)  # as a restored backup has it
    before = read_placed(anna)
    assert replay() == 1
    assert find(toby, entry.id) is None
    assert len(read_placed(anna)) == len(before)


# Files ---------------------------------------------------------------------------------------


def test_a_file_can_be_read_by_whoever_reads_the_words(anna: Member, toby: Member) -> None:
    """And is kept once."""
    entry = opened(anna, FILE)
    assert attachments.find(toby, entry) == FILE
    assert attachments.find(anna, entry) == FILE
    assert Attachment.objects.count() == 1


def test_closing_keeps_the_file_for_its_author_and_erasing_takes_it(anna: Member, toby: Member) -> None:
    entry = opened(anna, FILE)
    open_book.close(anna, entry.id, NOW + 20 * MINUTE)
    assert attachments.find(anna, entry) == FILE
    erase(anna, entry.id)
    assert Attachment.objects.count() == 0


def test_another_file_than_the_words_name_is_refused_and_never_shown(anna: Member, toby: Member) -> None:
    entry = opened(anna, FILE)
    with pytest.raises(OtherFile):
        attachments.keep(anna, entry, b"another")
    Attachment.objects.update(content=b"another")
    assert attachments.find(toby, entry) is None


def test_there_is_room_for_so_much(anna: Member, toby: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_KEPT", len(FILE) + 3)
    opened(anna, FILE)
    with pytest.raises(Refused) as refused:
        opened(anna, b"another")
    assert refused.value.field == "file"
    assert Attachment.objects.count() == 1


def test_an_export_takes_files_along_and_shows_whether_they_are_the_same(anna: Member, toby: Member) -> None:
    entry = opened(anna, FILE)
    assert entry.file in read_export(toby)["attachments"]
    assert verify(read_export(toby)).unchanged
    Attachment.objects.update(content=b"another")  # as a host might
    findings = verify(read_export(toby)).findings
    assert [one.flaw.value for one in findings] == ["attachment"]


def test_an_altered_file_in_an_export_is_found(anna: Member, toby: Member) -> None:
    opened(anna, FILE)
    content = read_export(toby)
    content["attachments"] = dict.fromkeys(content["attachments"], "AAAA")
    assert not verify(content).unchanged


def test_a_closed_entry_s_file_is_in_nobody_else_s_export(anna: Member, toby: Member) -> None:
    entry = opened(anna, FILE)
    open_book.close(anna, entry.id, NOW + 20 * MINUTE)
    assert read_export(toby)["attachments"] == {}
    assert list(read_export(anna)["attachments"]) == [entry.file]


def test_a_restored_database_holds_the_files_that_were_recorded(anna: Member, toby: Member) -> None:
    opened(anna, FILE)
    check_all(lambda _done: None)
    Attachment.objects.update(content=b"another")
    with pytest.raises(NotWhole):
        check_all(lambda _done: None)
