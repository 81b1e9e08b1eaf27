"""`amends evaluate`: how well the readings do, measured."""

from __future__ import annotations

import click

from amends.cli.evaluate_patterns import patterns
from amends.cli.evaluate_reliability import reliability
from amends.cli.evaluate_trust import trust


@click.group()
def evaluate() -> None:
    """Measure how well the readings do; prints JSON."""


evaluate.add_command(patterns)
evaluate.add_command(reliability)
evaluate.add_command(trust)
