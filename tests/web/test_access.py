"""Every address of the house × everyone who might come to it. An address not listed here fails."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import PermissionsMixin
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from amends.acts.disclosure import Disclosure, FileType, Shelf
from amends.acts.repair import Repair
from amends.acts.scope import Scope
from amends.acts.session import Session
from amends.bonds import share
from amends.bonds.leave import leave
from amends.bonds.record import record
from amends.bonds.seek import accept, seek
from amends.people.models import Facilitator, Member, Notice, User
from tests.cast import act, add, begin, make_user

pytestmark = pytest.mark.django_db


class For(Enum):
    """Whom an address is for."""

    EVERYONE = "everyone, logged in or not"
    ACCOUNTS = "everyone with an account"
    MEMBERS = "the members of the bond in it"
    ONCE = "the members of the bond in it, and who left"
    FACILITATORS = "who was granted something by a member: see test_facilitators_access.py"


CLOSED = {For.MEMBERS, For.ONCE, For.FACILITATORS}
"""Whom an address is for that is closed to someone with nothing but an account."""


ADDRESSES = {
    "home": For.EVERYONE,
    "help": For.EVERYONE,
    "limits": For.EVERYONE,
    "check": For.EVERYONE,
    "finding-help": For.EVERYONE,
    "exit": For.EVERYONE,
    "demo": For.EVERYONE,
    "join": For.EVERYONE,
    "account_signup": For.EVERYONE,
    "account_login": For.EVERYONE,
    "account_logout": For.EVERYONE,
    "account_inactive": For.EVERYONE,
    "account_reset_password": For.EVERYONE,
    "account_reset_password_done": For.EVERYONE,
    "account_reset_password_from_key": For.EVERYONE,
    "account_reset_password_from_key_done": For.EVERYONE,
    "account": For.ACCOUNTS,
    "check-rest": For.ACCOUNTS,
    "account-erasure": For.ACCOUNTS,
    "account-file": For.ACCOUNTS,
    "mfa_login_webauthn": For.EVERYONE,
    "mfa_authenticate": For.EVERYONE,
    "account_reauthenticate": For.ACCOUNTS,
    "mfa_reauthenticate": For.ACCOUNTS,
    "mfa_reauthenticate_webauthn": For.ACCOUNTS,
    "mfa_index": For.ACCOUNTS,
    "mfa_activate_totp": For.ACCOUNTS,
    "mfa_deactivate_totp": For.ACCOUNTS,
    "mfa_list_webauthn": For.ACCOUNTS,
    "mfa_add_webauthn": For.ACCOUNTS,
    "mfa_remove_webauthn": For.ACCOUNTS,
    "mfa_view_recovery_codes": For.ACCOUNTS,
    "mfa_generate_recovery_codes": For.ACCOUNTS,
    "mfa_download_recovery_codes": For.ACCOUNTS,
    "account_change_password": For.ACCOUNTS,
    "vault": For.ACCOUNTS,
    "vault-keyring": For.ACCOUNTS,
    "vault-entries": For.ACCOUNTS,
    "vault-entry": For.ACCOUNTS,
    "vault-earlier": For.ACCOUNTS,
    "vault-removal": For.ACCOUNTS,
    "vault-earlier-act": For.MEMBERS,
    "bonds": For.ACCOUNTS,
    "bond-new": For.ACCOUNTS,
    "story": For.ACCOUNTS,
    "today": For.MEMBERS,
    "bond": For.MEMBERS,
    "arriving": For.MEMBERS,
    "outside-help": For.MEMBERS,
    "timeline": For.MEMBERS,
    "patience": For.MEMBERS,
    "daily": For.MEMBERS,
    "joy": For.MEMBERS,
    "keepsakes": For.MEMBERS,
    "settings": For.MEMBERS,
    "ledger": For.MEMBERS,
    "checkpoint": For.MEMBERS,
    "reading": For.MEMBERS,
    "boundaries": For.MEMBERS,
    "check-in": For.MEMBERS,
    "open-book": For.MEMBERS,
    "calendar": For.MEMBERS,
    "closing": For.MEMBERS,
    "file": For.MEMBERS,
    "patterns": For.MEMBERS,
    "memory": For.MEMBERS,
    "pace": For.MEMBERS,
    "repair": For.MEMBERS,
    "practices": For.MEMBERS,
    "practice": For.MEMBERS,
    "session": For.MEMBERS,
    "sealed": For.MEMBERS,
    "sealed-parts": For.MEMBERS,
    "team": For.MEMBERS,
    "rounds": For.MEMBERS,
    "round": For.MEMBERS,
    "round-questions": For.MEMBERS,
    "coaching": For.MEMBERS,
    "coach-rest": For.MEMBERS,
    "coach-words": For.MEMBERS,
    "adding": For.MEMBERS,
    "adding-kind": For.MEMBERS,
    "act": For.MEMBERS,
    "answering": For.MEMBERS,
    "sharing": For.MEMBERS,
    "rest": For.MEMBERS,
    "lookback": For.MEMBERS,
    "sharing-withdrawal": For.MEMBERS,
    "erasure": For.MEMBERS,
    "invitation": For.MEMBERS,
    "invitation-withdrawal": For.MEMBERS,
    "leaving": For.MEMBERS,
    "story-removal": For.MEMBERS,
    "export": For.ONCE,
    "export-file": For.ONCE,
    "notice": For.ONCE,
    "summary": For.MEMBERS,
    "facilitators": For.MEMBERS,
    "facilitator-invitation": For.MEMBERS,
    "facilitator-invitation-withdrawal": For.MEMBERS,
    "facilitator": For.MEMBERS,
    "grant": For.MEMBERS,
    "grant-withdrawal": For.MEMBERS,
    "caucus": For.MEMBERS,
    "facilitations": For.ACCOUNTS,
    "facilitator-joining": For.EVERYONE,
    "facilitation": For.FACILITATORS,
    "facilitation-leaving": For.FACILITATORS,
    "facilitation-alone": For.FACILITATORS,
    "facilitation-notes": For.FACILITATORS,
    "facilitation-sort": For.FACILITATORS,
    "facilitation-strand": For.FACILITATORS,
}
SESSION = UUID("5e551011-0000-4000-8000-000000000001")
"""A practice that goes on."""
EXERCISE = UUID("5e551011-0000-4000-8000-000000000002")
"""One whose answers are sealed."""
PLAN = UUID("0be1b00c-0000-4000-8000-000000000001")
"""Something laid open with a file."""
WITH_WASM = {"vault", "sealed"}
"""May run WebAssembly, which derives keys there."""
CLOSED_TO_MOST = {
    *("team", "rounds", "round", "round-questions"),
    *("facilitator-joining", "join", "mfa_deactivate_totp", "mfa_remove_webauthn"),
    *("mfa_view_recovery_codes", "mfa_download_recovery_codes"),
}
"""For who has the right link, or has something of that sort, or sits in a team: else there is nothing."""
ON_THE_WAY_IN = {"mfa_authenticate", "mfa_login_webauthn"}
"""Steps of logging in; who is at none of them is led to its beginning."""


FLAGS = ("is_superuser", "is_staff", "is_admin")
"""What Django's own accounts, or others', carry."""


@dataclass(frozen=True)
class Cast:
    """A bond with someone in it and someone who left, and someone of another bond."""

    bond: UUID
    act: UUID
    anonymous: Client
    member: Client
    ex_member: Client
    other: Client


@pytest.fixture
def cast(settings: Any) -> Cast:
    settings.AMENDS_DEMO = True
    maya = begin("Maya", "friends")
    lena, other = add(maya, "Lena"), begin("Other")
    shared = act(Repair, maya, lena, name="Late for lunch")
    record(maya, shared, Scope.SHARED, timezone.now())
    share.share(maya, shared.id, timezone.now(), at_once=True)
    talk = replace(act(Session, maya, lena, practice="talk"), id=SESSION)
    record(maya, talk, Scope.SHARED, timezone.now())
    both = replace(act(Session, maya, lena, practice="both-sides"), id=EXERCISE)
    record(maya, both, Scope.SHARED, timezone.now())
    named = {"file": sha256(b"A plan").hexdigest(), "file_name": "plan.txt", "file_type": FileType.TEXT}
    plan = replace(act(Disclosure, maya, words="A plan", shelf=Shelf.NOTES, **named), id=PLAN)
    record(maya, plan, Scope.SHARED, timezone.now(), file=b"A plan")
    leave(lena, Notice.LATER, timezone.now())
    link = seek(maya, timezone.now(), for_all=True)
    accept(link, make_user("Bea"), "Bea", "mediator", timezone.now())
    return Cast(maya.bond_id, shared.id, Client(), _client(maya), _client(lena), _client(other))


def test_every_address_is_listed() -> None:
    assert {pattern.name for pattern in _patterns()} == set(ADDRESSES)


def test_no_address_shows_a_number_in_a_sequence() -> None:
    converters = {
        type(found).__name__ for pattern in _patterns() for found in pattern.pattern.converters.values()
    }
    assert converters <= {"UUIDConverter", "StringConverter", "SlugConverter"}


@pytest.mark.parametrize("name", ADDRESSES)
def test_without_an_account_one_sees_what_is_for_everyone(cast: Cast, name: str) -> None:
    for answer in _ask(cast.anonymous, name, cast.bond, cast.act):
        assert answer.status_code < 500
        assert _asks_to_log_in(answer) == (ADDRESSES[name] is not For.EVERYONE or name in ON_THE_WAY_IN)


@pytest.mark.parametrize(
    "name", [name for name, whom in ADDRESSES.items() if whom in {For.MEMBERS, For.ONCE}]
)
def test_without_an_account_nobody_learns_which_bonds_there_are(cast: Cast, name: str) -> None:
    unknown = uuid4()
    for there, nowhere in zip(
        _ask(cast.anonymous, name, cast.bond, cast.act),
        _ask(cast.anonymous, name, unknown, cast.act),
        strict=True,
    ):
        assert there.content == nowhere.content
        assert there["Location"].replace(str(cast.bond), "") == nowhere["Location"].replace(str(unknown), "")


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_member_of_another_bond_sees_what_is_not_for_members(cast: Cast, name: str) -> None:
    answers = _ask(cast.other, name, cast.bond, cast.act)
    assert _is_closed(answers) == (ADDRESSES[name] in CLOSED) or name in CLOSED_TO_MOST


@pytest.mark.parametrize("name", ADDRESSES)
def test_whoever_runs_the_server_comes_in_nowhere(
    cast: Cast, name: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every flag and every right that Django knows, an account is a stranger's like any other."""
    settings.AMENDS_HOST_NAME = "Other"
    for flag in FLAGS:
        monkeypatch.setattr(User, flag, True, raising=False)
    for right in ("has_perm", "has_perms", "has_module_perms"):
        monkeypatch.setattr(User, right, lambda *_: True, raising=False)
    answers = _ask(cast.other, name, cast.bond, cast.act)
    assert _is_closed(answers) == (ADDRESSES[name] in CLOSED) or name in CLOSED_TO_MOST


def test_no_account_can_be_given_more_rights_than_another() -> None:
    names = {field.name for field in User._meta.get_fields()}
    assert not names & {*FLAGS, "groups", "user_permissions"}
    assert not issubclass(User, PermissionsMixin)


@pytest.mark.parametrize("name", [name for name, whom in ADDRESSES.items() if whom is For.MEMBERS])
def test_what_a_stranger_gets_is_what_nobody_gets(cast: Cast, name: str) -> None:
    there = _ask(cast.other, name, cast.bond, cast.act)
    nowhere = _ask(cast.other, name, uuid4(), uuid4())
    assert [_shown(answer) for answer in there] == [_shown(answer) for answer in nowhere]


@pytest.mark.parametrize("name", ADDRESSES)
def test_who_left_keeps_their_export_alone(cast: Cast, name: str) -> None:
    answers = _ask(cast.ex_member, name, cast.bond, cast.act)
    assert _is_closed(answers) == (ADDRESSES[name] in CLOSED - {For.ONCE}) or name in CLOSED_TO_MOST


@pytest.mark.parametrize(
    "name", [name for name, whom in ADDRESSES.items() if whom not in {For.EVERYONE, For.FACILITATORS}]
)
def test_a_member_comes_in(cast: Cast, name: str) -> None:
    answer = cast.member.get(_address(name, cast.bond, cast.act))
    assert answer.status_code in ({200, 302, 405, 404} if name in CLOSED_TO_MOST else {200, 302, 405})
    assert not _asks_to_log_in(answer)


@pytest.mark.parametrize("name", [name for name, whom in ADDRESSES.items() if whom is not For.EVERYONE])
def test_looking_writes_nothing_and_begins_no_transaction(cast: Cast, name: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        cast.member.get(_address(name, cast.bond, cast.act))
    assert {query["sql"].split()[0] for query in queries} <= {"SELECT"}


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_answer_is_kept_framed_or_guessed_at(cast: Cast, name: str) -> None:
    for client in (cast.anonymous, cast.member, cast.other):
        for answer in _ask(client, name, cast.bond, cast.act):
            assert answer["Cache-Control"] == "no-store"
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert answer["X-Frame-Options"] == "DENY"
            policy = answer["Content-Security-Policy"]
            assert ("'wasm-unsafe-eval'" in policy) == (name in WITH_WASM and answer.status_code == 200)
            assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")


def _client(seat: Member) -> Client:
    client = Client()
    assert seat.user is not None
    client.force_login(seat.user)
    return client


def _patterns() -> list[URLPattern]:
    found: list[URLPattern] = []
    waiting: list[URLPattern | URLResolver] = list(get_resolver().url_patterns)
    while waiting:
        pattern = waiting.pop()
        if isinstance(pattern, URLResolver):
            waiting += pattern.url_patterns
        else:
            found.append(pattern)
    return found


def _address(name: str, bond: UUID, act: UUID) -> str:
    values: dict[str, Any] = {
        "bond": bond,
        "round": act,
        "questions": "speaking-up",
        "act": PLAN if name in {"closing", "file"} else act,
        "repair": act,
        "entry": act,
        "practice": "own-it",
        "session": EXERCISE if name.startswith("sealed") else SESSION,
        "member": Member.objects.get(name="Lena").id,
        "facilitator": Facilitator.objects.get(name="Bea").id,
        "sort": "repairs",
        "kind": "correction" if name == "answering" else "moment",
        "reading": "trust",
        "token": "made-up",
        "uidb36": "1",
        "key": "made-up",
    }
    pattern = next(pattern for pattern in _patterns() if pattern.name == name)
    return reverse(name, kwargs={key: values[key] for key in pattern.pattern.regex.groupindex})


def _ask(client: Client, name: str, bond: UUID, act: UUID) -> list[HttpResponse]:
    address = _address(name, bond, act)
    return [client.get(address), client.post(address)]  # type: ignore[list-item]


def _shown(answer: HttpResponse) -> str:
    """A page without the token that is another on each."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())


def _is_closed(answers: list[HttpResponse]) -> bool:
    assert all(answer.status_code < 500 for answer in answers)
    codes = {answer.status_code for answer in answers}
    return 404 in codes and codes <= {404, 405}  # 405: what can only be sent is no page for anyone


def _asks_to_log_in(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))
