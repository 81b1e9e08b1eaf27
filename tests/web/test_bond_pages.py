"""Beginning a bond, inviting, joining, leaving, taking along."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.config.stories import story_names
from amends.ledger.read import read_placed
from amends.people.access import get_others, get_seats
from amends.people.models import Bond, Member, Notice, User
from tests.cast import add, begin, hurt, make_user, promise
from tests.web.cast import without_tokens

pytestmark = pytest.mark.django_db

ANSWERS = {
    "setting": "couple",
    "name": "Anna",
    "others": "Toby",
    "title": "Anna and Toby",
    "zone": "Europe/London",
}


def client_of(who: Member | User) -> Client:
    client = Client()
    user = who.user if isinstance(who, Member) else who
    assert user is not None
    client.force_login(user)
    return client


def page(client: Client, name: str, seat: Member) -> str:
    return client.get(reverse(name, args=[seat.bond_id])).content.decode()


def make_link(seat: Member) -> str:
    answer = client_of(seat).post(reverse("invitation", args=[seat.bond_id]))
    link = re.search(r'value="http://testserver(/invitations/[^"]+)"', answer.content.decode())
    assert link is not None
    return link[1]


class TestBeginning:
    def test_four_answers_make_a_bond(self) -> None:
        user = make_user("Anna")
        answer = client_of(user).post(reverse("bond-new"), ANSWERS)
        (seat,) = get_seats(user)
        assert answer["Location"] == reverse("today", args=[seat.bond_id])
        assert (seat.name, seat.bond.title, seat.bond.zone) == ("Anna", "Anna and Toby", "Europe/London")

    def test_the_zone_stands_at_what_the_browser_said_on_signing_up(self) -> None:
        user = make_user("Anna")
        User.objects.filter(id=user.id).update(zone="Asia/Tokyo")
        shown = client_of(user).get(reverse("bond-new")).content.decode()
        assert '<option value="Asia/Tokyo" selected>' in shown

    @pytest.mark.parametrize(
        ("field", "typed"), [("name", ""), ("name", "An^na"), ("title", " "), ("setting", "x"), ("zone", "x")]
    )
    def test_an_error_stands_at_its_field_and_keeps_the_rest(self, field: str, typed: str) -> None:
        answer = client_of(make_user("Anna")).post(reverse("bond-new"), ANSWERS | {field: typed})
        assert list(answer.context["form"].errors) == [field]
        shown = answer.content.decode()
        assert f'id="id_{field}_error"' in shown
        assert all(f'value="{kept}"' in shown for key, kept in ANSWERS.items() if key not in {field, "zone"})
        assert not Bond.objects.exists()

    def test_all_of_ones_bonds_are_listed(self) -> None:
        user = make_user("Anna")
        client = client_of(user)
        assert "Begin one" in client.get(reverse("bonds")).content.decode()
        for title in ("Home", "Choir"):
            client.post(reverse("bond-new"), ANSWERS | {"title": title})
        shown = client.get(reverse("bonds")).content.decode()
        assert "Home" in shown
        assert "Choir" in shown

    @pytest.mark.parametrize("name", story_names())
    def test_a_newcomer_may_look_at_an_invented_story_first(self, name: str) -> None:
        user = make_user("Anna")
        client = client_of(user)
        assert f'value="{name}"' in client.get(reverse("bond-new")).content.decode()
        assert client.post(reverse("story"), {"story": "made-up"}).status_code == 404
        answer = client.post(reverse("story"), {"story": name})
        (seat,) = get_seats(user)
        assert seat.bond.invented
        assert answer["Location"] == reverse("today", args=[seat.bond_id])
        acts = [placed.act for placed in read_placed(seat)]
        assert len(acts) > 40
        assert all(act.recorded_at <= timezone.now() for act in acts)
        assert "an invented story" in client.get(reverse("bonds")).content.decode()
        client.post(reverse("story-removal", args=[seat.bond_id]))
        assert get_seats(user) == []


class TestJoining:
    def test_by_the_link_someone_gets_in(self) -> None:
        anna, toby = begin("Anna"), make_user("Toby")
        link = make_link(anna)
        answer = client_of(toby).post(link, {"name": "Toby"})
        assert answer["Location"] == reverse("arriving", args=[anna.bond_id])
        assert [seat.name for seat in get_others(anna)] == ["Toby"]

    def test_the_page_names_nobody_and_says_who_hosts(self, settings: object) -> None:
        settings.AMENDS_HOST_NAME = "Huberta"  # type: ignore[attr-defined]
        anna = begin("Anna")
        Bond.objects.update(title="The secret garden")
        shown = Client().get(make_link(anna)).content.decode()
        assert "Huberta" in shown
        assert "answer nothing" in shown
        for unsaid in ("Anna", "garden", "couple", "London", str(anna.bond_id)):
            assert unsaid not in shown

    def test_looking_uses_nothing_up(self) -> None:
        link = make_link(begin("Anna"))
        for client in (Client(), client_of(make_user("Toby"))):
            for _ in range(2):
                assert client.get(link).status_code == 200
                assert client.head(link).status_code == 200
        assert client_of(make_user("Toby")).post(link, {"name": "Toby"}).status_code == 302

    def test_without_an_account_one_is_asked_to_log_in_and_the_link_stays_open(self) -> None:
        link = make_link(begin("Anna"))
        answer = Client().post(link, {"name": "Toby"})
        assert answer["Location"].startswith(reverse("account_login"))
        assert Client().get(link).status_code == 200

    def test_used_made_up_and_withdrawn_links_look_alike(self) -> None:
        anna = begin("Anna", "friends")
        used, made_up = make_link(anna), reverse("join", args=["made-up"])
        client_of(make_user("Toby")).post(used, {"name": "Toby"})
        withdrawn = make_link(anna)
        client_of(anna).post(reverse("invitation-withdrawal", args=[anna.bond_id]))
        answers = [Client().get(link) for link in (used, made_up, withdrawn)]
        assert {answer.status_code for answer in answers} == {404}
        assert len({without_tokens(answer.content.decode()) for answer in answers}) == 1

    def test_a_name_that_is_taken_is_refused_at_the_field(self) -> None:
        link = make_link(begin("Anna"))
        answer = client_of(make_user("Toby")).post(link, {"name": "anna"})
        assert list(answer.context["form"].errors) == ["name"]
        assert 'value="anna"' in answer.content.decode()

    def test_the_link_is_shown_once(self) -> None:
        anna = begin("Anna")
        link = make_link(anna)
        shown = page(client_of(anna), "invitation", anna)
        assert link not in shown
        assert "open until" in shown

    def test_a_couple_that_is_two_makes_no_more_links(self) -> None:
        anna = begin("Anna")
        add(anna, "Toby")
        client = client_of(anna)
        assert "All seats here are taken" in page(client, "invitation", anna)
        answer = client.post(reverse("invitation", args=[anna.bond_id]))
        assert "/invitations/" not in answer.content.decode()


class TestLeaving:
    def test_two_screens_and_one_is_out(self) -> None:
        anna = begin("Anna")
        toby = add(anna, "Toby")
        client = client_of(toby)
        assert "no reason" in page(client, "leaving", toby)
        answer = client.post(reverse("leaving", args=[toby.bond_id]), {"notice": "later"}, follow=True)
        assert "You have left" in answer.content.decode()
        assert client.get(reverse("leaving", args=[toby.bond_id])).status_code == 404

    def test_it_can_be_told_later_and_only_once(self) -> None:
        anna = begin("Anna")
        toby = add(anna, "Toby")
        leave(toby, Notice.LATER, timezone.now())
        client = client_of(toby)
        assert "Tell them now" in page(client, "export", toby)
        client.post(reverse("notice", args=[toby.bond_id]))
        assert get_others(anna) == []
        assert "Tell them now" not in page(client, "export", toby)

    @pytest.mark.parametrize("notice", [Notice.LATER, Notice.NEVER])
    def test_to_the_other_every_page_looks_as_before(self, notice: Notice) -> None:
        maya = begin("Maya", "friends")
        lena = add(maya, "Lena")
        client = client_of(maya)
        names = ("invitation", "leaving", "export", "today")

        def seen() -> list[str]:
            pages = [page(client, name, maya) for name in names]
            return [re.sub(r'value="[^"]{32,}"|nonce="[^"]+"', "", shown) for shown in pages]

        make_link(maya)
        before = seen()
        leave(lena, notice, timezone.now())
        assert seen() == before


class TestTakingAlong:
    def test_the_file_holds_what_one_may_read_and_nothing_else(self) -> None:
        anna = begin("Anna")
        toby = add(anna, "Toby")
        now = timezone.now()
        record(anna, hurt(anna, toby, words="Only Anna knows."), Scope.OWN, now)
        record(toby, hurt(toby, anna, words="Only Toby knows."), Scope.OWN, now)
        answer = client_of(anna).get(reverse("export-file", args=[anna.bond_id]))
        assert answer["Content-Disposition"].startswith("attachment")
        text = answer.content.decode()
        assert json.loads(text)
        assert "Only Anna knows." in text
        assert "Only Toby knows." not in text

    def test_who_left_gets_it_as_it_was_then(self) -> None:
        anna = begin("Anna")
        toby = add(anna, "Toby")
        leave(toby, Notice.NEVER, timezone.now())
        now = timezone.now() + timedelta(minutes=1)
        later = promise(anna, toby, now=now)
        record(anna, later, Scope.SHARED, now)
        share.share(anna, later.id, now, at_once=True)
        answer = client_of(toby).get(reverse("export-file", args=[toby.bond_id]))
        assert str(later.id) not in answer.content.decode()
        theirs = client_of(anna).get(reverse("export-file", args=[anna.bond_id]))
        assert str(later.id) in theirs.content.decode()


class TestTheDemo:
    @pytest.fixture
    def anna(self, settings: object) -> Member:
        settings.AMENDS_DEMO = True  # type: ignore[attr-defined]
        seat = begin("Anna")
        Bond.objects.update(invented=True)
        User.objects.update(password="!")
        return Member.objects.get(id=seat.id)

    def test_one_can_look_as_an_invented_person(self, anna: Member) -> None:
        client = Client()
        assert "Look as Anna" in client.get(reverse("demo")).content.decode()
        client.post(reverse("demo"), {"seat": str(anna.id)})
        assert client.get(reverse("today", args=[anna.bond_id])).status_code == 200

    @pytest.mark.parametrize("change", ["a password", "a real bond"])
    def test_never_as_a_real_one(self, anna: Member, change: str) -> None:
        if change == "a password":
            User.objects.update(password="argon2$...")
        else:
            Bond.objects.update(invented=False)
        for seat in (str(anna.id), "", "x"):
            assert Client().post(reverse("demo"), {"seat": seat}).status_code == 404

    def test_elsewhere_the_door_is_not_there(self, anna: Member, settings: object) -> None:
        settings.AMENDS_DEMO = False  # type: ignore[attr-defined]
        assert Client().get(reverse("demo")).status_code == 404
        assert Client().post(reverse("demo"), {"seat": str(anna.id)}).status_code == 404

    def test_an_invented_story_goes_in_one_click(self, anna: Member) -> None:
        client = client_of(anna)
        client.post(reverse("story-removal", args=[anna.bond_id]))
        assert not Bond.objects.exists()

    def test_a_real_bond_never_goes(self, anna: Member) -> None:
        Bond.objects.update(invented=False)
        assert client_of(anna).post(reverse("story-removal", args=[anna.bond_id])).status_code == 404
        assert Bond.objects.exists()


def test_help_is_open_to_everyone_and_gives_no_number() -> None:
    shown = Client().get(reverse("help")).content.decode()
    main = shown.partition("<main")[2].partition("</main>")[0]
    assert "emergency number of your country" in main
    assert not re.search(r"\d{3}", re.sub(r"<[^>]+>", "", main))


def test_a_form_from_elsewhere_is_refused_in_plain_words() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("account_login"), {"login": "anna@example.org", "password": "x"})
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.content.decode()
