"""Reading from the ledgers: the same as composing anew, and nothing of what others keep."""

from __future__ import annotations

import gc
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from amends.acts.base import Act, Person
from amends.acts.checkin import CheckIn
from amends.acts.moment import Moment
from amends.acts.read_story import parse
from amends.acts.request import Request
from amends.acts.when import When
from amends.bonds.stories import plant
from amends.config.stories import find_story
from amends.ledger.append import append
from amends.ledger.erase import erase
from amends.ledger.ledgers import own_ledger, shared_ledger
from amends.ledger.read import read_placed
from amends.people.models import Member
from amends.readings import pauses, read
from amends.readings.compose import Readings, compose
from amends.readings.plain import to_plain
from amends.readings.read import forget, readings, shown_to
from tests.cast import NOW, act, hurt, person

pytestmark = pytest.mark.database

LATER = NOW + timedelta(days=30)


def keep(author: Member, made: Act) -> Act:
    append(own_ledger(author), author, made)
    return made


def share(author: Member, made: Act) -> Act:
    append(shared_ledger(author.bond), author, made)
    return made


def rate(author: Member, about: Member, rating: int = 40, **fields: Any) -> Act:
    ratings = {"predictable": rating, "dependable": rating, "faith": rating}
    made: Act = act(CheckIn, author, about=person(about), **ratings | fields)
    return made


def moment(author: Member, by: Member, **fields: Any) -> Act:
    made: Act = act(Moment, author, author, by=person(by), words="Tea on the steps.", **fields)
    return made


def anew(seat: Member, as_of: Any = LATER) -> Readings:
    """What composing from all acts gives."""
    return compose(read_placed(seat), Person(str(seat.id)), as_of, setting=seat.bond.setting)


def test_what_comes_in_is_read_at_once(anna: Member, toby: Member) -> None:
    """Act by act, late ones too, the kept state reads as if folded anew."""
    for number, made in enumerate(
        [
            moment(anna, toby),
            rate(anna, toby),
            hurt(anna, toby, now=NOW - timedelta(days=20), weight=4),
            rate(anna, toby, 70, now=NOW - timedelta(days=30)),
            hurt(anna, toby, now=NOW + timedelta(days=1)),
        ]
    ):
        (share if number % 2 else keep)(anna, made) if made.KIND != "check-in" else keep(anna, made)
        assert readings(anna, LATER) == anew(anna)
        assert readings(toby, LATER) == anew(toby)
    assert readings(anna, LATER).trust[0].ratings == 2


def test_late_acts_are_shown_where_they_belong(anna: Member, toby: Member) -> None:
    """Whatever the order in which they come, one of them twice."""
    made = [hurt(anna, toby, now=NOW + timedelta(days=day)) for day in (0, 6, 3, 3, 1, -4)]
    for one in made:
        keep(anna, one)
        assert list(shown_to(anna, LATER).values()) == read_placed(anna)
    share(anna, made[2])
    assert list(shown_to(anna, LATER).values()) == read_placed(anna)


def test_a_long_ledger_is_read_like_a_short_one(
    anna: Member, toby: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Erasing included; and Python looks for garbage again afterwards."""
    monkeypatch.setattr(pauses, "LONG", 0)
    breach = keep(anna, hurt(anna, toby))
    assert readings(anna, LATER) == anew(anna)
    erase(anna, breach.id)
    assert breach.id not in shown_to(anna, LATER)
    assert readings(anna, LATER).erosion.count == 0
    assert gc.isenabled()


def test_what_is_shared_later_gets_its_wider_scope(anna: Member, toby: Member) -> None:
    """A hurt first kept and then shared is read once, and shows to the other."""
    breach = keep(anna, hurt(anna, toby))
    assert readings(toby, LATER).waiting == ()
    assert readings(anna, LATER).erosion.count == 1
    share(anna, breach)
    assert [waiting.act for waiting in readings(toby, LATER).waiting] == [breach.id]
    assert readings(anna, LATER) == anew(anna)
    assert readings(anna, LATER).erosion.count == 1


def test_what_was_erased_is_gone(anna: Member, toby: Member) -> None:
    """From the readings and from memory, at the next look."""
    breach = share(anna, hurt(anna, toby))
    share(anna, hurt(anna, toby))
    assert readings(toby, LATER).erosion.count == 0
    assert len(readings(toby, LATER).waiting) == 2
    erase(anna, breach.id)
    assert len(readings(toby, LATER).waiting) == 1
    assert str(breach.id) not in str(to_plain(readings(toby, LATER)))
    kept = read._cache.slot(toby.id).kept
    assert kept is not None
    assert breach.id not in kept.state.acts


def test_an_earlier_time_reads_as_it_was(anna: Member, toby: Member) -> None:
    """Looking back leaves out what came since, and does not disturb what is kept."""
    keep(anna, hurt(anna, toby, now=NOW - timedelta(days=9)))
    before = readings(anna, NOW)
    keep(anna, hurt(anna, toby, now=NOW + timedelta(days=9)))
    assert readings(anna, LATER).erosion.count == 2
    assert readings(anna, NOW) == before
    assert readings(anna, LATER) == anew(anna)


def test_what_is_dated_ahead_waits_its_time(anna: Member, toby: Member) -> None:
    """It counts from its day on, and does not keep the rest from being kept."""
    ahead = When.said("2026-03-20T12:00", "Europe/London")
    share(toby, act(Request, toby, anna, occurred=ahead, words="Would you?"))
    share(toby, act(Request, toby, anna, words="Could you?"))
    assert len(readings(anna, NOW).waiting) == 1
    kept = read._cache.slot(anna.id).kept
    assert kept is not None
    assert kept.newest <= NOW
    assert len(readings(anna, LATER).waiting) == 2


def test_nobody_reads_what_another_keeps(anna: Member, toby: Member) -> None:
    """Toby's readings are the same, to the byte, whatever Anna keeps to herself."""
    share(anna, hurt(anna, toby))
    share(toby, moment(toby, anna))
    without = str(to_plain(readings(toby, LATER)))
    forget(toby.id)
    kept = [keep(anna, made) for made in (hurt(anna, toby, weight=5), rate(anna, toby), moment(anna, toby))]
    assert readings(anna, LATER).trust[0].acts == 3
    for again in (readings(toby, LATER), anew(toby)):
        assert str(to_plain(again)) == without
        assert not any(str(made.id) in str(to_plain(again)) for made in kept)


def test_a_story_planted_reads_as_the_story(db: None) -> None:
    """Through ledgers and database, the numbers are those of the file."""
    story, problems = parse(Path(str(find_story("anna-and-toby"))).read_text(encoding="utf-8"))
    assert problems == ()
    last = max(block.act.recorded_at for block in story.entries)
    bond = plant(story, dict.fromkeys(story.members), last)
    for name in story.members:
        seat = bond.members.get(name=name)
        living = readings(seat, last)
        told = compose(story.placed_for(Person(name)), Person(name), last)
        assert numbers(living) == numbers(told)


def numbers(readings: Readings) -> list[Any]:
    """What does not depend on ids."""
    return [
        [to_plain((trust.value, trust.interval, trust.acts, trust.ratings)) for trust in readings.trust],
        [to_plain((one.kept, one.late, one.broken, one.value)) for one in readings.reliability],
        to_plain((readings.erosion.count, readings.erosion.remaining, readings.erosion.by_type)),
        readings.balance,
        sorted([stage for stage, _ in repair.reached] for repair in readings.repairs),
    ]


def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one not asked for longest goes first; what is forgotten is gone."""
    monkeypatch.setattr(read, "MOST", 2)
    one, two, three = (UUID(int=number) for number in (1, 2, 3))
    first = read._cache.slot(one)
    read._cache.slot(two)
    assert read._cache.slot(one) is first
    read._cache.slot(three)
    assert read._cache.slot(one) is first
    assert len(read._cache) == 2
    forget(one)
    assert read._cache.slot(one) is not first


@pytest.mark.django_db(transaction=True)
def test_many_may_look_at_once(couple: tuple[Member, Member]) -> None:
    """Threads that read the same member get the same readings."""
    anna, toby = couple
    for day in range(5):
        keep(anna, hurt(anna, toby, now=NOW + timedelta(days=day)))
    found: list[Readings] = []

    def look() -> None:
        found.append(readings(anna, LATER))
        connection.close()

    threads = [Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [anew(anna)] * 4


def test_what_is_shown_is_what_may_be_read(anna: Member, toby: Member) -> None:
    """In the order of a fold, late acts and wider scopes included; what was handed out stays as it was."""
    breach = keep(anna, hurt(anna, toby))
    first = shown_to(anna, LATER)
    share(anna, breach)
    share(toby, moment(toby, anna, now=NOW - timedelta(days=3)))
    keep(anna, rate(anna, toby, now=NOW + timedelta(days=3)))
    found = shown_to(anna, LATER)
    assert list(found.values()) == read_placed(anna)
    assert [one.act.KIND for one in found.values()] == ["moment", "breach", "check-in"]
    assert list(first) == [breach.id]
    erase(anna, breach.id)
    assert list(shown_to(anna, LATER).values()) == read_placed(anna)
    assert list(shown_to(toby, LATER).values()) == read_placed(toby)
