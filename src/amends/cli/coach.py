"""`amends coach`: how a draft may land. Nothing is kept or logged."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import IO, Any

import click

from amends.cli.errors import refuse
from amends.coach.draft import Draft
from amends.coach.read import read_draft


@click.command(
    epilog="""\b
Examples:
  amends coach "You never listen."
  amends coach --jsonl messages.jsonl
  amends coach --jsonl - < messages.jsonl

Each line: {"id": …, "text": …, "now": "2026-05-04T10:00", "previous": …}; the last two may be left out.
Exit code 1: a line could not be read; it is named and skipped.
""",
)
@click.argument("text", required=False)
@click.option("--jsonl", type=click.File(encoding="utf-8"), help="Read messages, one a line; - is the input.")
@click.option(
    "--quick", is_flag=True, help="Let the encoder rest: some ten times as fast, and it finds less."
)
@click.pass_context
def coach(context: click.Context, text: str | None, jsonl: IO[str] | None, *, quick: bool) -> None:
    """Say how TEXT may land: which words, and why."""
    if (text is None) == (jsonl is None):
        refuse("give either a text or --jsonl and a file")
    if jsonl is not None:
        context.exit(_read_lines(jsonl, quick=quick))
    _print(read_draft(text or "", datetime.now().astimezone(), quick=quick))


def _read_lines(lines: IO[str], *, quick: bool) -> int:
    code = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = _answer(json.loads(line), quick=quick)
        except (ValueError, TypeError, KeyError, AttributeError):
            click.echo(f"amends: line {number} can't be read", err=True)
            code = 1
        else:
            click.echo(json.dumps(answer, ensure_ascii=False))
    return code


def _answer(message: dict[str, Any], *, quick: bool) -> dict[str, Any]:
    text, now = message["text"], message.get("now")
    if not isinstance(text, str):
        raise TypeError
    moment = datetime.fromisoformat(now) if now else datetime.now().astimezone()
    draft = read_draft(text, moment, message.get("previous") or "", quick=quick)
    return {"id": message.get("id"), **as_plain(draft)}


def as_plain(draft: Draft) -> dict[str, Any]:
    """A draft's reading as plain data, in the fields that `--jsonl` writes."""
    due = draft.promise.due
    return {
        "labels": {label: round(probability, 3) for label, probability in draft.labels.items()},
        "found": list(draft.found),
        "spans": [{"label": one.label, "start": one.start, "end": one.end} for one in draft.findings],
        "question": draft.question,
        "apology": {
            "kind": draft.apology.kind,
            "has": list(draft.apology.has),
            "faults": list(draft.apology.faults),
        },
        "promise": {"is": draft.promise.found, "due": _due(due) if due else None},
        "rewording": draft.rewording,
        "resting": list(draft.resting),
    }


def _due(due: date) -> str:
    return (
        due.replace(tzinfo=None).isoformat(timespec="minutes")
        if isinstance(due, datetime)
        else due.isoformat()
    )


def _print(draft: Draft) -> None:
    for finding in draft.findings:
        words = " ".join(draft.text[finding.start : finding.end].split())
        click.echo(f"“{words}”\n  {finding.why}")
    if draft.rewording:
        click.echo(f"In your own words: {draft.rewording}")
    if draft.promise.found:
        click.echo(
            "There is a promise in this" + (f", due {draft.promise.due}." if draft.promise.due else ".")
        )
    if not draft.findings:
        click.echo("The coach has nothing to say. That is no judgement of the message.")
    if draft.resting:
        click.echo(f"Resting: {', '.join(draft.resting)}. Less is found so.", err=True)
