"""Forecasts on a table: each from what came before, every row answered, a bad file told in one line."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from amends.cli.main import main
from amends.evaluate.fitted import fit
from amends.evaluate.reliability import columns_of
from amends.evaluate.scores import score_chances
from amends.evaluate.tables import read_rows

COLUMNS = {
    "reliability": {
        "rounds": {
            "subject": "who",
            "order": ["seq"],
            "batch": "day",
            "outcome": "kept",
            "numeric": ["lead"],
            "categorical": ["place"],
            "revealed_with_outcome": ["late"],
        }
    }
}
NAMES = ["who", "seq", "day", "kept", "lead", "place", "late"]


def invented(seed: int, subjects: int = 40, events: int = 12) -> list[list[Any]]:
    """People of whom some keep more than others, and all less with a long lead."""
    chance = random.Random(seed)  # noqa: S311
    rows = []
    for who in range(subjects):
        habit = chance.random()
        for seq in range(events):
            lead = chance.randrange(10)
            kept = int(chance.random() < habit * (1.2 - lead / 10))
            place, late = chance.choice("ab"), "" if kept else chance.randrange(50)
            rows.append([f"p{who}", seq, seq // 2, kept, lead, place, late])
    return rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "columns.json").write_text(json.dumps(COLUMNS))
    write(tmp_path / "test.csv", invented(1))
    write(tmp_path / "train.csv", invented(2, subjects=80))
    return tmp_path


def write(path: Path, rows: list[list[Any]], names: list[str] = NAMES) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([names, *rows])
    plain = text.getvalue().encode()
    path.write_bytes(gzip.compress(plain) if path.suffix == ".gz" else plain)


def run(folder: Path, test: str = "test.csv", *more: str) -> Result:
    arguments = ["evaluate", "reliability", str(folder / test), "--columns", str(folder / "columns.json")]
    return CliRunner().invoke(main, [*arguments, "--set", "rounds", *more])


def chances(folder: Path, test: str, *more: str) -> list[list[str]]:
    out = folder / "out.csv"
    assert run(folder, test, "--predictions", str(out), *more).exit_code == 0
    with out.open(newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("fitted", [False, True])
def test_every_row_is_answered_and_the_scores_are_those_of_the_answers(folder: Path, fitted: bool) -> None:
    more = ("--fit", str(folder / "train.csv")) if fitted else ()
    rows = invented(1)
    found = chances(folder, "test.csv", *more)
    assert found[0] == ["subject", "seq", "p"]
    assert [line[:2] for line in found[1:]] == [[row[0], str(row[1])] for row in rows]
    scores = json.loads(run(folder, "test.csv", *more).stdout)
    expected = score_chances(
        np.array([row[3] for row in rows], dtype=float), np.array([float(line[2]) for line in found[1:]])
    )
    assert {name: scores[name] for name in expected} == expected
    assert [scores[part]["n"] for part in ("first", "second_to_fifth", "later")] == [40, 160, 280]
    assert scores["events_per_second"] > 0


@pytest.mark.parametrize("fitted", [False, True])
def test_what_comes_later_changes_nothing_before(folder: Path, fitted: bool) -> None:
    """To the bit, also where a batch is cut in two."""
    more = ("--fit", str(folder / "train.csv")) if fitted else ()
    whole = chances(folder, "test.csv", *more)
    for cut in (1, 6, 7, 100):
        write(folder / "cut.csv", invented(1)[:cut])
        assert chances(folder, "cut.csv", *more) == whole[: cut + 1]


def test_events_of_one_batch_see_the_same_past(folder: Path) -> None:
    rows = invented(1, subjects=1)
    before = chances(folder, "test.csv")[1:3]
    rows[0][3] = 1 - rows[0][3]
    write(folder / "other.csv", rows)
    assert chances(folder, "other.csv")[1:3] == before


def test_fitting_learns_what_the_columns_tell(folder: Path) -> None:
    plain = json.loads(run(folder).stdout)
    fitted = json.loads(run(folder, "test.csv", "--fit", str(folder / "train.csv")).stdout)
    assert fitted["log_loss"] < plain["log_loss"] - 0.02


def test_a_fitted_forecast_is_a_sum_that_can_be_shown(folder: Path) -> None:
    columns = columns_of("rounds", COLUMNS["reliability"]["rounds"])
    model = fit(read_rows(folder / "train.csv", columns), columns)
    rows = read_rows(folder / "test.csv", columns)
    names, shares = model.explain(rows)
    assert shares.shape == (len(rows), len(names))
    assert names[-1] == "base"
    assert 1 / (1 + np.exp(-shares.sum(axis=1))) == pytest.approx(model.predict(rows))


def test_a_zipped_table_reads_the_same(folder: Path) -> None:
    write(folder / "test.csv.gz", invented(1))
    assert chances(folder, "test.csv.gz") == chances(folder, "test.csv")


def test_a_table_that_a_spreadsheet_marked_reads_the_same(folder: Path) -> None:
    (folder / "marked.csv").write_bytes(b"\xef\xbb\xbf" + (folder / "test.csv").read_bytes())
    assert chances(folder, "marked.csv") == chances(folder, "test.csv")


def test_a_table_without_events_teaches_nothing_and_is_told_so(folder: Path) -> None:
    write(folder / "none.csv", [])
    found = run(folder, "test.csv", "--fit", str(folder / "none.csv"))
    assert found.exit_code == 2
    assert "it needs events to learn from" in found.stderr


def test_an_event_without_an_outcome_is_forecast_and_not_scored(folder: Path) -> None:
    rows = invented(1)
    rows[5][3] = ""
    write(folder / "gap.csv", rows)
    assert json.loads(run(folder, "gap.csv").stdout)["n"] == len(rows) - 1
    assert len(chances(folder, "gap.csv")) == len(rows) + 1


def spoilt(row: int, column: int, value: str) -> list[list[Any]]:
    rows = invented(1)
    rows[row][column] = value
    return rows


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (spoilt(3, 4, "soon"), "row 5: lead is 'soon'"),
        (spoilt(3, 4, "nan"), "row 5: lead is 'nan'"),
        (spoilt(3, 3, "2"), "row 5: kept is 2"),
        (spoilt(3, 1, "1"), "row 5: seq 1 of p0 is out of order"),
        (spoilt(3, 1, "2"), "row 5: seq 2 of p0 stands there twice"),
        (spoilt(3, 1, ""), "row 5: seq  of p0 is missing"),
        ([*invented(1)[:4], ["p9", 1]], "row 6: it has not as many fields"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_that_names_the_row(
    folder: Path, rows: list[list[Any]], said: str
) -> None:
    write(folder / "bad.csv", rows)
    found = run(folder, "bad.csv")
    assert found.exit_code == 2
    assert said in found.stderr
    assert found.stderr.count("\n") == 1


def test_a_missing_column_set_or_file_is_said_in_one_line(folder: Path) -> None:
    write(folder / "bad.csv", [row[:-1] for row in invented(1)], NAMES[:-1])
    assert "row 1: the column 'late' is missing" in run(folder, "bad.csv").stderr
    assert run(folder, "bad.csv").exit_code == run(folder, "nowhere.csv").exit_code == 2
    files = [str(folder / "test.csv"), "--columns", str(folder / "columns.json")]
    unknown = CliRunner().invoke(main, ["evaluate", "reliability", *files, "--set", "moon"])
    assert unknown.exit_code == 2
    assert "knows no set 'moon'" in unknown.stderr


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("bad.csv", lambda _plain: b"", "row 1: the file is empty"),
        ("bad.csv", lambda plain: plain + b"p\xe9,0,0,1,1,a,\n", "row 482: it is not written in UTF-8"),
        ("bad.csv", lambda plain: plain.decode().encode("utf-16"), "row 1: it is not written in UTF-8"),
        ("bad.csv.gz", lambda plain: gzip.compress(plain)[:-400], "the packed file breaks off"),
        ("bad.csv.gz", lambda plain: plain, "can't be read: Not a gzipped file"),
        ("bad.csv.gz", lambda plain: gzip.compress(plain)[:60] + b"x" * 60, "the packed file breaks off"),
    ],
)
def test_a_file_that_no_one_could_read_is_told_in_one_line(
    folder: Path, name: str, held: Callable[[bytes], bytes], said: str
) -> None:
    (folder / name).write_bytes(held((folder / "test.csv").read_bytes()))
    found = run(folder, name)
    assert found.exit_code == 2
    assert said in found.stderr
    assert found.stderr.count("\n") == 1


def test_the_scores_are_the_textbook_ones() -> None:
    found = score_chances(np.array([1.0, 0.0, 1.0, 0.0]), np.array([0.9, 0.1, 0.4, 0.4]))
    assert found["auc"] == pytest.approx(3.5 / 4)
    assert found["brier"] == pytest.approx((0.01 + 0.01 + 0.36 + 0.16) / 4)
    assert found["ece"] == pytest.approx((0.1 + 0.1 + abs(2 * 0.5 - 2 * 0.4)) / 4)
