"""The messages the coach learns from agree with themselves."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "coach"
FILES = sorted(FOLDER.glob("*.jsonl"))
FAULTS = {
    "generalisation", "criticism", "contempt", "defensiveness", "stonewalling",
    "mind_reading", "pseudo_feeling", "many_issues", "control", "danger",
}  # fmt: skip
LABELS = FAULTS | {"observation", "feeling", "need", "request", "appreciation"}
APOLOGY_FAULTS = {"if", "but", "passive", "minimise", "blame", "excuse", "demand"}
APOLOGY_PARTS = {"names_act", "owns", "impact", "amends", "prevention"}


def messages(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def file_messages(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return messages(request.param)


def test_fields_hold_known_values(file_messages: list[dict[str, Any]]) -> None:
    for message in file_messages:
        assert message["setting"] in {"couple", "family", "work", "friends"}, message["id"]
        assert isinstance(message["previous"], str), message["id"]
        assert message["text"].strip() == message["text"] != "", message["id"]
        assert set(message["labels"]) <= LABELS, message["id"]
        assert len(set(message["labels"])) == len(message["labels"]), message["id"]
        assert message["question"] in {"none", "open", "closed", "loaded"}, message["id"]
        datetime.fromisoformat(message["now"])


def test_every_fault_has_its_words(file_messages: list[dict[str, Any]]) -> None:
    for message in file_messages:
        assert all(span["text"] in message["text"] for span in message["spans"]), message["id"]
        spanned = {span["label"] for span in message["spans"]}
        faults = {f"apology:{fault}" for fault in message["apology"]["faults"]}
        assert spanned == (set(message["labels"]) & FAULTS) | faults, message["id"]


def test_apology_kind_agrees_with_its_parts_and_faults(file_messages: list[dict[str, Any]]) -> None:
    for message in file_messages:
        apology = message["apology"]
        has, faults = set(apology["has"]), set(apology["faults"])
        assert has <= APOLOGY_PARTS, message["id"]
        assert faults <= APOLOGY_FAULTS, message["id"]
        if apology["kind"] == "none":
            assert not has | faults, message["id"]
        elif apology["kind"] == "non":
            assert faults, message["id"]
            assert "owns" not in has, message["id"]
        elif apology["kind"] == "full":
            assert {"names_act", "owns"} <= has, message["id"]
            assert has & {"amends", "prevention"}, message["id"]
            assert not faults, message["id"]
        else:
            assert apology["kind"] == "partial", message["id"]
        if "blame" in faults:
            assert "defensiveness" in message["labels"], message["id"]


def test_a_promise_is_due_after_it_was_written(file_messages: list[dict[str, Any]]) -> None:
    for message in file_messages:
        promise, now = message["promise"], datetime.fromisoformat(message["now"])
        if promise["due"] is None:
            continue
        assert promise["is"], message["id"]
        if "T" in promise["due"]:
            assert datetime.fromisoformat(promise["due"]) > now, message["id"]
        else:
            assert date.fromisoformat(promise["due"]) >= now.date(), message["id"]


def test_no_message_stands_twice() -> None:
    everything = [message for path in FILES for message in messages(path)]
    ids = Counter(message["id"] for message in everything)
    texts = Counter(" ".join(message["text"].lower().split()) for message in everything)
    assert [name for name, times in ids.items() if times > 1] == []
    assert [text for text, times in texts.items() if times > 1] == []


def test_every_label_is_there_to_be_learned_and_most_kinds_without_fault() -> None:
    training = [message for path in FILES if not path.stem.startswith("check") for message in messages(path)]
    seen = Counter(label for message in training for label in message["labels"])
    assert all(seen[label] >= 10 for label in LABELS), seen
    spotless = [m for m in training if not set(m["labels"]) & FAULTS and not m["apology"]["faults"]]
    assert len(spotless) >= 0.4 * len(training)
