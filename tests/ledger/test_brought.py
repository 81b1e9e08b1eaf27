"""What an export holds, read from one that someone made by hand and signed with a key of their own."""

from __future__ import annotations

from typing import Any

import pytest

from amends.ledger.exported import to_story
from amends.ledger.log import Unreadable

BODY = '{"author":"a","kind":"moment"}'


@pytest.mark.parametrize(
    "ledger",
    [
        {"kind": "everyone's", "entries": []},
        {"kind": "own", "entries": [{"body": "\ud800"}]},
        {"kind": "own", "entries": [{"body": BODY}]},
    ],
)
def test_what_is_no_ledger_is_refused_in_words(ledger: dict[str, Any]) -> None:
    bond = {"title": "Tuesdays", "setting": "couple", "zone": "Europe/London"}
    export = {"bond": bond, "viewer": "a", "members": [{"id": "a", "name": "Anna"}], "ledgers": [ledger]}
    with pytest.raises(Unreadable):
        to_story(export)
