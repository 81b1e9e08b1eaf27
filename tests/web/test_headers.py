"""What every answer carries: pages, refusals, errors, files; and what cookies are like under HTTPS."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from amends.people.models import Member
from tests.cast import begin
from tests.web.cast import client_of

pytestmark = pytest.mark.django_db

CARRIED = {
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
}
UNDER_HTTPS = """
import json, sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
call_command("collectstatic", verbosity=0, interactive=False)
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client
from amends.people.models import User
User.objects.create_user("anna@example.org", "four words not together")
client = Client(raise_request_exception=False)
answers = {}
def ask(name, path, how="get", scheme="https", **more):
    headers = {"host": "localhost", "x-forwarded-proto": scheme}
    answers[name] = dict(getattr(client, how)(path, headers=headers, **more).headers)
ask("plain", "/help/", scheme="http")
ask("page", "/help/")
ask("nothing", "/nowhere/")
ask("file", staticfiles_storage.url("amends/amends.css"))
typed = {"login": "anna@example.org", "password": "four words not together"}
ask("in", "/log-in/", "post", data=typed)
ask("account", "/account/")
cookies = {name: {"secure": bool(one["secure"]), "path": one["path"], "domain": one["domain"],
           "httponly": bool(one["httponly"]), "samesite": one["samesite"]}
           for name, one in client.cookies.items()}
print(json.dumps({"answers": answers, "cookies": cookies}))
"""


@pytest.fixture
def anna() -> Member:
    return begin("Anna")


def check(headers: Mapping[str, str]) -> None:
    """Nothing is framed, guessed at, told to others, or let ask for a place."""
    assert set(headers) >= CARRIED, CARRIED - set(headers)
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_a_page_and_a_refusal(anna: Member) -> None:
    pages = [reverse("home"), reverse("help"), "/nowhere/", reverse("today", args=[anna.bond_id])]
    for client in (Client(), client_of(anna)):
        for page in pages:
            answer = client.get(page)
            check(answer.headers)
            assert answer["Cache-Control"] == "no-store"


def test_what_is_taken_along(anna: Member) -> None:
    for name in ("export-file", "checkpoint"):
        answer = client_of(anna).get(reverse(name, args=[anna.bond_id]))
        assert answer.status_code == 200
        check(answer.headers)
        assert answer["Cache-Control"] == "no-store"


def test_a_form_without_its_token_and_a_host_that_is_not_ours() -> None:
    strict = Client(enforce_csrf_checks=True)
    refused = strict.post(reverse("account_login"), {"login": "a", "password": "b"})
    assert refused.status_code == 403
    check(refused.headers)
    stranger = Client().get("/", headers={"host": "elsewhere.example"})
    assert stranger.status_code == 400
    apart = {
        "Content-Security-Policy",
        "Cross-Origin-Resource-Policy",
        "Permissions-Policy",
        "X-Frame-Options",
    }
    assert set(stranger.headers) >= apart


def test_an_error_that_nobody_caught(anna: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any, **_more: Any) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("amends.web.pages.help.render", fail)
    answer = Client(raise_request_exception=False).get(reverse("help"))
    assert answer.status_code == 500
    check(answer.headers)
    assert answer["Cache-Control"] == "no-store"


def test_a_file_of_the_look(settings: Any) -> None:
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    answer = Client().get("/static/amends/icon.svg")
    assert answer.status_code == 200
    answer.close()
    check(answer.headers)
    assert "no-store" not in answer["Cache-Control"]


def test_under_https(tmp_path: Path) -> None:
    """Everything moves to HTTPS and stays there; no other host sets a cookie, and no script sees one."""
    found = json.loads(_run(tmp_path, "-c", UNDER_HTTPS))
    answers, cookies = found["answers"], found["cookies"]
    assert answers["plain"]["Location"] == "https://localhost/help/"
    for name, headers in answers.items():
        if name == "plain":
            continue
        assert headers["Strict-Transport-Security"] == "max-age=31536000", name
        if "Location" not in headers:
            check(headers)
    assert "immutable" in answers["file"]["Cache-Control"]
    assert answers["account"]["Cache-Control"] == "no-store"
    assert set(cookies) == {"__Host-session", "__Host-csrf", "__Host-device", "__Host-here"}
    for cookie in cookies.values():
        assert cookie == {
            "secure": True,
            "path": "/",
            "domain": "",
            "httponly": True,
            "samesite": "Lax",
        }


def test_django_finds_nothing_to_say_about_how_it_is_deployed(tmp_path: Path) -> None:
    said = _run(tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    assert "no issues" in said


def _run(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {
        "AMENDS_DATA": str(folder),
        "AMENDS_HTTPS": "yes",
        "DJANGO_SETTINGS_MODULE": "amends.config.settings",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    process = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return process.stdout
