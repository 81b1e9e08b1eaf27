"""Help from outside: for the one who looks, from what they may read, and nobody else can tell."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amends.acts.boundary import Boundary
from amends.acts.scope import Scope
from amends.bonds import share
from amends.bonds.record import record
from amends.config.stories import find_story, story_names
from amends.people.models import Member
from amends.web.pages.outside_help import threatens
from tests.cast import act, add, begin, hurt
from tests.web.cast import page, without_tokens

pytestmark = pytest.mark.django_db
SEAT = "A seat for a mediator"


@pytest.fixture
def couple() -> tuple[Member, Member]:
    now = timezone.now() - timedelta(days=30)
    anna = begin("Anna", now=now)
    return anna, add(anna, "Toby", now)


def several_hard(anna: Member, toby: Member, scope: Scope) -> None:
    """Three in this week, of Toby's doing."""
    now = timezone.now()
    for hours in range(1, 4):
        one = hurt(anna, toby, now=now - timedelta(hours=hours), words="Late for dinner")
        record(anna, one, scope, now)
        if scope is Scope.SHARED:
            share.share(anna, one.id, now, at_once=True)


def test_with_nothing_written_it_says_so_and_where_help_is(couple: tuple[Member, Member]) -> None:
    anna, _toby = couple
    shown = page(anna, "outside-help")
    assert "Nothing of that kind is written here, or too little to tell." in shown
    for name in ("finding-help", "check"):
        assert reverse(name) in shown
    for name in ("summary", "facilitators"):
        assert reverse(name, kwargs={"bond": anna.bond_id}) in shown
    assert reverse("outside-help", kwargs={"bond": anna.bond_id}) in page(anna, "bond")


def test_what_anna_keeps_shows_in_nothing_toby_reads(couple: tuple[Member, Member]) -> None:
    anna, toby = couple
    before = without_tokens(page(toby, "outside-help"))
    several_hard(anna, toby, Scope.OWN)
    assert without_tokens(page(toby, "outside-help")) == before


def test_several_hard_things_are_told_to_the_one_they_are_about(couple: tuple[Member, Member]) -> None:
    """Without a name for it, and not to who wrote them."""
    anna, toby = couple
    several_hard(anna, toby, Scope.SHARED)
    told = "Several hard things were shared with you this week. Answer one, or none."
    assert told in page(toby, "outside-help")
    assert told not in page(anna, "outside-help")


def test_where_words_frighten_help_is_for_one_alone(couple: tuple[Member, Member]) -> None:
    """No seat for both is named then, and the other's page is as it was."""
    anna, toby = couple
    before = without_tokens(page(toby, "outside-help"))
    now = timezone.now()
    record(anna, hurt(anna, toby, now=now, words="He threatened to kill me."), Scope.OWN, now)
    shown = page(anna, "outside-help")
    assert "help for you alone comes first" in shown
    assert SEAT not in shown
    assert without_tokens(page(toby, "outside-help")) == before


def test_no_invented_story_frightens() -> None:
    """They are full of quarrels, and of nothing that this should hear."""
    for name in story_names():
        text = find_story(name).read_text(encoding="utf-8")
        assert [line for line in text.splitlines() if threatens(line.strip("> "))] == []


def test_a_boundary_that_takes_hold_is_shown_to_the_one_it_is_put_to(couple: tuple[Member, Member]) -> None:
    anna, toby = couple
    now = timezone.now()
    asked = act(Boundary, toby, anna, now=now, words="I need calm", request="Show me your phone")
    record(toby, asked, Scope.SHARED, now)
    share.share(toby, asked.id, now, at_once=True)
    assert "You may say no." in page(anna, "outside-help")
    assert "You may say no." not in page(toby, "outside-help")


def test_who_lets_suggestions_rest_is_led_to_help_for_one_alone(couple: tuple[Member, Member]) -> None:
    anna, _toby = couple
    assert SEAT in page(anna, "outside-help")
    Member.objects.filter(id=anna.id).update(rests_prompts=True)
    shown = page(anna, "outside-help")
    assert SEAT not in shown
    assert reverse("finding-help") in shown
