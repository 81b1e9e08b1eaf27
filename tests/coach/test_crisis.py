"""Words after which help comes first, and figures of speech that are none."""

from __future__ import annotations

import pytest

from amends.coach.crisis import Crisis, crisis_in

SELF_HARM = """
I want to die.
Some nights I just want to be dead
I don’t want to be alive any more, that is all I know
I have been thinking about suicide since March.
I'm cutting myself again and nobody knows
They would all be better off without me.
There is no point in living like this
I took too many pills on Sunday and woke up
I'd rather not be alive than go through this again
i wish i was dead
I am going to kill myself
I started self-harming when we fought
I don't care if I wake up tomorrow
I have thought about how I would end it all.
"""
CHILD = """
He hits the kids when he drinks.
She slapped our daughter so hard she fell
I shook the baby last night and I am scared of myself
My son has bruises on his arms and won't say why
Her boyfriend touched my daughter.
I am afraid he will hurt the children
He locks our little boy in the cellar
You burned my son with a cigarette
"""
NONE = """
I could kill for a coffee.
I nearly died laughing, and so did you
I wanted to die of embarrassment at your mother's.
I cut myself shaving and was late because of it.
You will be the death of me with that drum kit 😂
I hurt myself running on Sunday, so no hike
I killed myself over that spreadsheet and you never said thank you
I don't want to live with your brother in the house
I don't want to live in Leeds
I'd rather die than eat that curry again, lol
She said she wants to die, and I did not know what to answer
We should end it: the contract, I mean
I can't go on like this with the washing up
I kicked the kids off the computer at eight.
Our son beat the boys at chess
It hurts my daughter's feelings when you cancel
I took my tablets this morning and felt better
He touched my daughter's arm and said well done
The baby was awake all night and so was I
You are killing me with these puns
It kills me that you forgot
I can't wait for this week to be over
Not wanting to be here when your parents come is not fair on you, I know
"I want to die" is a line from the song you hate
My kids are afraid of spiders
The deadline nearly killed me
I want to be dead to the world by nine tonight.
That roller coaster, I thought I was going to die, can we go again?
You never hit the ball to our son
"""


def of(texts: str) -> list[str]:
    """One a line."""
    return [line for line in texts.splitlines() if line]


@pytest.mark.parametrize("text", of(SELF_HARM))
def test_who_may_not_want_to_live_is_heard(text: str) -> None:
    assert crisis_in(f"You came home late on Tuesday. {text}") == {Crisis.SELF_HARM}


@pytest.mark.parametrize("text", of(CHILD))
def test_a_child_that_may_be_hurt_is_heard(text: str) -> None:
    assert crisis_in(f"You came home late on Tuesday. {text}") == {Crisis.CHILD}


@pytest.mark.parametrize("text", of(NONE))
def test_a_figure_of_speech_is_none(text: str) -> None:
    assert crisis_in(text) == frozenset()


def test_both_are_heard() -> None:
    assert crisis_in("He hits the kids. I want to die.") == {Crisis.SELF_HARM, Crisis.CHILD}


def test_nothing_is_heard_in_nothing() -> None:
    assert crisis_in("") == frozenset()
