"""How a command says that something was asked wrongly: one line, exit code 2."""

from __future__ import annotations

from typing import NoReturn

import click


class AskedWrongly(click.ClickException):
    """A wrong file, name or date: one line on standard error, exit code 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002
        """Print the line, without click's capital Error."""
        click.echo(f"amends: {self.message}", err=True)


def refuse(message: str) -> NoReturn:
    """Stop with one clear line.

    Raises:
        AskedWrongly: always.
    """
    raise AskedWrongly(message)
