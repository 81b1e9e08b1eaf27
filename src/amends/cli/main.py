"""The command `amends`."""

from __future__ import annotations

import click

from amends.cli.backup import backup
from amends.cli.bring import bring
from amends.cli.coach import coach
from amends.cli.demo import demo
from amends.cli.evaluate import evaluate
from amends.cli.export import export
from amends.cli.read import read
from amends.cli.reset_link import reset_link
from amends.cli.restore import restore
from amends.cli.serve import serve
from amends.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="amends", prog_name="amends")
def main() -> None:
    r"""Rebuild trust after years of small hurts, on a server of your own.

    \b
    Examples:
      amends demo                                   look at the invented stories
      amends serve --data ~/amends                  run a server
      amends read anna-and-toby.story --as Anna     what a story means for Anna
      amends coach "You never listen"               how a draft may land
      amends verify export.json                     check that an export is unchanged
      amends backup amends.backup                   everything a server keeps, in one file
      amends restore amends.backup --data NEW       a data folder from a backup
      amends export anna@example.org                what Anna may read, as files she can keep
      amends import FILE --for anna@example.org     what she took along, for her alone
      amends reset-link anna@example.org            let Anna set a new password
    """


for command in (backup, bring, coach, demo, evaluate, export, read, reset_link, restore, serve, verify):
    main.add_command(command)
