"""`amends import`: what someone took along, for them alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.acts.base import Person
from amends.acts.disclosure import Disclosure, FileType, Shelf
from amends.acts.read_story import parse
from amends.acts.scope import Scope
from amends.bonds import stories
from amends.bonds.erase import erase
from amends.bonds.record import record
from amends.cli.main import main
from amends.config.stories import find_story
from amends.ledger import attachments
from amends.ledger.read import read_placed
from amends.people.access import get_seats
from amends.people.models import Member, User
from amends.readings.compose import compose
from amends.readings.plain import to_plain
from tests.cast import NOW, act, add, begin, hurt, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LATER = datetime(2026, 6, 1, tzinfo=UTC)


def run(*arguments: Any) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def export(user: User, folder: Path, *options: str) -> Path:
    """The file that an export writes of a user's only bond; beside it lies the account's."""
    folder.mkdir()
    result = run("export", user.email, "--to", folder, *options)
    assert result.exit_code == 0, result.output
    (file,) = (path for path in folder.iterdir() if path.name != "account.json")
    return file


def readings(seat: Member) -> Any:
    """All that a bond's acts mean for someone, people called by name and acts by their words.

    But for repairs, which one goes on with alone, and for which of two promises of one minute is
    thought to be the later, which hangs on their ids.
    """
    placed = read_placed(seat)
    said = {one.act.id: f"{one.act.occurred.utc} {one.act.KIND} {one.act.words}" for one in placed}
    found = compose(placed, Person(str(seat.id)), LATER, setting=seat.bond.setting)
    plain = to_plain(found, said.__getitem__)
    plain["repairs"] = [repair["repair"] for repair in plain["repairs"]]
    plain["reliability"] = [reading | {"evidence": ()} for reading in plain["reliability"]]
    text = json.dumps(plain)
    for member in Member.objects.filter(bond=seat.bond_id):
        text = text.replace(str(member.id), member.name)
    return unordered(json.loads(text))


def unordered(plain: Any) -> Any:
    """The same without the order of what weighs alike, which hangs on ids alone."""
    if isinstance(plain, dict):
        return {name: unordered(plain[name]) for name in sorted(plain)}
    if isinstance(plain, list):
        return sorted(map(unordered, plain), key=json.dumps)
    return plain


def test_files_come_along_with_what_they_lie_with(tmp_path: Path) -> None:
    """From an export with its files; a story written of it names none, for it holds none."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    named = {"file": sha256(b"Plan").hexdigest(), "file_name": "plan.txt", "file_type": FileType.TEXT}
    plan = act(Disclosure, anna, words="My week", shelf=Shelf.SCHEDULE, **named)
    record(anna, plan, Scope.SHARED, NOW, file=b"Plan")
    assert toby.user is not None
    file = export(toby.user, tmp_path / "taken")
    assert run("verify", file).exit_code == 0
    elsewhere = make_user("Tobias")
    assert run("import", file, "--for", elsewhere.email).exit_code == 0
    (seat,) = get_seats(elsewhere)
    (copy,) = [one.act for one in read_placed(seat) if isinstance(one.act, Disclosure)]
    assert attachments.find(seat, copy) == b"Plan"
    assert run("import", file, "--for", elsewhere.email).exit_code == 0
    written = export(toby.user, tmp_path / "written", "--as-story")
    third = make_user("Tob")
    assert run("import", written, "--for", third.email, "--as", "Toby").exit_code == 0
    (copy,) = [one.act for one in read_placed(get_seats(third)[0]) if isinstance(one.act, Disclosure)]
    assert copy.file == ""


@pytest.mark.parametrize("option", [(), ("--as-story",)])
def test_what_was_taken_along_means_the_same(tmp_path: Path, option: tuple[str, ...]) -> None:
    """Anna's whole story, exported and brought to another account: the same readings, to the last digit."""
    anna, elsewhere = make_user("Anna"), make_user("Anna")
    bond = stories.plant(parse(find_story("anna-and-toby").read_text(), "")[0], {"Anna": anna}, LATER)
    before = Member.objects.get(bond=bond, user=anna)
    result = run("import", export(anna, tmp_path / "out", *option), "--for", elsewhere.email, "--as", "Anna")
    assert result.exit_code == 0, result.output
    (after,) = get_seats(elsewhere)
    assert after.bond_id != bond.id
    assert readings(after) == readings(before)
    assert {placed.scope for placed in read_placed(after)} == {Scope.OWN}


def test_nobody_finds_words_under_their_name(tmp_path: Path) -> None:
    """Toby's words stay in the copy that Anna keeps: who takes his seat there reads none of them."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    record(toby, hurt(toby, anna, words="You laughed."), Scope.SHARED, NOW)
    assert anna.user is not None
    elsewhere = make_user("Anna")
    run("import", export(anna.user, tmp_path / "out"), "--for", elsewhere.email)
    (seat,) = get_seats(elsewhere)
    assert [one.act.words for one in read_placed(seat)] == ["You laughed."]
    assert read_placed(Member.objects.get(bond=seat.bond_id, user=None)) == []


def test_a_later_file_adds_what_is_new_and_brings_nothing_back(tmp_path: Path) -> None:
    """What was erased here stays erased, what was here stays once."""
    anna = begin("Anna")
    toby = add(anna, "Toby")
    record(anna, hurt(anna, toby, words="One."), Scope.OWN, NOW)
    record(anna, hurt(anna, toby, words="Two."), Scope.OWN, NOW)
    assert anna.user is not None
    elsewhere = make_user("Anna")
    first = run("import", export(anna.user, tmp_path / "first"), "--for", elsewhere.email)
    assert "2 acts brought, 0 were here already" in first.output
    (seat,) = get_seats(elsewhere)
    erase(seat, next(one.act.id for one in read_placed(seat) if one.act.words == "One."))
    record(anna, hurt(anna, toby, words="Three."), Scope.OWN, NOW)
    later = run("import", export(anna.user, tmp_path / "later"), "--for", elsewhere.email)
    assert "1 acts brought, 1 were here already" in later.output
    assert "1 were erased here since" in later.output
    assert len(get_seats(elsewhere)) == 1
    assert sorted(one.act.words for one in read_placed(seat) if one.act.words) == ["Three.", "Two."]


def test_what_was_altered_is_not_brought(tmp_path: Path) -> None:
    """A changed word, a file that is none, a story with a line that can't be read: one line, exit code 2."""
    anna = begin("Anna")
    record(anna, hurt(anna, add(anna, "Toby")), Scope.OWN, NOW)
    assert anna.user is not None
    user = make_user("Anna")
    altered = tmp_path / "altered.json"
    altered.write_text(export(anna.user, tmp_path / "out").read_text().replace("cold", "warm"))
    story = tmp_path / "bad.story"
    story.write_text("story: One\nsetting: couple\nzone: UTC\nmember: Anna\n\nnonsense\n")
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for file in (altered, story, binary, tmp_path / "nowhere"):
        result = run("import", file, "--for", user.email, "--as", "Anna")
        assert result.exit_code == 2, result.output
    assert get_seats(user) == []


def test_a_story_needs_a_name_and_an_account(tmp_path: Path) -> None:
    """Who of its people it is for has to be said; and nobody gets an account by it."""
    story = tmp_path / "one.story"
    story.write_text("story: One\nsetting: couple\nzone: UTC\nmember: Anna\nmember: Toby\n")
    user = make_user("Anna")
    unnamed = run("import", story, "--for", user.email)
    assert unnamed.exit_code == 2
    assert "Anna, Toby" in unnamed.output
    assert run("import", story, "--for", "nobody@example.org", "--as", "Anna").exit_code == 2
    assert run("import", story, "--for", user.email, "--as", "Anna").exit_code == 0
    assert [seat.name for seat in get_seats(user)] == ["Anna"]
