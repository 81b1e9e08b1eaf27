"""`amends reset-link`, as a host uses it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.test import Client

from amends.cli.main import main
from amends.people.models import User

pytestmark = pytest.mark.django_db


def test_it_prints_a_link_that_opens() -> None:
    User.objects.create_user("anna@example.org", "seven slow brown foxes")
    result = CliRunner().invoke(main, ["reset-link", "Anna@example.org", "--at", "https://amends.test/"])
    assert result.exit_code == 0
    link = result.output.strip()
    assert link.startswith("https://amends.test/password/reset/")
    assert "action_url" in Client().get(link.removeprefix("https://amends.test"), follow=True).context


def test_an_unknown_address_gets_one_clear_line() -> None:
    result = CliRunner().invoke(main, ["reset-link", "nobody@example.org"])
    assert result.exit_code == 2
    assert result.stderr == "amends: no account has the address nobody@example.org\n"
