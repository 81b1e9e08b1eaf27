"""What is never kept about anyone: where they are, when they were here, how they rank."""

from __future__ import annotations

import re

import pytest
from django.apps import apps

from amends.acts.fields import fields_of
from amends.acts.kinds import KINDS

NEVER = {
    "location", "latitude", "longitude", "gps", "presence", "online", "typing", "status",
    "streak", "score", "points", "level", "rank", "badge",
    "login", "seen", "active_at", "opened", "viewed", "visited", "read_at", "viewer",
    "ip", "agent", "fingerprint", "birthday", "gender", "phone",
}  # fmt: skip
"""Words that no field of ours may have in its name."""


def has_forbidden_word(name: str) -> bool:
    words = set(re.split(r"[_\W]+", name.lower()))
    return any(word in words or ("_" in word and word in name) for word in NEVER)


@pytest.mark.parametrize("name", ["last_login", "last_seen", "read_at", "streak", "trust_score", "ip"])
def test_the_rule_knows_what_it_looks_for(name: str) -> None:
    assert has_forbidden_word(name)


def test_no_table_has_room_for_it() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("amends.")]
    names = {f"{model.__name__}.{field.name}" for model in ours for field in model._meta.get_fields()}
    assert "Member.left_at" in names
    assert [name for name in sorted(names) if has_forbidden_word(name.partition(".")[2])] == []


def test_no_act_has_room_for_it() -> None:
    names = {f"{kind}.{field.name}" for kind, made in KINDS.items() for field in fields_of(made)}
    assert "breach.weight" in names
    assert [name for name in sorted(names) if has_forbidden_word(name.partition(".")[2])] == []


def test_no_installed_app_keeps_who_was_here_when() -> None:
    installed = {config.name for config in apps.get_app_configs()}
    assert not installed & {"allauth.usersessions", "django.contrib.admin", "django.contrib.admindocs"}
