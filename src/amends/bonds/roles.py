"""What someone is in a bond. A role opens nothing: it tells the others whom they write to."""

from __future__ import annotations

from django.utils.translation import gettext as _

from amends.bonds.errors import Refused
from amends.people.models import Role, Setting


def check_role(setting: str, role: str) -> None:
    """Refuse a role that there is not in a bond of this setting: elsewhere than at work all are members.

    Raises:
        Refused: there is none.
    """
    if role not in (Role.values if setting == Setting.TEAM else [Role.MEMBER]):
        raise Refused("role", _("Choose one of these."))
