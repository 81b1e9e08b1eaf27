"""Fails where a lock file names an index, lacks a hash, or misses a dependency of pyproject.toml."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print what is wrong with the lock files; the number of findings is the exit code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = project["dependencies"] + extras["build"] + extras["fit"]
    findings = [
        *_check("run.txt", wanted),
        *_check("test.txt", wanted + extras["postgres"] + extras["test"]),
    ]
    for finding in findings:
        print(finding, file=sys.stderr)  # noqa: T201
    return len(findings)


def _check(name: str, wanted: list[str]) -> list[str]:
    text = (ROOT / "requirements" / name).read_text()
    pinned = {_normal(line.split("==")[0]) for line in text.splitlines() if re.match(r"[a-z0-9]", line)}
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    findings = [
        f"{name}: {_name(need)} is not pinned" for need in wanted if _name(need) not in pinned | {"amends"}
    ]
    findings += [
        f"{name}: no hash for {block.split()[0]}" for block in blocks if "--hash=sha256:" not in block
    ]
    if re.search(r"https?://|--(extra-)?index-url", text):
        findings.append(f"{name}: names an address")
    return findings


def _name(requirement: str) -> str:
    return _normal(re.split(r"[<>=!~\[ ;]", requirement)[0])


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.split("[", maxsplit=1)[0]).lower()


if __name__ == "__main__":
    sys.exit(main())
