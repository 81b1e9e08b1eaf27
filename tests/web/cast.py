"""How these tests fill in a form: as a browser does, with what the page holds."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from amends.people.models import Member


def client_of(seat: Member) -> Client:
    """A browser in which the one of a seat is logged in."""
    client = Client()
    assert seat.user is not None
    client.force_login(seat.user)
    return client


def page(seat: Member, name: str, **where: Any) -> str:
    """The text of a page of a bond."""
    answer = client_of(seat).get(reverse(name, kwargs={"bond": seat.bond_id, **where}))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def write(seat: Member, kind: str, **fields: Any) -> UUID:
    """Write something down; gives its id."""
    address = reverse("adding-kind", kwargs={"bond": seat.bond_id, "kind": kind})
    return _send(seat, address, fields)


def say(seat: Member, act: UUID, kind: str, **fields: Any) -> UUID:
    """Say something about an act; gives its id."""
    address = reverse("answering", kwargs={"bond": seat.bond_id, "act": act, "kind": kind})
    return _send(seat, address, fields)


def send(seat: Member, address: str, fields: dict[str, Any]) -> tuple[UUID, HttpResponse]:
    """Open a form and send it; gives the id it held and the answer."""
    client = client_of(seat)
    shown = client.get(address)
    assert shown.status_code == 200, shown.status_code
    given = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', shown.content.decode()))
    given.pop("csrfmiddlewaretoken", None)
    given.pop("when", None)
    return UUID(given["id"]), client.post(address, given | fields)


def errors(answer: HttpResponse) -> list[str]:
    """What a page says is wrong, and at which field."""
    return re.findall(r'<ul class="errorlist[^"]*"(?: id="id_(\w+?)_error")?>', answer.content.decode())


def without_tokens(text: str) -> str:
    """A page without what differs from one request to the next."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
    return re.sub(r'name="id" value="[^"]*"', "", text)


def _send(seat: Member, address: str, fields: dict[str, Any]) -> UUID:
    act_id, answer = send(seat, address, fields)
    assert answer.status_code == 303, (address, answer.status_code, errors(answer))
    return act_id
