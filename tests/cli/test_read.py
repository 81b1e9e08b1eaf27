"""`amends read`, as someone at a terminal uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from amends.cli.main import main
from amends.config.stories import find_story

STORY = str(find_story("anna-and-toby"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["read", *arguments])


def test_it_works() -> None:
    """The story reads as words on a terminal."""
    result = run(STORY)
    assert result.exit_code == 0
    assert "Your trust in Toby" in result.output
    assert "Open promises" in result.output


def test_json_holds_every_reading() -> None:
    """JSON carries each reading with its interval and its evidence."""
    found = json.loads(run(STORY, "--as", "Anna", "--json").output)
    trust = found["trust"][0]
    assert trust["of"] == "Toby"
    assert trust["interval"]["low"] < trust["value"] < trust["interval"]["high"]
    assert trust["evidence"]
    for name in ("reliability", "erosion", "balance", "repairs", "promises"):
        assert found[name], name


def test_an_earlier_day_knows_nothing_later() -> None:
    """A reading of an earlier day rests on fewer acts."""
    then = json.loads(run(STORY, "--at", "2026-01-20", "--json").output)
    now = json.loads(run(STORY, "--json").output)
    assert then["trust"][0]["acts"] < now["trust"][0]["acts"]


def test_each_sees_only_their_own() -> None:
    """Toby's output names none of what Anna keeps to herself."""
    annas, tobys = run(STORY, "--as", "Anna", "--json").output, run(STORY, "--as", "Toby", "--json").output
    assert json.loads(annas)["trust"][0]["of"] == "Toby"
    assert json.loads(tobys)["trust"][0]["of"] == "Anna"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.story",), "nowhere.story"),
        ((STORY, "--as", "Bob"), "Bob"),
        ((STORY, "--at", "yesterday"), "yesterday"),
        ((str(Path(__file__).parent),), "can't be read"),
    ],
)
def test_what_is_asked_wrongly_gets_one_clear_line(arguments: tuple[str, ...], said: str) -> None:
    """A wrong file, name or date: one line that names it, exit code 2."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_a_bad_line_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    """A story with one unreadable line still reads, and says where."""
    text = Path(STORY).read_text(encoding="utf-8") + "\n2026-13-45 Anna moment ^never\n  > No such day.\n"
    story = tmp_path / "bent.story"
    story.write_text(text, encoding="utf-8")
    result = run(str(story))
    assert result.exit_code == 1
    assert f"bent.story, line {text.count(chr(10)) - 1}:" in result.stderr
    assert "Your trust in Toby" in result.output


def test_a_manager_gets_no_reading_of_single_people(tmp_path: Path) -> None:
    """The same acts, read by someone who manages and by someone who does not."""
    text = find_story("the-manager-and-the-employee").read_text(encoding="utf-8")
    equal = tmp_path / "equal.story"
    equal.write_text(text.replace("member: Ruth, manager", "member: Ruth"), encoding="utf-8")
    managing = json.loads(
        run(str(find_story("the-manager-and-the-employee")), "--as", "Ruth", "--json").output
    )
    beside = json.loads(run(str(equal), "--as", "Ruth", "--json").output)
    assert managing["trust"] == []
    assert beside["trust"]
    assert managing["reliability"] == beside["reliability"]


def test_help_has_examples() -> None:
    """Each command's help shows how it is used."""
    for command in ("serve", "demo", "read", "verify"):
        output = CliRunner().invoke(main, [command, "--help"]).output
        assert "Examples:" in output, command
        assert f"amends {command}" in output, command


@pytest.mark.parametrize(
    ("story", "stage"), [("maya-and-friends", "enjoyed"), ("the-manager-and-the-employee", "closed")]
)
def test_a_repair_reads_in_the_words_of_its_setting(story: str, stage: str) -> None:
    """Friends enjoy again, a matter at work is closed; nothing there is mended."""
    result = run(str(find_story(story)))
    assert stage in result.output
    assert "mended" not in result.output
