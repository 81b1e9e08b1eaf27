"""Stories as living bonds."""

from __future__ import annotations

from datetime import UTC, datetime
from textwrap import dedent

import pytest

from amends.acts.base import Person
from amends.acts.codec import rename
from amends.acts.read_story import parse
from amends.acts.story import Story
from amends.bonds import stories
from amends.bonds.errors import Refused
from amends.bonds.fits import check_fits
from amends.config.stories import find_story, story_names
from amends.ledger.read import find, read_placed
from amends.people.access import get_everyone, get_others, get_seats
from amends.people.models import Bond, Member
from tests.cast import begin, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOW = datetime(2026, 6, 1, tzinfo=UTC)
LONG_AFTER = datetime(2199, 1, 1, tzinfo=UTC)
TEXT = dedent(
    """\
    story: Three friends
    setting: friends
    zone: Europe/London
    member: Maya
    member: Lena
    member: Jo
    invented: yes

    2026-01-05 08:00 Maya joining ^maya

    2026-01-05 09:00 Lena joining ^lena

    2026-01-05 19:52 Maya breach ^late own
      > Lena cancelled at noon.
      by: Lena
      to: Maya

    2026-01-06 08:10 Lena promise ^rule
      > A word the day before.
      to: Maya
      due: 2026-01-12 12:00 every week until 2026-03-30

    2026-01-06 09:00 Maya moment ^tea with Lena
      > Tea.
      to: Lena

    2026-01-07 10:00 Jo moment ^walk
      > A walk.
      to: Maya

    2026-01-09 21:00 Maya shares ^late

    2026-01-10 09:00 Jo erases ^walk

    2026-02-01 09:00 Jo leaving ^jo-leaves

    2026-07-01 10:00 Maya moment ^later
      > Something that has not happened yet.
      to: Lena
    """
)


@pytest.fixture
def story() -> Story:
    story, problems = parse(TEXT, "three-friends.story")
    assert problems == ()
    return story


def seats_of(bond: Bond) -> dict[str, Member]:
    return {member.name: member for member in Member.objects.filter(bond=bond)}


def test_everyone_reads_what_the_story_lets_them_read(story: Story) -> None:
    seats = seats_of(stories.plant(story, {}, NOW))
    names = {Person(str(seat.id)): Person(name) for name, seat in seats.items()}
    ids = {}

    def read(name: str) -> list[object]:
        return [
            (
                rename(placed.act, lambda found: names[found], lambda found: ids.get(found, found)),
                placed.scope,
            )
            for placed in read_placed(seats[name])
            if placed.act.KIND != "erasure"
        ]

    for entry in story.entries:
        planted = stories.id_in(seats["Maya"].bond_id, entry.act.id)
        ids[planted] = entry.act.id
    for name in ("Maya", "Lena"):
        wanted = [
            (placed.act, placed.scope)
            for placed in story.placed_for(Person(name))
            if placed.act.recorded_at <= NOW
        ]
        assert read(name) == wanted


def test_accounts_sit_where_they_are_named(story: Story) -> None:
    maya = make_user("Maya")
    bond = stories.plant(story, {"Maya": maya, "Lena": None}, NOW)
    (seat,) = get_seats(maya)
    assert (seat.bond, seat.name) == (bond, "Maya")
    assert bond.invented
    assert seat.joined_at == datetime(2026, 1, 5, 8, tzinfo=UTC)


def test_who_left_in_the_story_has_left(story: Story) -> None:
    maya = make_user("Maya")
    stories.plant(story, {"Maya": maya}, NOW)
    (seat,) = get_seats(maya)
    assert [other.name for other in get_others(seat)] == ["Lena"]
    assert {member.name for member in get_everyone(seat)} == {"Maya", "Lena", "Jo"}


def test_a_story_can_be_planted_twice(story: Story) -> None:
    one, other = (seats_of(stories.plant(story, {}, NOW)) for _ in range(2))
    ids = [{placed.act.id for placed in read_placed(seats["Maya"])} for seats in (one, other)]
    assert not ids[0] & ids[1]


def test_removing_takes_everything_of_it_and_nothing_else(story: Story) -> None:
    anna = begin("Anna")
    before = read_placed(anna)
    bond = stories.plant(story, {"Maya": make_user("Maya")}, NOW)
    stories.remove(seats_of(bond)["Maya"])
    assert list(Bond.objects.all()) == [anna.bond]
    assert list(Member.objects.all()) == [anna]
    assert read_placed(anna) == before


def test_nothing_in_the_shipped_stories_would_be_refused_to_real_people() -> None:
    for name in story_names():
        story, problems = parse(find_story(name).read_text(encoding="utf-8"), name)
        assert problems == ()
        bond = stories.plant(story, {}, LONG_AFTER)
        seats = seats_of(bond)
        for entry in story.entries:
            seat = seats[entry.act.author]
            placed = find(seat, stories.id_in(bond.id, entry.act.id))
            if placed is not None:  # otherwise it was erased
                check_fits(seat, placed.act)


def test_a_bond_of_real_people_is_never_removed() -> None:
    anna = begin("Anna")
    with pytest.raises(Refused):
        stories.remove(anna)
    assert Bond.objects.exists()
