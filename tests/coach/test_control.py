"""What a draft may take hold of that is another's to decide."""

from __future__ import annotations

import pytest

from amends.coach.control import Hold, holds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please stop seeing your friends during the week.", Hold.PEOPLE),
        ("I will not talk to my sister again.", Hold.PEOPLE),
        ("Tell me who you meet.", Hold.PEOPLE),
        ("Share your location with me.", Hold.WHEREABOUTS),
        ("I want to know where you are at all times.", Hold.WHEREABOUTS),
        ("Let me go through your phone in the evening.", Hold.PHONE),
        ("I will give you my password.", Hold.PHONE),
        ("Don't wear short skirts to work.", Hold.BODY),
        ("Tell me what you eat.", Hold.BODY),
        ("Show me your bank statements.", Hold.MONEY),
        ("Ask me before you buy anything.", Hold.MONEY),
        ("Stop going to church.", Hold.FAITH),
    ],
)
def test_it_is_seen(text: str, found: Hold) -> None:
    assert found in holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "No phones at the table while one of us is telling something.",
        "Please put your phone away at dinner.",
        "What I tell you about my dad stays between us.",
        "Would you come to my friends' dinner on Friday?",
        "Your clothes stay off the floor.",
        "I will be home by seven on Tuesdays, or write one line.",
        "Please do not shout at me.",
        "Tell me a day before when you work late.",
        "I need an hour by myself after work.",
        "Nobody reads my diary.",
        "Would you take the bins out? I never see them go.",
        "My money is mine to spend.",
        "Do not tell my mother what I told you.",
    ],
)
def test_what_is_one_s_own_or_ordinary_is_let_be(text: str) -> None:
    assert holds(text) == ()
