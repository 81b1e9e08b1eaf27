"""The constants: frozen, and each with where it comes from."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from amends.engine import params

FROZEN = {
    "BALANCE_WEEKS": 12,
    "BAND": 0.8,
    "BAND_SD": 1.2815515655446004,
    "BASELINE_DAYS": 1000.0,
    "BASELINE_SD": 1.0,
    "CHANGE_DAYS": 28,
    "DRIFT_DAYS": 30.0,
    "DRIFT_SD": 0.6,
    "ENGINE_VERSION": "3",
    "EVIDENCE_LEAST": 0.001,
    "FORECAST_LEADS": (1, 3),
    "FORECAST_OWN": 10.0,
    "FORESIGHT_KEEPABLE": 0.8,
    "FORESIGHT_LEAST": 5,
    "FORESIGHT_WEEKDAY_LEAST": 3,
    "GLAD_DAYS": 7,
    "HALF_LIFE_DAYS": 90.0,
    "HELD_DAYS": 21,
    "HELD_TIMES": 4,
    "HINDSIGHT_LEAST": 5,
    "KEPT_PUSH": 0.08,
    "KEPT_STAGE": 3,
    "LASTING_SHARE": 0.3,
    "LATE": 0.5,
    "LATE_IN_MONTH": 20,
    "LEAN_WEEKS": 4,
    "LOSS_RATIO": 2.0,
    "MOMENT_WEIGHT": 0.5,
    "NOTED_BACK_DAYS": 366,
    "NOT_NOTED_DAYS": 14,
    "NO_WEIGHT": 1.0,
    "FULL_DAY": 3,
    "PATTERN_BLOCKS": 4,
    "PATTERN_FAMILY_FIRST": 45,
    "PATTERN_FIRST": 20,
    "PATTERN_GROWTH": 1.5,
    "PATTERN_GUESSES": 2,
    "PATTERN_LEAST_LAPSES": 3,
    "PATTERN_LEAST_WITH": 5,
    "PATTERN_LEAST_WITHOUT": 5,
    "PATTERN_LIKELY": 0.05,
    "PATTERN_PERMUTATIONS": 10_000,
    "PATTERN_Q": 0.1,
    "OWN_SHARE": 0.5,
    "PACE_ACTS": 10,
    "PACE_BROKEN": 0.75,
    "PACE_DAYS": 84,
    "PACE_KEPT": 2.25,
    "PACE_NEVER": 0.5,
    "PACE_RATINGS": 3,
    "PACE_WEEKS": (4, 12, 26, 36),
    "PARTLY_ACCEPTED": 0.5,
    "PARTLY_DONE": 0.5,
    "PRIOR_MEAN": 0.0,
    "PUSH_DOUBT": 0.5,
    "PUT_OFF_MOST": 2,
    "RATED_MEAN": 0.76,
    "RATING_EDGE": 0.02,
    "RATING_SD": 0.8,
    "RELIABILITY_BROKEN": 0.2,
    "RELIABILITY_FORGETTING": 0.8,
    "RELIABILITY_KEPT": 0.8,
    "RELIABILITY_LEAST": 3,
    "RELIABILITY_REACH": 100,
    "RELIABILITY_SLOW": 0.95,
    "RELIEF_ABILITY": 0.3,
    "RELIEF_DECEPTION": 0.0,
    "RELIEF_OTHER": 0.15,
    "FOLLOW_THROUGH_LEAST": 3,
    "MEMORY_LEAST": 5,
    "MEMORY_LOOKS_AT": 10,
    "SETBACK_LEAST": 8,
    "SETBACK_RARE": 0.05,
    "SETBACK_WEEKS": 12,
    "TRUST_LEAST": 3,
    "WEIGHTS": MappingProxyType({1: 0.25, 2: 0.5, 3: 1.0, 4: 1.75, 5: 3.0}),
    "WAY_HELD": 3,
    "WAY_HELPS_WEEKS": 6,
}
SOURCE = Path(params.__file__)


def test_every_default_is_frozen() -> None:
    """Whoever changes a constant changes readings: here, in ENGINE_VERSION and in the changelog."""
    found = {name: value for name, value in vars(params).items() if name.isupper()}
    assert found == FROZEN


def test_every_constant_says_where_it_comes_from() -> None:
    """A text with [lit], [calc] or [choice] follows each."""
    body = ast.parse(SOURCE.read_text()).body
    for statement, following in pairwise(body):
        if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.target) != "ENGINE_VERSION":
            assert isinstance(following, ast.Expr), ast.unparse(statement)
            text = ast.literal_eval(following.value)
            assert any(mark in text for mark in ("[lit]", "[calc]", "[choice]")), text


def test_the_engine_is_pure() -> None:
    """No clock, no input or output, no randomness: only acts, numpy and arithmetic."""
    allowed = {
        "__future__", "amends", "bisect", "collections", "copy", "dataclasses", "datetime", "enum",
        "functools", "hashlib", "itertools", "math", "numpy", "statistics", "types", "typing", "uuid",
    }  # fmt: skip
    clocks = {"now", "utcnow", "today", "uuid4", "uuid1", "random", "open", "print"}
    for file in SOURCE.parent.glob("*.py"):
        tree = ast.parse(file.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = (
                    [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
                )
                assert {name.split(".")[0] for name in names} <= allowed, file.name
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
                assert called not in clocks, f"{file.name}: {called}"
