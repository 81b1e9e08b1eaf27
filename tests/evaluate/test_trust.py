"""Ratings on a table: each predicted from what was shown before, with bands that hold what they say."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from amends.cli.main import main

COLUMNS = {
    "trust": {
        "days": {
            "subject": "who",
            "target": "whom",
            "order": ["seq"],
            "rating": "rating",
            "acts": ["help"],
            "acts_of_previous_row": ["mood"],
            "numeric": ["close"],
            "categorical": ["whom_kind"],
            "sparse_every": 4,
        }
    }
}
NAMES = ["who", "seq", "whom", "whom_kind", "rating", "help", "mood", "close"]


def invented(seed: int, subjects: int = 60, rows: int = 8) -> list[list[Any]]:
    """People who trust more or less, one more than another, and more where they were helped."""
    chance = random.Random(seed)  # noqa: S311
    found = []
    for who in range(subjects):
        level = chance.gauss(0.6, 0.12)
        whom = {name: chance.gauss(0, 0.1) for name in "xyz"}
        for seq in range(rows):
            name, help_given = chance.choice("xyz"), chance.randrange(5)
            rating = level + whom[name] + 0.05 * (help_given - 2) + chance.gauss(0, 0.06)
            close = "" if chance.random() < 0.1 else chance.randrange(4)
            given = round(min(max(rating, 0), 1), 3)
            found.append(
                [f"p{who}", seq, name, "kin" if name == "x" else "else", given, help_given, 1, close]
            )
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trust")
    (folder / "columns.json").write_text(json.dumps(COLUMNS))
    write(folder / "test.csv", invented(1))
    write(folder / "train.csv", invented(2, subjects=50))
    return folder


def write(path: Path, rows: list[list[Any]], names: list[str] = NAMES) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([names, *rows])


def run(folder: Path, test: str, *more: str) -> Result:
    arguments = ["evaluate", "trust", str(folder / test), "--columns", str(folder / "columns.json")]
    return CliRunner().invoke(main, [*arguments, "--set", "days", *more])


def predictions(folder: Path, test: str, *more: str) -> list[list[str]]:
    out = folder / f"out-{test}"
    result = run(folder, test, "--predictions", str(out), *more)
    assert result.exit_code == 0, result.output
    with out.open(newline="") as file:
        return list(csv.reader(file))


def fitted(folder: Path) -> tuple[str, str]:
    return "--fit", str(folder / "train.csv")


def test_every_row_gets_a_band_around_its_mean(folder: Path) -> None:
    header, *rows = predictions(folder, "test.csv", *fitted(folder))
    assert header == ["subject", "seq", "mean", "lo80", "hi80"]
    assert [row[:2] for row in rows] == [[str(row[0]), str(row[1])] for row in invented(1)]
    for _who, _seq, *numbers in rows:
        mean, low, high = map(float, numbers)
        assert 0 <= low <= mean <= high <= 1


def test_a_fit_tells_more_than_a_fresh_installation_and_its_bands_hold(folder: Path) -> None:
    fresh = json.loads(run(folder, "test.csv").output)
    found = json.loads(run(folder, "test.csv", *fitted(folder)).output)
    assert found["n"] == fresh["n"] == 480
    assert found["rmse"] < 0.12 < fresh["rmse"]
    assert found["crps"] < fresh["crps"]
    assert 0.74 < found["coverage80"] < 0.86
    without = json.loads(run(folder, "test.csv", *fitted(folder), "--without-acts").output)
    assert found["rmse"] < without["rmse"]


@pytest.mark.parametrize("more", [(), ("--fit",)])
def test_what_comes_later_changes_nothing_before_it(folder: Path, more: tuple[str, ...]) -> None:
    """To the bit, where the later rows are cut off and where they are others."""
    options = fitted(folder) if more else ()
    rows = invented(1)
    whole = {tuple(row[:2]): row for row in predictions(folder, "test.csv", *options)[1:]}
    cut = [row for row in rows if row[1] < 5 or row[0] == "p3"]
    changed = [[*row[:4], 0.01, 4, 0, 3] if row[1] >= 6 else row for row in rows]
    for name, other, last in (("cut.csv", cut, 5), ("changed.csv", changed, 6)):
        write(folder / name, other)
        for row in predictions(folder, name, *options)[1:]:
            if int(row[1]) < last:
                assert row == whole[row[0], row[1]]


def test_what_is_never_shown_is_never_looked_at(folder: Path) -> None:
    """With one rating in four shown, the others may be anything, or missing."""
    rows = invented(1)
    other = [row if row[1] % 4 == 0 else [*row[:4], "", *row[5:]] for row in rows]
    write(folder / "hidden.csv", other)
    options = (*fitted(folder), "--sparse")
    assert predictions(folder, "hidden.csv", *options)[1:] == predictions(folder, "test.csv", *options)[1:]
    assert json.loads(run(folder, "test.csv", *options).output)["never_shown"]["n"] == 360


@pytest.mark.parametrize(
    ("rows", "names", "said"),
    [
        (
            [["a", 0, "x", "k", 0.5, 1, 1, 1]],
            [*NAMES[:5], "aid", "mood", "close"],
            "row 1: the column 'help'",
        ),
        ([["a", 0, "x", "k", "much", 1, 1, 1]], NAMES, "row 2: rating is 'much'"),
        ([["a", 0, "x", "k", 7, 1, 1, 1]], NAMES, "row 2: rating is 7"),
        ([["a", 1, "x", "k", 0.5, 1, 1, 1], ["a", 0, "x", "k", 0.5, 1, 1, 1]], NAMES, "row 3: seq 0 of a"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_one_line(
    folder: Path, rows: list[list[Any]], names: list[str], said: str
) -> None:
    write(folder / "bad.csv", rows, names)
    result = run(folder, "bad.csv")
    assert result.exit_code == 2
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_an_empty_table_and_one_person_are_no_crash(folder: Path) -> None:
    write(folder / "empty.csv", [])
    assert json.loads(run(folder, "empty.csv").output)["rmse"] is None
    assert json.loads(run(folder, "empty.csv", *fitted(folder)).output)["n"] == 0
    write(folder / "one.csv", [["a", 0, "new", "kind", 0.5, 1, "", ""]])
    assert json.loads(run(folder, "one.csv", *fitted(folder)).output)["n"] == 1
    assert run(folder, "test.csv", "--fit", str(folder / "one.csv")).exit_code == 2
    assert run(folder, "test.csv", "--fit", str(folder / "empty.csv")).exit_code == 2


def test_a_fresh_installation_takes_what_others_were_rated_along_to_the_next(folder: Path) -> None:
    one = [["a", number, f"x{number}", "k", 0.95, 1, "", ""] for number in range(4)]
    two = [["b", number, f"x{number}", "k", 0.3, 1, "", ""] for number in range(4)]
    write(folder / "two.csv", [*one, *two])
    means = [float(row[2]) for row in predictions(folder, "two.csv")[1:]]
    assert means[0] == means[4]  # nothing is known of either
    assert means[0] < means[1] < means[2] < means[3]
    assert means[4] > means[5] > means[6] > means[7]
