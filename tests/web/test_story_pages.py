"""Every page of the invented stories, as those in them see it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client

from amends.acts.read_story import parse
from amends.bonds.stories import plant
from amends.config.stories import find_story
from amends.ledger.read import read_placed
from amends.people.models import Bond, Member
from tests.cast import make_user
from tests.web.cast import client_of

pytestmark = pytest.mark.django_db

NEVER = re.compile(
    r"\b(breach\w*|betray\w*|erosion|eroded?|crossed|victim\w*|offender\w*|scor(?:es?|ed|ing)|streak\w*|guilt\w*|oops)\b|!",
    re.IGNORECASE,
)
"""What no page says by itself."""


@pytest.fixture
def bond(title: str) -> Any:
    story, problems = parse(find_story(title).read_text(encoding="utf-8"), title)
    assert not problems
    last = max(block.act.recorded_at for block in story.in_order if hasattr(block.act, "recorded_at"))
    with time_machine.travel(last, tick=False):
        yield plant(story, {name: make_user(name) for name in story.members}, datetime.now(UTC))


def seen_text(page: str) -> str:
    """What a person reads of a page, without what people have written themselves."""
    page = re.sub(r"<(script|style|svg|title|nav)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def links(page: str, base: str) -> set[str]:
    return {link.split("#")[0] for link in re.findall(r'href="([^"]+)"', page) if link.startswith(base)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("anna-and-toby", "Anna"),
        ("anna-and-toby", "Toby"),
        ("maya-and-friends", "Maya"),
        ("maya-and-friends", "Sol"),
        ("the-manager-and-the-employee", "Ruth"),
        ("the-manager-and-the-employee", "Karim"),
        ("a-team-after-a-crisis", "Aiko"),
        ("a-team-after-a-crisis", "Ines"),
    ],
)
def test_every_page_that_can_be_reached_is_there_and_keeps_its_tongue(bond: Bond, name: str) -> None:
    """From the bond one can go to every act, repair and form; no page fails, judges or tells too much."""
    seat = Member.objects.get(bond=bond, name=name)
    client = client_of(seat)
    hidden = _hidden_from(bond, seat)
    written = {placed.act.words for placed in read_placed(seat)} | {bond.title}
    own_words = {word.lower() for text in written for word in re.findall(r"\w+|!", text)}
    base = f"/bonds/{bond.id}/"
    todo, seen = {base, f"{base}today/"}, set[str]()
    while todo:
        address = todo.pop()
        seen.add(address)
        if address.endswith("/export/file/"):
            continue
        page = _page(client, address)
        said = {found.group().lower() for found in NEVER.finditer(seen_text(page))}
        assert said <= own_words, (address, said)
        told = [words for words in hidden if words in unescape(page)]
        assert not told, (address, told)
        todo |= links(page, base) - seen
    kinds = {placed.act.KIND for placed in read_placed(seat)}
    assert len(seen) > 60
    assert len(kinds) > 6


def _hidden_from(bond: Bond, seat: Member) -> set[str]:
    """What others wrote that this one may not read."""
    mine = {placed.act.id for placed in read_placed(seat)}
    others = Member.objects.filter(bond=bond).exclude(id=seat.id)
    found = (placed.act for other in others for placed in read_placed(other))
    return {act.words for act in found if act.id not in mine and len(act.words) > 20}


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()
