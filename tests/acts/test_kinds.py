"""What each kind of act refuses, and that every kind is known."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from amends import acts
from amends.acts.amends import Completion
from amends.acts.base import CLOCK_LEEWAY, LONGEST_LINE, LONGEST_WORDS, Act, Person, tidy
from amends.acts.errors import InvalidAct
from amends.acts.kinds import KINDS, PRIVATE
from amends.acts.outcome import LONGEST_DELAY, Result
from amends.acts.read_story import parse
from amends.acts.when import When

STORY, _ = parse((Path(__file__).parent / "every-kind.story").read_text(encoding="utf-8"))
ACTS = {entry.label: entry.act for entry in STORY.entries}
ANNA, TOBY, JO = Person("Anna"), Person("Toby"), Person("Jo")
TOMORROW = When.said("2026-01-13T08:00", "Europe/London")

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    # what holds for every act
    ("joining", {"author": Person("")}, "author"),
    ("journal", {"by": TOBY}, "by"),
    ("moment-with", {"affected": (TOBY, TOBY)}, "affected"),
    ("moment-with", {"words": ""}, "words"),
    ("moment-with", {"words": "x" * (LONGEST_WORDS + 1)}, "words"),
    ("moment-with", {"words": " Tea"}, "words"),
    ("moment-with", {"words": "Tea\r\nand cake"}, "words"),
    ("moment-with", {"words": "cafe\u0301"}, "words"),
    ("moment-with", {"words": "Tea\x00"}, "words"),
    ("moment-with", {"words": "Tea\x1b[2J"}, "words"),
    ("moment-with", {"words": "Tea\ud800"}, "words"),
    ("moment-with", {"recorded_at": datetime(2026, 1, 5, 9, 0)}, "recorded_at"),  # noqa: DTZ001
    ("moment-with", {"recorded_at": datetime(2026, 1, 5, 9, 0, 0, 1, UTC)}, "recorded_at"),
    ("moment-with", {"recorded_at": datetime(9999, 1, 5, 9, 0, tzinfo=UTC)}, "recorded_at"),
    # what has happened can't lie in the future
    *((label, {"occurred": TOMORROW}, "occurred") for label in (
        *("moment-with", "breach", "outcome-kept", "completion", "observance-honoured"),
        *("journal", "keepsake-joke", "reaffirmation", "check-in", "wave"),
    )),
    # something that hurt
    ("breach", {"affected": ()}, "affected"),
    ("breach", {"affected": (ANNA, TOBY)}, "affected"),
    ("breach", {"author": JO}, "author"),
    ("breach", {"weight": 0}, "weight"),
    ("breach", {"weight": 6}, "weight"),
    ("breach-mine", {"weight": 3}, "weight"),
    ("breach", {"occurrence": date(2026, 1, 5)}, "occurrence"),
    ("response-different", {"words": ""}, "words"),
    ("understanding", {"cause": "couldn't"}, "hidden"),
    # asking, promising, judging
    ("request", {"affected": ()}, "affected"),
    ("request", {"affected": (ANNA,)}, "affected"),
    ("request", {"words": ""}, "words"),
    ("request-yes", {"reply": "accepted"}, "reply"),
    ("promise", {"affected": (ANNA, TOBY)}, "affected"),
    ("promise", {"affected": ()}, "affected"),
    ("promise", {"by": ANNA}, "by"),
    ("promise", {"plan_if": ""}, "plan_if"),
    ("promise", {"done_means": "Key \x07"}, "done_means"),
    ("outcome-kept", {"author": JO}, "author"),
    ("outcome-kept", {"minutes": 5}, "minutes"),
    ("outcome-late", {"minutes": 0}, "minutes"),
    ("outcome-late", {"minutes": LONGEST_DELAY + 1}, "minutes"),
    ("outcome-kept", {"told_before": True}, "told_before"),
    ("outcome-released", {"author": TOBY}, "result"),
    ("outcome-withdrawn", {"author": ANNA}, "result"),
    ("settlement-kept", {"result": Result.RELEASED}, "result"),
    ("settlement-kept", {"minutes": 5}, "minutes"),
    ("heard-promise", {"of": ANNA}, "of"),
    ("hypothesis", {"words": " spaced"}, "words"),
    # making good
    ("apology", {"affected": (TOBY,)}, "affected"),
    ("apology", {"offers": "x" * (LONGEST_WORDS + 1)}, "offers"),
    ("apology-partly", {"reply": "yes"}, "reply"),
    ("amends", {"affected": ()}, "affected"),
    ("completion", {"author": TOBY}, "author"),
    ("completion", {"affected": (ANNA, TOBY)}, "author"),
    # boundaries, open book, ratings, repairs
    ("boundary", {"affected": ()}, "affected"),
    ("boundary", {"reason": " spaced"}, "reason"),
    ("boundary-yes", {"reply": "smaller"}, "reply"),
    ("observance-honoured", {"weight": 1}, "weight"),
    ("observance-crossed", {"weight": 6}, "weight"),
    ("observance-crossed", {"author": TOBY}, "author"),
    ("observance-crossed", {"affected": (ANNA, JO)}, "author"),
    ("disclosure", {"shelf": "money"}, "rationale"),
    ("disclosure", {"expires": date(2026, 1, 10)}, "expires"),
    ("check-in", {"about": ANNA}, "about"),
    ("check-in", {"faith": 101}, "faith"),
    ("check-in", {"predictable": -1}, "predictable"),
    ("repair", {"name": ""}, "name"),
    ("repair", {"name": "Late\nfor dinner"}, "name"),
    ("repair", {"name": "x" * (LONGEST_LINE + 1)}, "name"),
    ("repair", {"affected": (ANNA,)}, "affected"),
    # practices
    ("map", {"review": date(2026, 1, 11)}, "review"),
    ("map", {"behind": " spaced"}, "behind"),
    ("session", {"practice": "Talk!"}, "practice"),
    ("seal", {"commitment": "AAAA"}, "commitment"),
    ("seal", {"ciphertext": "not base 64"}, "ciphertext"),
    ("seal", {"ciphertext": ""}, "ciphertext"),
    ("reveal", {"key": "AAAA"}, "key"),
    ("reveal", {"salt": "AAAA"}, "salt"),
    ("session", {"version": 0}, "version"),
    ("session", {"affected": (ANNA,)}, "affected"),
    ("contribution-words", {"words": ""}, "words"),
    ("contribution-words", {"step": "x" * 41}, "step"),
    ("contribution-words", {"round": -1}, "round"),
    ("contribution-choice", {"choice": "Yes please"}, "choice"),
    ("correction", {"words": ""}, "words"),
    ("erasure", {"seq": -1}, "seq"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "change", "field"), REFUSED)
def test_what_can_not_be_is_refused_at_its_field(label: str, change: dict[str, Any], field: str) -> None:
    """The reason is in plain words and repeats nothing that was typed."""
    before = ACTS[label]
    sorts = {name: type(getattr(before, name)) for name in change}
    typed = {name: sorts[name](value) if isinstance(value, str) else value for name, value in change.items()}
    with pytest.raises(InvalidAct) as refused:
        replace(before, **typed)
    assert refused.value.field == field
    assert refused.value.reason
    assert not any(
        isinstance(value, str) and len(value) > 8 and value in refused.value.reason
        for value in change.values()
    )


@pytest.mark.parametrize("label", sorted({label for label, _, _ in REFUSED}))
def test_what_was_refused_was_refused_for_that_alone(label: str) -> None:
    """The act itself is fine."""
    assert replace(ACTS[label]) == ACTS[label]


def test_a_clock_a_little_fast_refuses_nothing() -> None:
    """Up to five minutes ahead of the server; from there on it is the future."""
    moment = ACTS["moment-with"]
    replace(moment, recorded_at=moment.occurred.utc - CLOCK_LEEWAY)
    with pytest.raises(InvalidAct):
        replace(moment, recorded_at=moment.occurred.utc - CLOCK_LEEWAY - timedelta(milliseconds=1))


def test_plans_may_lie_ahead() -> None:
    """A promise, a request and a boundary may be dated later than they were recorded."""
    for label in ("promise", "request", "boundary"):
        assert replace(ACTS[label], occurred=TOMORROW).in_future


@pytest.mark.parametrize("subject", ["their friends", "their money", "their body", "their phone"])
def test_a_boundary_about_what_is_anothers_is_known_as_such(subject: str) -> None:
    """One's own body, home, phone, money, work or children never is."""
    boundary: Any = ACTS["boundary"]
    sort = type(boundary.subject)
    assert replace(boundary, subject=sort(subject)).controls_other
    assert not replace(
        boundary, subject=sort(subject.replace("their friends", "my children").replace("their", "my"))
    ).controls_other


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Tea \r\n\r\n and cake\t\n", "Tea\n\n and cake"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\rb", "a\nb"),
        (" \n\t ", ""),
    ],
)
def test_text_is_tidied_once(typed: str, kept: str) -> None:
    """Composed, plain line ends, no blank edges; and tidying again changes nothing."""
    assert tidy(typed) == kept
    assert tidy(kept) == kept


def test_every_kind_of_every_module_is_known() -> None:
    """A kind that is written but not listed could be neither read nor recorded."""
    found = set()
    for module in pkgutil.iter_modules(acts.__path__):
        for value in vars(import_module(f"amends.acts.{module.name}")).values():
            if (
                isinstance(value, type)
                and issubclass(value, Act)
                and "KIND" in vars(value)
                and value is not Act
            ):
                found.add(value)
    assert found == set(KINDS.values())
    assert {name for name, kind in KINDS.items() if name == kind.KIND} == set(KINDS)
    assert set(KINDS) > PRIVATE


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_an_act_never_changes(kind: type[Act]) -> None:
    """Each kind is frozen and compares by value."""
    act = next(act for act in ACTS.values() if isinstance(act, kind))
    with pytest.raises(AttributeError):
        act.words = "Other words."  # type: ignore[misc]
    assert hash(act) == hash(replace(act))


def test_only_the_one_they_were_for_says_that_amends_were_done() -> None:
    """And anyone else is refused, whoever made them."""
    done = ACTS["completion"]
    assert isinstance(done, Completion)
    with pytest.raises(InvalidAct):
        replace(done, author=JO)
