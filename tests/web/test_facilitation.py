"""Someone from outside: asked, granted something by each alone, and what shows of it to whom."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amends.acts.moment import Moment
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.bonds import grants, invite, share
from amends.bonds.errors import Refused
from amends.bonds.grants import Ended, grant, look
from amends.bonds.join import join
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.bonds.seek import accept, find_sought, seek
from amends.people.access import get_grants
from amends.people.models import CaucusNote, Facilitator, Grant, Look, Member, Notice
from tests.cast import act, add, begin, hurt, make_user, promise
from tests.web.cast import client_of, page, without_tokens

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Member, Member]:
    anna = begin("Anna")
    return anna, add(anna, "Toby")


def asked(seat: Member, *, for_all: bool = True, name: str = "Bea") -> Facilitator:
    now = timezone.now()
    return accept(seek(seat, now, for_all=for_all), make_user(name), name, "mediator", now)


def shared(author: Member, made: object) -> object:
    now = timezone.now()
    record(author, made, Scope.SHARED, now)  # type: ignore[arg-type]
    share.share(author, made.id, now, at_once=True)  # type: ignore[attr-defined]
    return made


def let(facilitator: Facilitator, seat: Member, *parts: object, days: int = 30) -> Grant:
    return grant(facilitator, seat, {str(one) for one in parts}, days, timezone.now())


def as_facilitator(facilitator: Facilitator, name: str, **where: object) -> str:
    client = Client()
    assert facilitator.user is not None
    client.force_login(facilitator.user)
    answer = client.get(reverse(name, kwargs={"facilitator": facilitator.id, **where}))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def pages_of(seat: Member) -> dict[str, str]:
    """All that a member might look at to find out what the other did."""
    names = ("today", "bond", "timeline", "settings", "facilitators", "facilitator-invitation", "export")
    return {name: without_tokens(page(seat, name)) for name in names}


def test_the_secret_is_long_kept_as_a_hash_and_used_once(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    now = timezone.now()
    token = seek(anna, now, for_all=True)
    assert len(token) >= 43  # 256 bits
    assert find_sought(token, now + timedelta(hours=71)) is not None
    assert find_sought(token, now + timedelta(hours=73)) is None
    accept(token, make_user("Bea"), "Bea", "mediator", now)
    with pytest.raises(Refused):
        accept(token, make_user("Zoe"), "Zoe", "mediator", now)


def test_the_page_behind_the_link_names_nobody_and_looking_uses_nothing_up(
    pair: tuple[Member, Member],
) -> None:
    anna, _toby = pair
    link = reverse("facilitator-joining", args=[seek(anna, timezone.now(), for_all=True)])
    for client in (Client(), client_of(begin("Zoe"))):
        shown = client.get(link)
        assert shown.status_code == 200
        assert not re.search(r"Anna|Toby|Home", shown.content.decode())


def test_a_member_or_who_was_one_takes_no_seat_from_outside(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    assert toby.user is not None
    token = seek(anna, timezone.now(), for_all=True)
    with pytest.raises(Refused):
        accept(token, toby.user, "Bea", "therapist", timezone.now())
    assert find_sought(token, timezone.now()) is not None


def test_who_becomes_a_member_is_no_longer_from_outside() -> None:
    maya = begin("Maya", "friends")
    bea = asked(maya)
    let(bea, maya, "repairs")
    assert bea.user is not None
    join(invite.invite(maya, timezone.now()), bea.user, "Bea", timezone.now())
    assert not Grant.objects.standing(timezone.now()).exists()


def test_whoever_leaves_closes_the_link_they_made(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    token = seek(anna, timezone.now(), for_all=False)
    leave(anna, Notice.NEVER, timezone.now())
    assert find_sought(token, timezone.now()) is None


def test_what_lies_between_two_opens_when_both_have_granted_it(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    repair = shared(anna, act(Repair, anna, toby, name="Late for dinner"))
    shared(anna, hurt(anna, toby, repair=repair.id, words="Dinner went cold."))  # type: ignore[attr-defined]
    bea = asked(anna)
    let(bea, anna, "repairs")
    assert "Repairs" not in as_facilitator(bea, "facilitation")
    let(bea, toby, repair.id)  # type: ignore[attr-defined]
    assert "Repairs" in as_facilitator(bea, "facilitation")
    shown = as_facilitator(bea, "facilitation-strand", sort="repairs", act=repair.id)  # type: ignore[attr-defined]
    assert "Dinner went cold." in shown
    assert "Late for dinner" in as_facilitator(bea, "facilitation-sort", sort="repairs")


def test_what_is_not_of_a_granted_sort_stays_closed(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    made = shared(toby, promise(toby, anna))
    bea = asked(anna)
    for one in pair:
        let(bea, one, "repairs", "sessions")
    assert "romises" not in as_facilitator(bea, "facilitation")
    for one in pair:
        let(bea, one, "promises")
    shown = as_facilitator(bea, "facilitation-strand", sort="promises", act=made.id)  # type: ignore[attr-defined]
    assert "Home by seven." in shown


def test_ones_own_opens_item_by_item_to_that_one_alone(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    lines = [act(Moment, anna, toby, words=words) for words in ("A walk.", "A letter.")]
    for one in lines:
        record(anna, one, Scope.OWN, timezone.now())
    bea = asked(anna)
    let(bea, anna, lines[0].id, "repairs", "promises", "sessions", "agreements")
    let(bea, toby, lines[1].id)  # not his: it opens nothing
    shown = as_facilitator(bea, "facilitation-alone", member=anna.id)
    assert "A walk." in shown
    assert "A letter." not in shown
    assert as_facilitator(bea, "facilitation").count("What they opened to you") == 1


def test_the_page_of_what_one_keeps_says_who_from_outside_can_read_it(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    line = act(Moment, anna, toby, words="A walk.")
    record(anna, line, Scope.OWN, timezone.now())
    bea = asked(anna, for_all=False)
    assert "from outside" not in page(anna, "act", act=line.id)
    let(bea, anna, line.id)
    assert "Bea, from outside, can read it until" in page(anna, "act", act=line.id)
    grants.withdraw(bea, anna, timezone.now())
    assert "from outside" not in page(anna, "act", act=line.id)


def test_once_shared_it_needs_both(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    line = act(Moment, anna, toby, words="A walk.")
    record(anna, line, Scope.OWN, timezone.now())
    bea = asked(anna)
    let(bea, anna, line.id)
    assert "A walk." in as_facilitator(bea, "facilitation-alone", member=anna.id)
    share.share(anna, line.id, timezone.now(), at_once=True)
    assert "What they opened to you" not in as_facilitator(bea, "facilitation")


def test_a_grant_runs_out_after_thirty_days_and_never_stands_longer_than_ninety(
    pair: tuple[Member, Member],
) -> None:
    anna, _toby = pair
    bea = asked(anna)
    now = timezone.now()
    made = let(bea, anna)
    assert timedelta(days=30) - timedelta(minutes=1) < made.ends_at - now < timedelta(days=30, minutes=1)
    for days in (0, 91):
        with pytest.raises(Refused):
            let(bea, anna, days=days)


def test_choosing_asks_once_more_who_one_is(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    bea = asked(anna)
    address = reverse("grant", kwargs={"bond": anna.bond_id, "facilitator": bea.id})
    client = client_of(anna)
    for answer in (client.get(address), client.post(address, {"days": 30, "sorts": "repairs"})):
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert not Grant.objects.exists()
    client = client_of(anna)
    client.get(address)
    client.post(reverse("account_reauthenticate") + f"?next={address}", {"password": "a long password"})
    shown = client.get(address).content.decode()
    assert "has not checked who this is" in shown
    assert "checked" not in re.findall(r"<input type=\"checkbox\"[^>]*>", shown)[0]
    client.post(address, {"days": 30, "sorts": ["repairs"]})
    assert [part.what for part in Grant.objects.get().parts.all()] == ["repairs"]


def test_ending_asks_nothing(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    bea = asked(anna)
    let(bea, anna, "repairs")
    client_of(anna).post(reverse("grant-withdrawal", kwargs={"bond": anna.bond_id, "facilitator": bea.id}))
    assert not Grant.objects.standing(timezone.now()).exists()


@pytest.mark.parametrize("for_all", [True, False])
def test_no_page_of_the_other_tells_what_was_granted_written_or_ended(
    pair: tuple[Member, Member], *, for_all: bool
) -> None:
    """Granted, opened, written, run out, taken back: all the same to the byte; so is a seat for one alone."""
    anna, toby = pair
    shared(anna, act(Repair, anna, toby, name="Late for dinner"))
    before = None if for_all else pages_of(toby)
    bea = asked(anna, for_all=for_all)
    if before is None:
        before = pages_of(toby)
        where = {"facilitator": bea.id}
        before["facilitator"] = without_tokens(page(toby, "facilitator", **where))
    line = act(Moment, anna, toby, words="A walk.")
    record(anna, line, Scope.OWN, timezone.now())
    made = let(bea, anna, "repairs", line.id)
    client = client_of(anna)
    caucus = reverse("caucus", kwargs={"bond": anna.bond_id, "facilitator": bea.id})
    client.post(caucus, {"id": uuid4(), "words": "I am not sure."})
    as_facilitator(bea, "facilitation-alone", member=anna.id)
    states = [pages_of(toby) | _seat_page(toby, bea, for_all=for_all)]
    Grant.objects.filter(pk=made.pk).update(ends_at=timezone.now() - timedelta(seconds=1))
    states.append(pages_of(toby) | _seat_page(toby, bea, for_all=for_all))
    let(bea, anna, "repairs")
    grants.withdraw(bea, anna, timezone.now())
    states.append(pages_of(toby) | _seat_page(toby, bea, for_all=for_all))
    assert CaucusNote.objects.count() == 1
    assert all(state == before for state in states)


def _seat_page(seat: Member, facilitator: Facilitator, *, for_all: bool) -> dict[str, str]:
    if not for_all:
        address = reverse("facilitator", kwargs={"bond": seat.bond_id, "facilitator": facilitator.id})
        assert client_of(seat).get(address).status_code == 404
        return {}
    return {"facilitator": without_tokens(page(seat, "facilitator", facilitator=facilitator.id))}


def test_whose_it_is_sees_what_was_opened_and_on_which_day(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    repair = shared(anna, act(Repair, anna, toby, name="Late for dinner"))
    line = act(Moment, anna, toby, words="A walk.")
    record(anna, line, Scope.OWN, timezone.now())
    bea = asked(anna)
    let(bea, anna, "repairs", line.id)
    let(bea, toby, "repairs")
    as_facilitator(bea, "facilitation")
    assert not Look.objects.exists()  # names and sorts: nothing anyone wrote
    for _again in range(2):
        as_facilitator(bea, "facilitation-strand", sort="repairs", act=repair.id)  # type: ignore[attr-defined]
        as_facilitator(bea, "facilitation-alone", member=anna.id)
    whats = {(one.grant.member.name, one.what) for one in Look.objects.all()}
    assert whats == {("Anna", str(repair.id)), ("Toby", str(repair.id)), ("Anna", str(line.id))}  # type: ignore[attr-defined]
    assert Look.objects.count() == 3  # once a day
    shown = page(anna, "facilitator", facilitator=bea.id)
    assert "What they have opened" in shown
    assert "A walk." in shown.split("What they have opened")[1]
    theirs = page(toby, "facilitator", facilitator=bea.id).split("What they have opened")[1]
    assert "Late for dinner" in theirs
    assert "A walk." not in theirs
    grants.withdraw(bea, anna, timezone.now())
    assert "What they have opened" in page(anna, "facilitator", facilitator=bea.id)


def test_notes_stay_with_the_member_when_the_grant_ends(pair: tuple[Member, Member]) -> None:
    anna, toby = pair
    bea = asked(anna)
    let(bea, anna)
    let(bea, toby)
    caucus = reverse("caucus", kwargs={"bond": anna.bond_id, "facilitator": bea.id})
    sent = {"id": uuid4(), "words": "I am not sure."}
    for _twice in range(2):
        client_of(anna).post(caucus, sent)
    assert "I am not sure." in as_facilitator(bea, "facilitation-notes", member=anna.id)
    assert "I am not sure." not in as_facilitator(bea, "facilitation-notes", member=toby.id)
    grants.withdraw(bea, anna, timezone.now())
    assert "I am not sure." in page(anna, "facilitator", facilitator=bea.id)
    client_of(anna).post(caucus, {"id": uuid4(), "words": "And now?"})
    assert CaucusNote.objects.count() == 1
    assert Grant.objects.get(member=anna).looks.values_list("what", flat=True)[0] == grants.CAUCUS
    removed = {"removed": sent["id"]}
    client_of(toby).post(caucus, removed)
    assert CaucusNote.objects.count() == 1  # not his
    client_of(anna).post(caucus, removed)
    assert not CaucusNote.objects.exists()


def test_what_ends_while_a_page_is_made_is_not_shown(pair: tuple[Member, Member]) -> None:
    anna, _toby = pair
    bea = asked(anna)
    let(bea, anna, "repairs")
    assert bea.user is not None
    granted = get_grants(bea.user, bea.id, timezone.now())[0]
    look({granted: {"repairs"}})
    grants.withdraw(bea, anna, timezone.now())
    with pytest.raises(Ended):
        look({granted: {"promises"}})
    let(bea, anna, "promises")  # granted anew, but not what was being read
    with pytest.raises(Ended):
        look({granted: {"promises"}})
    assert Look.objects.get().what == "repairs"


def test_in_a_larger_bond_those_it_does_not_concern_need_not_agree() -> None:
    maya = begin("Maya", "friends")
    lena, jo = add(maya, "Lena"), add(maya, "Jo")
    repair = shared(maya, act(Repair, maya, lena, name="Late for lunch"))
    bea = asked(maya)
    let(bea, maya, "repairs")
    let(bea, jo, "repairs")
    assert "Repairs" not in as_facilitator(bea, "facilitation")
    let(bea, lena, "repairs")
    assert "Late for lunch" in as_facilitator(bea, "facilitation-sort", sort="repairs")
    grants.withdraw(bea, jo, timezone.now())
    shown = as_facilitator(bea, "facilitation-strand", sort="repairs", act=repair.id)  # type: ignore[attr-defined]
    assert "Late for lunch" in shown
