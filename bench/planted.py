"""Data folders with long invented ledgers in them, written through the ledger's own writer.

    python -m bench.planted FOLDER COUNT

Prints the id of the bond. Anna can log in with the address and the password below.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta

ADDRESS, PASSWORD = "anna@example.org", "slow tea on the steps"
YEARS = timedelta(days=3652)
LATELY = timedelta(days=365)
A_DAY = 2.5
"""Acts a day of late, however long the ledger: what a page shows stays the same, what lies behind grows."""


def main() -> None:
    """Plant a ledger and name its bond."""
    folder, count = sys.argv[1:]
    set_up(folder)
    print(plant(int(count)))


def set_up(folder: str) -> None:
    """Point this process at a data folder, for good."""
    os.environ |= {"AMENDS_DATA": folder, "DJANGO_SETTINGS_MODULE": "amends.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django  # noqa: PLC0415

    django.setup()


def plant(count: int) -> str:
    """Two people and so many acts over ten years; gives the id of their bond."""
    from bench.engine.ledgers import told  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415

    from amends.acts.base import Person  # noqa: PLC0415
    from amends.acts.scope import Scope  # noqa: PLC0415
    from amends.ledger.append import add  # noqa: PLC0415
    from amends.ledger.ledgers import own_ledger, shared_ledger  # noqa: PLC0415
    from amends.ledger.statements import lock  # noqa: PLC0415
    from amends.people.models import Bond, Member, User  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    user = User.objects.create_user(ADDRESS, PASSWORD)
    bond = Bond.objects.create(title="Measured", setting="couple", zone="Europe/London")
    began = datetime.now(UTC) - YEARS
    seats = [
        Member.objects.create(bond=bond, name=name, user=account, joined_at=began)
        for name, account in (("Anna", user), ("Toby", None))
    ]
    by_person = {Person(str(seat.id)): seat for seat in seats}
    one, other = by_person
    with transaction.atomic():
        shared = lock(shared_ledger(bond).id)
        owned = {seat.id: lock(own_ledger(seat).id) for seat in seats}
        for placed in told(count, (one, other), _times(count, datetime.now(UTC))):
            seat = by_person[placed.act.author]
            add(shared if placed.scope is Scope.SHARED else owned[seat.id], seat, placed.act)
    return str(bond.id)


def _times(count: int, now: datetime):
    """When each act happens: the last ones a few a day, all before them evenly over the years."""
    lately = min(count, int(LATELY.days * A_DAY))
    earlier = count - lately
    began, turn = now - YEARS, now - LATELY

    def when(number: int) -> datetime:
        if number < earlier:
            return began + (turn - began) * (number / earlier)
        return min(turn + LATELY * ((number - earlier + 0.5) / lately), now)

    return when


if __name__ == "__main__":
    main()
