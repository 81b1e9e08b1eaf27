"""The page for an error that nobody caught."""

from __future__ import annotations

import errno

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from amends.web.pages.failing import failing


def _answer(error: BaseException, **fields: str) -> HttpResponse:
    request = RequestFactory().post("/bonds/here/add/moment/?a=b", fields)
    try:
        raise error
    except type(error):
        return failing(request)


def test_what_was_typed_comes_back_to_be_sent_again() -> None:
    answer = _answer(OSError(errno.ENOSPC, "full"), id="an-id", words="\nTea & <b>cake</b>")
    text = answer.content.decode()
    assert answer.status_code == 507
    assert answer["Retry-After"] == "60"
    assert 'action="/bonds/here/add/moment/?a=b"' in text
    assert '<input type="hidden" name="id" value="an-id">' in text
    # A browser leaves out the first line end within a text area; the second is the writer's own.
    assert ">\n\nTea &amp; &lt;b&gt;cake&lt;/b&gt;</textarea>" in text


def test_no_secret_comes_back() -> None:
    text = _answer(OSError(errno.ENOSPC, "full"), password="a long password", code="123 456").content.decode()
    assert "a long password" not in text
    assert "123 456" not in text


@pytest.mark.parametrize("error", [ValueError("Dinner went cold."), KeyError("words")])
def test_any_other_error_stays_what_it_was(error: Exception) -> None:
    answer = _answer(error, words="Dinner went cold.")
    assert answer.status_code == 500
    assert "Dinner" not in answer.content.decode()
