"""An act as plain data and back: the body of a ledger entry.

Plain data hold strings, whole numbers, booleans, lists and objects alone; the ledger
turns them into canonical bytes (RFC 8785) and keeps those verbatim. A body is never
written again: an older form is lifted to today's when it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from amends.acts.base import Act, Person
from amends.acts.errors import InvalidAct
from amends.acts.fields import Field, Plain, fields_of
from amends.acts.kinds import KINDS
from amends.acts.when import Policy

VERSION: Final = 1
"""The form of bodies written now."""

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTERS: Final[dict[int, Upcaster]] = {}
"""By the version it lifts from: makes a body one version newer."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A body of a kind or version that this software does not know; kept, never guessed at.

    Attributes:
        kind: the kind it names.
        plain: all it says.
    """

    kind: str
    plain: Mapping[str, Any]


def to_plain(act: Act) -> dict[str, Plain]:
    """An act's body. Fields that say nothing beyond their default are left out."""
    body: dict[str, Plain] = {"v": VERSION, "kind": act.KIND}
    for field in fields_of(type(act)):
        value = getattr(act, field.name)
        if field.required or value != field.default:
            body[field.name] = field.to_plain(value)
    return body


def from_plain(body: Mapping[str, Any]) -> Act | Unknown:
    """The act that a body stands for, or `Unknown` where its kind or version is not known here.

    Raises:
        InvalidAct: the body claims a known kind and is no such act.
    """
    version, kind_name = body.get("v"), body.get("kind")
    if not isinstance(version, int) or not isinstance(kind_name, str):
        raise InvalidAct("v", "a body names its version and its kind")
    body = _lift(dict(body), version)
    kind = KINDS.get(kind_name)
    if kind is None or body["v"] != VERSION:
        return Unknown(kind_name, body)
    fields = fields_of(kind)
    extra = body.keys() - {field.name for field in fields} - {"v", "kind"}
    if extra:
        return Unknown(kind_name, body)
    return kind(**{field.name: _value(field, body) for field in fields})


def same_payload(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two bodies say the same, leaving out what the server's clock put in."""
    return _payload(one) == _payload(other)


def rename(act: Act, people: Callable[[Person], Person], ids: Callable[[UUID], UUID]) -> Act:
    """The same act with its people and the acts it names called otherwise."""
    calls: dict[Any, Callable[[Any], Any]] = {Person: people, UUID: ids}
    changed: dict[str, Any] = {}
    for field in fields_of(type(act)):
        call = calls.get(field.sort)
        value = getattr(act, field.name)
        if call is None or value is None:
            changed[field.name] = value
        else:
            changed[field.name] = tuple(map(call, value)) if field.many else call(value)
    return type(act)(**changed)


def _lift(body: dict[str, Any], version: int) -> dict[str, Any]:
    while version < VERSION and version in UPCASTERS:
        body = UPCASTERS[version](body)
        version = body["v"]
    return body


def _value(field: Field, body: Mapping[str, Any]) -> Any:
    if field.name in body:
        return field.from_plain(body[field.name])
    if field.required:
        raise InvalidAct(field.name, "this is missing")
    return field.default


def _payload(body: Mapping[str, Any]) -> dict[str, Any]:
    payload = {key: value for key, value in body.items() if key != "recorded_at"}
    occurred = payload.get("occurred")
    if isinstance(occurred, Mapping) and occurred.get("policy") == Policy.RECEIPT.value:
        payload["occurred"] = Policy.RECEIPT.value
    return payload
