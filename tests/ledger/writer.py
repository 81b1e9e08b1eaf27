"""One writer in a process of its own; see test_many_writers.py."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from time import perf_counter
from uuid import UUID, uuid4

import django


def main(ledger_id: str, member_id: str, count: str, act: str) -> None:
    """Append so many acts, each new or all with one id; print how long each took, in seconds."""
    django.setup()
    from amends.ledger.append import append  # noqa: PLC0415
    from amends.ledger.models import Ledger  # noqa: PLC0415
    from amends.people.models import Member  # noqa: PLC0415
    from tests.ledger.cast import moment  # noqa: PLC0415

    ledger = Ledger.objects.get(id=ledger_id)
    member = Member.objects.get(id=member_id)
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    took = []
    for _ in range(int(count)):
        written = replace(moment(member), id=uuid4() if act == "new" else UUID(act))
        begun = perf_counter()
        append(ledger, member, written)
        took.append(perf_counter() - begun)
    print(json.dumps(took))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
