"""How fast the engine reads, beside two rating packages, by turns in one run on one core.

    python -m bench.engine.speed [--acts 100000]

The peers take one match an event between two players and keep a rating each: less than a
reading here, which is what the comparison is for. Times are of the processor, so that other work
on the machine counts little. Prints its result and writes it to bench/engine/results/speed.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.engine.ledgers import ANNA, TOBY, ledger

from amends.acts.scope import Placed
from amends.engine.balance import read_balance
from amends.engine.erosion import read_erosion
from amends.engine.fold import fold, step
from amends.engine.reliability import read_reliability
from amends.engine.state import State
from amends.engine.trust import read_trust
from amends.readings.compose import read_state
from amends.readings.pauses import without_pauses

RESULTS = Path(__file__).parent / "results"
LATER = timedelta(hours=1)
TEN_YEARS = 10_000
"""Acts of two people in ten years: nearly three a day."""
NEW = 400
"""Acts that come one by one."""


def main() -> None:
    """Measure everything, print it and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=100_000, help="how many are replayed")
    acts = parser.parse_args().acts
    result: dict[str, Any] = {
        "at": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": {"processor": platform.machine(), "cores": os.cpu_count(), "system": platform.system()},
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("amends", "glicko2", "openskill")},
        },
        "acts": acts,
    }
    result |= {"peers": peers(acts), "replay": replay(acts), "peers_again": peers(acts), "new_act": new_act()}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "speed.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))


def peers(events: int) -> dict[str, int]:
    """Events a second of each rating package."""
    return {"glicko2": per_second(glicko2, events), "openskill": per_second(openskill, events)}


def replay(acts: int) -> dict[str, Any]:
    """From the first act to all readings of both, over a record of a tenth, and of all."""
    found = {}
    for count in (acts // 10, acts):
        made = ledger(count)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        with without_pauses(count):  # as the pages read a ledger
            state = fold(made)
        folded = time.process_time()
        _read_engine(state, made[-1])
        whole = time.process_time()
        _read_both(state, made[-1])
        read = time.process_time()
        found[str(count)] = {
            "acts_per_second": round(count / (read - begun)),
            "fold_acts_per_second": round(count / (folded - begun)),
            "fold_and_engine_acts_per_second": round(count / (whole - begun)),
            "all_readings_ms": round(1000 * (read - folded), 1),
            "kilobytes_an_act": round(
                (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / count, 2
            ),
        }
    return found


def new_act() -> dict[str, Any]:
    """One act more on a ledger of ten years, to every reading of one of the two, in milliseconds."""
    made = ledger(TEN_YEARS + NEW)
    state = fold(made[:TEN_YEARS])
    _read_both(state, made[TEN_YEARS - 1])
    taken: defaultdict[str, list[float]] = defaultdict(list)
    for placed in made[TEN_YEARS:]:
        begun = time.process_time()
        step(state, placed)
        read_state(state, ANNA, placed.act.recorded_at + LATER)
        taken[placed.act.KIND].append(1000 * (time.process_time() - begun))
    every = [one for ones in taken.values() for one in ones]
    return {
        "median_ms": round(statistics.median(every), 2),
        "p95_ms": round(statistics.quantiles(every, n=20)[-1], 2),
        "median_ms_by_kind": {
            kind: round(statistics.median(ones), 2) for kind, ones in sorted(taken.items())
        },
    }


def per_second(rate: Callable[[int], None], events: int) -> int:
    """Events a second."""
    begun = time.process_time()
    rate(events)
    return round(events / (time.process_time() - begun))


def glicko2(events: int) -> None:
    """One player against a fixed one, one match a period."""
    from glicko2 import Player  # noqa: PLC0415

    player = Player()
    for number in range(events):
        player.update_player([1500], [200], [number % 4 > 0])


def openskill(events: int) -> None:
    """Two players, one match after the other."""
    from openskill.models import PlackettLuce  # noqa: PLC0415

    model = PlackettLuce()
    one, other = [model.rating()], [model.rating()]
    for number in range(events):
        won, lost = (one, other) if number % 4 else (other, one)
        rated = model.rate([won, lost])
        one, other = rated if number % 4 else rated[::-1]


def _read_engine(state: State, last: Placed) -> None:
    """Trust in both directions, and for each of the two how their promises go, what adds up, the balance."""
    as_of = last.act.recorded_at + LATER
    for person, other in ((ANNA, TOBY), (TOBY, ANNA)):
        read_trust(state, person, other, as_of)
        read_reliability(state, person)
        read_erosion(state, person, as_of)
        read_balance(state, person, as_of)


def _read_both(state: State, last: Placed) -> None:
    for person in (ANNA, TOBY):
        read_state(state, person, last.act.recorded_at + LATER)


if __name__ == "__main__":
    main()
