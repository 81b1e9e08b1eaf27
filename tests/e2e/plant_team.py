"""Six people who have just begun, in the data folder AMENDS_DATA. Run as a program, with an instant."""

from __future__ import annotations

import sys
from datetime import datetime

import time_machine

from amends.acts.read_story import parse
from amends.cli.server import set_up

STORY = """story: The night desk
setting: team
zone: Europe/London
member: Tomasz, manager
member: Aiko
member: Ben
member: Farah
member: Wim
member: Ines, ombuds
invented: yes
note: Nobody here is real.

2026-09-01 08:01 Tomasz joining ^tomasz

2026-09-01 08:02 Aiko joining ^aiko

2026-09-01 08:03 Ben joining ^ben

2026-09-01 08:04 Farah joining ^farah

2026-09-01 08:05 Wim joining ^wim

2026-09-01 08:06 Ines joining ^ines
"""


def main(now: datetime) -> None:
    """Plant them, each with an account that the demo's door opens."""
    with time_machine.travel(now):
        set_up(None)
        from amends.bonds.stories import plant  # noqa: PLC0415  # only after the settings are there
        from amends.people.models import User  # noqa: PLC0415

        story, problems = parse(STORY)
        assert problems == ()
        users = {name: User.objects.create_user(f"{name.lower()}@example.org") for name in story.members}
        plant(story, users, now)


if __name__ == "__main__":
    main(datetime.fromisoformat(sys.argv[1]))
