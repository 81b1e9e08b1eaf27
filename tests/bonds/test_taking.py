"""What can be taken along is complete: of every field it is said for whom it is, or why it is for nobody."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db.models import Field, Model

from amends.acts.disclosure import Disclosure, FileType, Shelf
from amends.acts.fields import instant_to_plain
from amends.acts.journal import Day, Journal
from amends.acts.scope import Scope
from amends.bonds import grants, invite, seek, share
from amends.bonds.caucus import write_note
from amends.bonds.record import record
from amends.bonds.taking import take_account, take_bond
from amends.ledger.verify import verify
from amends.people.models import OF_ONES_OWN, CaucusNote, Facilitator, Grant, Look, Member, User
from amends.vault.models import Keyring, SealedEntry
from tests.cast import NOW, act, add, begin, hurt, make_user
from tests.vault.test_format import KEYRING

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NEVER_OPENS = "a secret, or its hash: it opens something, and tells nothing"
OTHERS = "it leads to someone else's account"
ROW = "a number by which the database finds its rows"
SPELT = "it stands there in another form"
DJANGO = "nobody's: a part of Django that knows no people"
ROUND = "a round is told of as a whole; who was asked and what each answered nobody can find again"
SAME = "the same for everyone who can ask for a file"

IN: Final[dict[str, str]] = {
    # in the file of a bond
    **dict.fromkeys(
        ("people.Bond.id", "people.Bond.title", "people.Bond.setting", "people.Bond.zone"), "bond"
    ),
    **dict.fromkeys(("people.Member.id", "people.Member.bond", "people.Member.name"), "bond"),
    **dict.fromkeys(("people.Member.role", "people.Member.joined_at", "people.Member.left_at"), "bond"),
    "people.Member.notice": "bond",
    **{f"people.Member.{field}": "bond" for field in OF_ONES_OWN},
    **dict.fromkeys(("people.Facilitator.bond", "people.Facilitator.sought_by"), "bond"),
    **dict.fromkeys(("people.Facilitator.for_all", "people.Facilitator.left_at"), "bond"),
    **dict.fromkeys(("people.Grant.ends_at", "people.GrantedPart.what", "people.Look.what"), "bond"),
    **dict.fromkeys(("people.Look.day", "people.CaucusNote.day"), "bond"),
    **dict.fromkeys(("people.CaucusNote.words", "people.CaucusNote.by_member"), "bond"),
    **dict.fromkeys(("ledger.Ledger.id", "ledger.Ledger.bond", "ledger.Ledger.kind"), "bond"),
    **dict.fromkeys(("ledger.LedgerAuthor.id", "ledger.LedgerAuthor.ledger"), "bond"),
    **dict.fromkeys(("ledger.Entry.ledger", "ledger.Entry.seq", "ledger.Entry.act_id"), "bond"),
    **dict.fromkeys(("ledger.Entry.header", "ledger.Entry.body", "ledger.Entry.salt"), "bond"),
    **dict.fromkeys(("ledger.Attachment.content", "bonds.Invitation.role"), "bond"),
    **dict.fromkeys(("bonds.Invitation.bond", "bonds.Invitation.expires_at"), "bond"),
    **dict.fromkeys(("bonds.SeatInvitation.for_all", "bonds.SeatInvitation.expires_at"), "bond"),
    **dict.fromkeys(("bonds.PendingShare.act_id", "bonds.PendingShare.due_at"), "bond"),
    **dict.fromkeys(("bonds.PendingShare.other", "bonds.OpenUntil.act_id"), "bond"),
    "bonds.OpenUntil.closes_at": "bond",
    # in the file of an account
    **dict.fromkeys(("people.User.email", "people.User.zone", "mfa.Authenticator.type"), "account"),
    **dict.fromkeys(("people.Facilitator.id", "people.Facilitator.name"), "account"),
    **dict.fromkeys(("people.Facilitator.calling", "people.Facilitator.joined_at"), "account"),
    **dict.fromkeys(("vault.Keyring.revision", "vault.Keyring.body"), "account"),
    **dict.fromkeys(("vault.SealedEntry.entry", "vault.SealedEntry.revision"), "account"),
    "vault.SealedEntry.sealed": "account",
}
"""Fields that someone's file holds."""
NOT_IN: Final[dict[str, str]] = {
    **dict.fromkeys(("people.User.id", "people.Member.user", "people.Facilitator.user"), ROW),
    **dict.fromkeys(("people.User.password", "vault.Keyring.door"), NEVER_OPENS),
    **dict.fromkeys(("people.User.is_active", "people.Bond.invented"), SAME),
    **dict.fromkeys(
        ("people.Grant.id", "people.GrantedPart.id", "people.Look.id", "people.CaucusNote.id"), ROW
    ),
    **dict.fromkeys(("people.GrantedPart.grant", "people.Look.grant", "people.CaucusNote.grant"), ROW),
    **dict.fromkeys(("people.Grant.facilitator", "people.Grant.member"), SPELT),
    "people.CaucusNote.form": "it keeps a form that was sent twice from being kept twice",
    **dict.fromkeys(("ledger.Ledger.owner", "ledger.Ledger.first", "ledger.Ledger.second"), SPELT),
    **dict.fromkeys(("ledger.Ledger.size", "ledger.Ledger.epoch", "ledger.Ledger.frontier"), SPELT),
    **dict.fromkeys(("ledger.Ledger.erasures", "ledger.Attachment.size"), SPELT),
    "ledger.LedgerAuthor.member": SPELT,
    **dict.fromkeys(("ledger.Entry.id", "ledger.Attachment.id", "ledger.Attachment.act_id"), ROW),
    "ledger.Attachment.keeper": SPELT,
    **dict.fromkeys(("bonds.Invitation.id", "bonds.SeatInvitation.id", "bonds.PendingShare.id"), ROW),
    **dict.fromkeys(("bonds.OpenUntil.id", "bonds.OpenUntil.member", "bonds.PendingShare.member"), ROW),
    **dict.fromkeys(("bonds.Invitation.created_by", "bonds.SeatInvitation.created_by"), SPELT),
    **dict.fromkeys(("bonds.Invitation.token_hash", "bonds.SeatInvitation.token_hash"), NEVER_OPENS),
    **dict.fromkeys(("bonds.Invitation.used_at", "bonds.SeatInvitation.used_at"), "when someone else came"),
    **{f"bonds.SealedPart.{field}": SPELT for field in ("id", "member", "exercise", "kind", "act_id")},
    **{f"rounds.Round.{field}": ROUND for field in ("id", "bond", "questions", "version", "begun_by")},
    **{f"rounds.Round.{field}": ROUND for field in ("closes_at", "asked", "is_withheld", "secret", "told")},
    **{f"rounds.Slot.{field}": ROUND for field in ("number", "round", "body")},
    **dict.fromkeys(("vault.Keyring.owner", "vault.SealedEntry.owner", "vault.SealedEntry.id"), ROW),
    **{f"account.EmailAddress.{field}": SPELT for field in ("id", "user", "email", "verified", "primary")},
    **{f"account.EmailConfirmation.{field}": NEVER_OPENS for field in ("id", "email_address", "created")},
    **{f"account.EmailConfirmation.{field}": NEVER_OPENS for field in ("sent", "key")},
    **dict.fromkeys(("mfa.Authenticator.id", "mfa.Authenticator.user"), ROW),
    "mfa.Authenticator.data": "secrets, but for the name, which is in",
    **dict.fromkeys(
        ("mfa.Authenticator.created_at", "mfa.Authenticator.last_used_at"), "no times of activity"
    ),
    **{f"sessions.Session.{field}": NEVER_OPENS for field in ("session_key", "session_data", "expire_date")},
    **{f"auth.Permission.{field}": DJANGO for field in ("id", "name", "content_type", "codename")},
    **{f"auth.Group.{field}": DJANGO for field in ("id", "name", "permissions")},
    **{f"contenttypes.ContentType.{field}": DJANGO for field in ("id", "app_label", "model")},
}
"""Fields that no file holds, each with the reason."""


def fields() -> Iterator[tuple[str, type[Model], Field[Any, Any]]]:
    for model in apps.get_models():
        for field in (*model._meta.fields, *model._meta.many_to_many):
            yield f"{model._meta.label}.{field.name}", model, field


def test_of_every_field_it_is_said_for_whom_it_is_or_why_not() -> None:
    assert {name for name, _model, _field in fields()} == IN.keys() | NOT_IN.keys()
    assert not IN.keys() & NOT_IN.keys()
    assert all(NOT_IN.values())


@dataclass(frozen=True)
class House:
    """Maya, who has something of every sort, Lena, and Bea, who helps Maya from outside."""

    maya: Member
    lena: Member
    bea: User

    def texts(self, seat: Member) -> dict[str, str]:
        assert seat.user is not None
        return {"bond": _text(take_bond(seat, NOW)), "account": _text(take_account(seat.user, NOW))}


@pytest.fixture
def house(settings: Any, tmp_path: Path) -> House:
    settings.DATA = tmp_path
    maya = begin("Maya", "team")
    lena, bea = add(maya, "Lena"), make_user("Bea")
    add(maya, "Jo")
    own = {"with_weights": True, "looks_towards": 61, "rests_prompts": True, "rests_coach": True}
    more = {"with_ratings": True, "with_apologies": True, "arrival": "ready", "ideas_aside": ["stargazing"]}
    more |= {"asks_daily": "line"}
    Member.objects.filter(id=maya.id).update(**own, **more)
    maya.refresh_from_db()
    record(maya, act(Journal, maya, words="Kept to myself.", day=Day.HARD), Scope.OWN, NOW)
    record(maya, hurt(maya, lena, words="On its way."), Scope.PAIR, NOW, other=lena)
    _open(maya)
    _ask_outside(maya, bea)
    invite.invite(maya, NOW, "manager")
    _lock(maya.user)
    return House(maya, lena, bea)


def _open(maya: Member) -> None:
    content = b"A plan, in a file"
    named = {"file": sha256(content).hexdigest(), "file_name": "a.txt", "file_type": FileType.TEXT}
    ends = date(2026, 3, 20)
    shown = act(Disclosure, maya, words="A plan", shelf=Shelf.NOTES, expires=ends, **named)
    record(maya, shown, Scope.SHARED, NOW, file=content)
    share.share(maya, shown.id, NOW, at_once=True)


def _ask_outside(maya: Member, bea: User) -> None:
    helper = seek.accept(seek.seek(maya, NOW, for_all=False), bea, "Beatrix", "mediator", NOW)
    granted = grants.grant(helper, maya, ["repairs"], 17, NOW)
    Look.objects.create(grant=granted, what="repairs", day=date(2026, 3, 9))
    write_note(granted, uuid4(), "From Maya to Bea.", NOW, by_member=True)
    write_note(granted, uuid4(), "From Bea to Maya.", NOW, by_member=False)
    seek.seek(maya, NOW, for_all=True)


def _lock(user: User | None) -> None:
    assert user is not None
    body = json.dumps(KEYRING, sort_keys=True, separators=(",", ":"))
    Keyring.objects.create(owner=user, revision=3, body=body, door=b"d" * 32)
    SealedEntry.objects.create(owner=user, entry=uuid4(), revision=5, sealed=b"sealed words")
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "A blue phone", "credential": "SECRET"}
    )


def test_the_file_of_a_bond_and_of_an_account_hold_what_they_should(house: House) -> None:
    """Each value that lies in the database of a field that is in, in the file of whoever it belongs to."""
    held = house.texts(house.maya) | {
        "helps": _text(take_account(house.bea, NOW)),
    }
    missing = []
    for name, model, field in fields():
        if name in IN:
            mine = held[IN[name]] + (held["helps"] if model is Facilitator else "")
            rows = [getattr(row, field.attname) for row in _rows(model, house)]
            assert rows, name
            missing += [(name, value) for value in rows if _spell(value) not in mine]
    assert missing == []


def test_what_is_in_it_besides_still_verifies(house: House) -> None:
    assert verify(json.loads(take_bond(house.maya, NOW))).unchanged


def test_nobody_elses_file_holds_what_is_ones_own(house: House) -> None:
    others = _text(take_bond(house.lena, NOW)) + _text(take_account(house.lena.user, NOW))  # type: ignore[arg-type]
    mine = (
        "Kept to myself.",
        "On its way.",
        "stargazing",
        "Beatrix",
        "From Maya",
        "From Bea",
        "A blue phone",
    )
    assert [words for words in mine if words in others] == []
    helper = _text(take_account(house.bea, NOW))
    assert "From Bea to Maya." in helper
    assert [words for words in (*mine[:3], "From Maya") if words in helper] == []


def test_nothing_that_opens_a_door_is_in_any_file(house: House) -> None:
    assert house.maya.user is not None
    everything = "".join(house.texts(house.maya).values())
    door = bytes(Keyring.objects.get().door)
    for secret in (house.maya.user.password, "SECRET", b64encode(door).decode(), door.hex()):
        assert secret not in everything
    assert "A blue phone" in everything


def _rows(model: type[Model], house: House) -> list[Any]:
    """Rows of a table that are Maya's to take along."""
    if model in {Member, User}:
        key = house.maya.id if model is Member else house.maya.user_id
        return list(model._default_manager.filter(pk=key))
    if model is CaucusNote or model is Grant:
        return list(model._default_manager.all())
    lenas = {"ledger.Entry", "ledger.LedgerAuthor"}
    rows = list(model._default_manager.all())
    if model._meta.label in lenas:
        rows = [row for row in rows if row.ledger.owner_id in {None, house.maya.id}]
    if model._meta.label == "ledger.Ledger":
        rows = [row for row in rows if row.owner_id in {None, house.maya.id}]
    if model._meta.label == "bonds.Invitation":
        rows = [row for row in rows if row.used_at is None]
    if model._meta.label == "bonds.SeatInvitation":
        rows = [row for row in rows if row.used_at is None]
    return rows


def _spell(value: Any) -> str:
    """A value as it stands in a file."""
    match value:
        case datetime():
            return instant_to_plain(
                value.astimezone(UTC).replace(microsecond=value.microsecond // 1000 * 1000)
            )
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case bytes() | memoryview():
            return _spell_bytes(bytes(value))
        case str() if value.startswith("{"):
            return json.dumps(json.loads(value), sort_keys=True)
    return json.dumps(value, ensure_ascii=False)


def _spell_bytes(value: bytes) -> str:
    if value.startswith(b"{"):
        return json.dumps(json.loads(value), sort_keys=True)
    return value.hex() if len(value) == 32 else b64encode(value).decode()


def _text(file: bytes) -> str:
    """A file with every object in it, also one kept verbatim as text, spelled alike."""
    return "\n".join(_parts(json.loads(file)))


def _parts(plain: Any) -> Iterator[str]:
    yield json.dumps(plain, sort_keys=True, ensure_ascii=False)
    if isinstance(plain, dict):
        plain = list(plain.values())
    if isinstance(plain, list):
        for part in plain:
            yield from _parts(part)
    if isinstance(plain, str) and plain.startswith("{"):
        yield from _parts(json.loads(plain))


def test_who_is_told_nothing_finds_nothing_of_it_later(house: House) -> None:
    """What was on its way has arrived after its time, and stands among the shared."""
    later = NOW + timedelta(minutes=30)
    assert "On its way." in _text(take_bond(house.lena, later))
    assert json.loads(take_bond(house.maya, later))["own"]["on_its_way"] == []
