"""Every reference that a kind of act can hold has a rule for what it may point to."""

from __future__ import annotations

from uuid import UUID

from amends.acts.erasure import Erasure
from amends.acts.fields import fields_of
from amends.acts.kinds import KINDS
from amends.bonds.fits import RULES


def test_each_reference_has_its_rule_and_no_rule_is_left_over() -> None:
    held = {
        (kind, field.name)
        for kind in KINDS.values()
        for field in fields_of(kind)
        if field.sort is UUID and field.name != "id" and kind is not Erasure
    }
    assert held == set(RULES)
