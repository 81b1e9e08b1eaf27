"""`amends evaluate patterns`: what is looked for and when, and how often it is found or imagined."""

from __future__ import annotations

import json

import click

from amends.engine.trials import plan, simulate


@click.command(
    epilog="""\b
Examples:
  amends evaluate patterns
  amends evaluate patterns --simulate --people 1000

It prints JSON. Power: in how many of the people what was planted is found. fdr: the share of false
ones among what is found, on average over people. any_false: people told of anything that is not there.
""",
)
@click.option("--simulate", "is_simulated", is_flag=True, help="Invent people and measure; minutes.")
@click.option("--people", type=click.IntRange(1, 100_000), default=500, show_default=True, help="How many.")
@click.option("--seed", type=click.IntRange(0, 99_999_999), default=1, show_default=True, help="Which ones.")
def patterns(is_simulated: bool, people: int, seed: int) -> None:  # noqa: FBT001
    """Say what patterns are looked for and when; with --simulate, measure how often they are found."""
    click.echo(json.dumps(simulate(people, seed) if is_simulated else plan(), indent=2))
