"""The questions for one person alone: looked at in the browser, sent nowhere, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect


def answer(page: Page, question: str, yes: str) -> None:
    """Mark one."""
    page.get_by_role("group", name=question).get_by_label(yes, exact=True).check()


def test_nothing_of_an_answer_leaves_the_page(enter: Callable[..., Page]) -> None:
    """No request, no storage, and gone on the way back."""
    page = enter("Anna")
    page.goto("/check/")
    expect(page.get_by_role("heading", name="If you said yes")).to_be_hidden()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, "If you said no to them", "Yes")
    page.get_by_role("button", name="Look at my answers").click()
    expect(page.get_by_role("heading", name="If you said yes")).to_be_visible()
    expect(page.get_by_role("heading", name="If you said no")).to_be_hidden()
    expect(page.get_by_role("heading", name="If you think of not living")).to_be_hidden()
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.search]")
    assert asked == []
    assert kept[:2] == [0, 0]
    assert "yes" not in kept[2]
    assert kept[3] == ""
    page.goto("/help/")
    page.go_back()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.get_by_role("heading", name="If you said yes")).to_be_hidden()


def test_a_no_is_never_called_safe(enter: Callable[..., Page]) -> None:
    """With noes alone, and with nothing marked."""
    page = enter("Anna")
    page.goto("/check/")
    page.get_by_role("button", name="Look at my answers").click()
    expect(page.get_by_text("Nothing is marked yet.")).to_be_visible()
    for group in page.locator("#check fieldset").all():
        group.get_by_label("No", exact=True).check()
    page.keyboard.press("Enter")  # sends nothing
    page.get_by_role("button", name="Look at my answers").click()
    expect(page.get_by_text("a no proves nothing")).to_be_visible()
    assert "safe" not in page.locator("main").inner_text().lower()


def test_thoughts_of_not_living_lead_to_help_first(visit: Callable[..., Page]) -> None:
    """Also for someone without an account, for whom there is nothing to let rest."""
    page = visit("/check/")
    answer(page, "Have you thought, in the last weeks", "Yes")
    page.get_by_role("button", name="Look at my answers").click()
    expect(page.get_by_role("heading", name="If you think of not living")).to_be_visible()
    expect(page.get_by_role("heading", name="If you said yes")).to_be_hidden()
    assert page.locator("main form[method=post]").count() == 0


def test_a_low_mood_leads_to_a_doctor(visit: Callable[..., Page]) -> None:
    """And to nothing about anyone else."""
    page = visit("/check/")
    answer(page, "For most of the last weeks", "Yes")
    page.get_by_role("button", name="Look at my answers").click()
    expect(page.get_by_role("heading", name="If your mood stays low")).to_be_visible()
    expect(page.get_by_role("heading", name="If you said yes")).to_be_hidden()
    expect(page.get_by_role("heading", name="If you think of not living")).to_be_hidden()


def test_without_scripts_it_is_a_page_to_read(visit: Callable[..., Page]) -> None:
    """All of it is there, and no button that does nothing."""
    page = visit("/check/", scripts=False)
    expect(page.get_by_role("heading", name="If you said yes")).to_be_visible()
    expect(page.get_by_role("button", name="Look at my answers")).to_be_hidden()
