"""What a restored database gets: a look at every ledger, a new epoch, what was erased erased again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from amends.ledger.append import append
from amends.ledger.erase import erase, replay
from amends.ledger.export import export
from amends.ledger.ledgers import own_ledger
from amends.ledger.models import Entry, Ledger
from amends.ledger.restore import NotWhole, begin_epochs, check_all
from amends.ledger.verify import verify
from amends.people.models import Member
from tests.cast import NOW
from tests.ledger.cast import moment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def _ignore(_done: float) -> None:
    """Show nothing."""


def _export(seat: Member) -> Any:
    return json.loads(export(seat, NOW))


def test_an_epoch_begins_where_the_ledger_ended(anna: Member) -> None:
    """An export from before still fits, and one from after counts the restore."""
    append(own_ledger(anna), anna, moment(anna))
    before = _export(anna)
    assert begin_epochs(NOW + timedelta(days=1)) == 1
    after = _export(anna)
    assert verify(after, before).unchanged
    (ledger,) = after["ledgers"]
    assert json.loads(ledger["checkpoint"]["text"])["epoch"] == 1
    assert len(ledger["entries"]) == 2


def test_erasing_again_after_a_restore_fits(anna: Member) -> None:
    """What came back goes, marked after the note of the restore, and all of it verifies."""
    act = moment(anna)
    append(own_ledger(anna), anna, act)
    kept = Entry.objects.get(act_id=act.id)
    frontier = Ledger.objects.get().frontier
    erase(anna, act.id)
    Entry.objects.exclude(id=kept.id).delete()
    kept.save()  # as a backup from before the erasure has it
    Ledger.objects.update(size=1, erasures=0, frontier=frontier)
    assert check_all(_ignore) == 1
    begin_epochs(NOW)
    assert replay() == 1
    assert Entry.objects.get(act_id=act.id).body is None
    assert verify(_export(anna)).unchanged


@pytest.mark.parametrize("harm", ["words", "header", "gone"])
def test_what_was_altered_is_not_taken_in(anna: Member, harm: str) -> None:
    """One entry's words, its header, or the whole of it."""
    for _ in range(3):
        append(own_ledger(anna), anna, moment(anna))
    assert check_all(_ignore) == 3
    middle = Entry.objects.filter(seq=1)
    if harm == "gone":
        middle.delete()
    elif harm == "words":
        middle.update(body=b"{}")
    else:
        middle.update(header=bytes(Entry.objects.get(seq=2).header))
    with pytest.raises(NotWhole):
        check_all(_ignore)
