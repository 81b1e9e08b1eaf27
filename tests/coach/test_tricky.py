"""The table of tricky messages in docs/coach.md says what the coach says."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from amends.coach.draft import Draft
from amends.coach.read import read_draft

PAGE = Path(__file__).parents[2] / "docs" / "coach.md"
NOW = datetime(2026, 5, 4, 10, 0)  # noqa: DTZ001 - the writer's own clock, a Monday
ROW = re.compile(r"^\| (?P<text>.+?) \| (?P<says>.+?) \| (?P<review>.+?) \|$", re.MULTILINE)
LEAST = 60
"""So many messages the page was promised to hold."""


def said(draft: Draft) -> str:
    """What the coach says of a draft, in one line."""
    told = list(draft.found)
    if draft.question != "none":
        told.append(f"{draft.question} question")
    if draft.apology.kind != "none":
        faults = ", ".join(draft.apology.faults)
        told.append(f"apology: {draft.apology.kind}" + (f" ({faults})" if faults else ""))
    if draft.promise.found:
        due = draft.promise.due
        when = f"{due:%Y-%m-%d %H:%M}" if isinstance(due, datetime) else due
        told.append(f"promise, due {when}" if due else "promise")
    return "; ".join(told) or "nothing"


def test_the_page_says_what_the_coach_says() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## Tricky messages")[2]
    rows = [row for row in ROW.finditer(table) if row["text"] not in {"message", "---"}]
    assert len(rows) >= LEAST
    off = {
        row["text"]: said(read_draft(row["text"], NOW))
        for row in rows
        if said(read_draft(row["text"], NOW)) != row["says"]
    }
    assert not off, "write these into the table, after reading each: is it right?"
