"""What holds for the repository as a whole."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from amends.cli.main import main

ROOT = Path(__file__).resolve().parent.parent


def _tracked() -> list[Path]:
    try:
        names = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git checkout")
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_every_setting_is_documented() -> None:
    """A variable that the settings read stands in docs/hosting.md."""
    source = "".join(path.read_text() for path in (ROOT / "src/amends/config").glob("*.py"))
    read = set(re.findall(r"(?:environ\.get|environ\[|_flag)\(?\s*[\"'](AMENDS_[A-Z_]+)", source))
    documented = (ROOT / "docs/hosting.md").read_text()
    short = {name: "`_" + name.removeprefix("AMENDS_SMTP_") + "`" for name in read}
    missing = {name for name in read if name not in documented and short[name] not in documented}
    assert missing == {"AMENDS_DEMO"}  # set by `amends demo` alone
    assert len(read) > 5


def test_every_command_is_documented() -> None:
    """A command stands in the README."""
    readme = (ROOT / "README.md").read_text()
    assert [name for name in main.commands if f"amends {name}" not in readme] == []


def test_the_project_speaks_of_itself_alone() -> None:
    """No file names an index of packages."""
    hosts = re.compile("py" + r"pi\.org|python" + r"hosted\.org|npm" + r"js\.(org|com)")
    named = [
        path.relative_to(ROOT).as_posix()
        for path in _tracked()
        if path.suffix not in {".jpg", ".npz", ".png", ".ttf", ".woff2"}
        and hosts.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []


def test_each_decision_is_linked_to_the_house() -> None:
    """Three decisions that can't be undone each have their record."""
    names = [path.name for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    for word in ("hash-format", "erasure", "visibility"):
        assert any(word in name for name in names), word


def test_what_shows_that_it_is_safe_is_there() -> None:
    """Every test that the table of safety names exists."""
    table = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", table)
    assert len(named) > 30
    missing = [
        f"{file}::{name}"
        for file, name in named
        if f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert missing == []
