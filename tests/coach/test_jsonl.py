"""`amends coach`: one message, or many, a line at a time."""

from __future__ import annotations

import gc
import json
import os
import tracemalloc
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli import coach as command
from amends.cli.coach import coach
from amends.coach.draft import LABELS

FEW, MANY = 100, 500
GROWTH = 64 * 1024
"""So many bytes may be kept after many lines more than after few: less than the lines themselves."""


def _told(lines: str, *options: str) -> Result:
    return CliRunner().invoke(coach, ["--quick", *options, "--jsonl", "-"], input=lines)


def _answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_is_answered_with_all_that_is_found() -> None:
    result = _told(
        '{"id": "a", "text": "I\'ll ring tonight. You never listen.", "now": "2026-05-04T10:00"}\n'
    )
    (answer,) = _answers(result)
    assert result.exit_code == 0
    assert answer["id"] == "a"
    assert set(answer["labels"]) == set(LABELS)
    assert answer["found"] == ["generalisation"]
    assert answer["spans"] == [{"label": "generalisation", "start": 19, "end": 36}]
    assert answer["promise"] == {"is": True, "due": "2026-05-04"}
    assert answer["resting"] == ["encoder"]


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "[1, 2]",
        "null",
        '{"id": 2}',
        '{"id": 2, "text": 5}',
        '{"id": 2, "text": "Hello", "now": "yesterday"}',
        '{"id": 2, "text": "Hello", "now": 7}',
        '{"id": 2, "text": "Hello", "previous": ["what"]}',
    ],
)
def test_a_bad_line_is_named_and_skipped(bad: str) -> None:
    result = _told(f'{{"id": 1, "text": "You never listen."}}\n\n{bad}\n{{"id": 4, "text": "Hello"}}\n')
    assert [answer["id"] for answer in _answers(result)] == [1, 4]
    assert result.stderr == "amends: line 3 can't be read\n"
    assert result.exit_code == 1


def test_many_lines_keep_no_more_than_few() -> None:
    """What is read is let go: after five times the lines no more is held."""

    def lines(count: int) -> Iterator[str]:
        for number in range(count):
            yield json.dumps({"id": number, "text": f"You never listen, that is {number} times. " * 3})

    def held(count: int) -> int:
        tracemalloc.start()
        try:
            with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
                assert command._read_lines(lines(count), quick=True) == 0
            gc.collect()
            return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

    held(1)
    assert held(MANY) < held(FEW) + GROWTH


def test_one_message_is_told_in_words() -> None:
    result = CliRunner().invoke(coach, ["--quick", "You never listen."])
    assert result.exit_code == 0
    assert "“You never listen.”" in result.stdout
    assert "Resting: encoder" in result.stderr


def test_it_wants_a_text_or_a_file() -> None:
    assert CliRunner().invoke(coach, []).exit_code != 0
    assert CliRunner().invoke(coach, ["Hello", "--jsonl", "-"], input="").exit_code != 0
