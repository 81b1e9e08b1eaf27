"""Where help is: every number has a source, a wrong file breaks nothing, a host can add."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from amends.web.directory import BadDirectory, Need, emergency, lines, read_lines

LINE = """
[[line]]
country = "GB"
kind = "other"
name = "Ombuds office"
number = "020 7946 0000"
source = "Seen on the notice board"
read = 2026-11-01
"""


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


def shown(country: str = "GB") -> str:
    answer = Client().get("/help/finding-help/", {"country": country})
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_line_names_where_and_when_it_was_read() -> None:
    for line in lines():
        assert line.source.startswith("https://")
        assert line.read >= date(2026, 11, 24)
        assert line.dialled.lstrip("+").isdigit()


def test_every_country_has_a_number_for_danger() -> None:
    assert len(emergency().countries) > 200
    assert all(numbers for _name, numbers in emergency().countries.values())
    assert emergency().countries["GB"][1] == ("112", "999")


@pytest.mark.django_db
def test_a_number_can_be_called_and_says_where_it_is_from(folder: Path) -> None:
    text = shown()
    assert 'href="tel:999"' in text
    assert 'href="tel:08082000247"' in text
    assert "Check a number before you rely on it" in text
    assert "read on 24 November 2026" in text


@pytest.mark.django_db
def test_where_no_line_was_read_that_is_said(folder: Path) -> None:
    """With the emergency numbers all the same."""
    assert not [line for line in lines() if line.country == "IS"]
    text = shown("IS")
    assert 'href="tel:112"' in text
    assert text.count("none stands here") == 2


@pytest.mark.django_db
@pytest.mark.parametrize("country", ["XX", "<script>", "gb'--"])
def test_what_is_no_country_is_said(folder: Path, country: str) -> None:
    text = shown(country)
    assert "That is no country on this list" in text
    assert "<script>alert" not in text


@pytest.mark.django_db
def test_a_host_adds_lines_of_the_place(folder: Path) -> None:
    (folder / "help.toml").write_text(LINE, encoding="utf-8")
    assert "Ombuds office" in shown()
    assert "Seen on the notice board" in shown()
    assert "Ombuds office" not in shown("DE")


@pytest.mark.django_db
def test_a_file_that_cannot_be_used_breaks_nothing(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The page stays, and the log says what is wrong and where."""
    (folder / "help.toml").write_text(LINE.replace("020 7946 0000", "ask at the desk"), encoding="utf-8")
    assert "Ombuds office" not in shown()
    assert "line 1: 'ask at the desk' is no number to call" in caplog.text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('country = "GB"', 'country = "Britain"', "no country of two letters"),
        ('kind = "other"', 'kind = "doctor"', "kind is one of crisis, abuse, child, other"),
        ("read = 2026-11-01", 'read = "yesterday"', "are dates"),
        ('name = "Ombuds office"', 'name = " "', "name is a text"),
        ('source = "Seen', 'url = "x"\nsource = "Seen', "unknown field 'url'"),
        ("[[line]]", "[[lines]]", "[[line]] entries and nothing else"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(before: str, after: str, said: str) -> None:
    with pytest.raises(BadDirectory, match=said.replace("[", r"\[").replace("]", r"\]")):
        read_lines(tomllib.loads(LINE.replace(before, after)))


def test_a_line_without_a_kind_is_other_help() -> None:
    (line,) = read_lines(tomllib.loads(LINE.replace('kind = "other"\n', "")))
    assert line.need is Need.OTHER
