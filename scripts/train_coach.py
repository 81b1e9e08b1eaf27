#!/usr/bin/env python3
"""Train the coach's second opinion on the messages in data/coach: `make train-coach`.

Only texts written for this project are used, none from `check*.jsonl`. The same texts give the same weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import MultiLabelBinarizer

from amends.coach.apology import read_apology
from amends.coach.draft import FAULTS, LABELS
from amends.coach.model import LONGEST, SHORTEST, chances, weights
from amends.coach.read import by_forms, own_words
from amends.coach.words import sentences

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src/amends/coach/weights.json"
CHECK = "check"
"""How the files begin that are for measuring alone."""
WORD = r"[\w']+|[?!]"
MOST_LETTERS = 6000
SEED = 5
STRENGTH = 10
"""How far the weights may go: the inverse of the ridge [choice, by hands left out]."""


def main() -> None:
    """Train, write, and say how far our own sum is from the library's."""
    messages = [
        (file.stem, message)
        for file in sorted((ROOT / "data/coach").glob("*.jsonl"))
        if not file.name.startswith(CHECK)
        for message in _read(file)
    ]
    messages += list(_joined(messages))
    texts, told = zip(*(_as_read(message) for _hand, message in messages), strict=True)
    hands = [hand for hand, _message in messages]
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
    design = hstack(
        [*(counter.fit_transform(texts) for counter in counters.values()), binary.fit_transform(told)]
    ).tocsr()
    models, slopes, shifts, measured = [], [], [], []
    for label in LABELS:
        holds = np.array([label in message["labels"] for _hand, message in messages])
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)
        # Whole hands are left out: what is calibrated is how it does on someone else's messages.
        folds = GroupKFold(5).split(design, holds, hands)
        scores = cross_val_predict(model, design, holds, cv=list(folds), method="decision_function")
        platt = LogisticRegression(C=1).fit(scores[:, None], holds)
        guessed = platt.predict(scores[:, None])
        measured.append(f1_score(holds, guessed))
        print(f"{label:16s} F1 on hands left out {measured[-1]:.2f}")  # noqa: T201
        models.append(model.fit(design, holds))
        slopes.append(round(float(platt.coef_[0, 0]), 4))
        shifts.append(round(float(platt.intercept_[0]), 4))
    learned = np.vstack([model.coef_[0] for model in models]).T
    seen, start = {}, 0
    for kind, counter in counters.items():
        names = counter.get_feature_names_out()
        values = np.column_stack([counter.idf_, learned[start : start + len(names)]])
        seen[kind] = {
            name: [round(100 * value) for value in row] for name, row in zip(names, values, strict=True)
        }
        start += len(names)
    signs = {
        name: [round(100 * value) for value in row]
        for name, row in zip(binary.classes_, learned[start:], strict=True)
    }
    biases = [round(float(model.intercept_[0]), 4) for model in models]
    plain = {"labels": LABELS, "bias": biases, "slope": slopes, "shift": shifts, "seen": seen, "signs": signs}
    OUTPUT.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    weights.cache_clear()
    expected = models[0].decision_function(design[:50]) * slopes[0] + shifts[0]
    ours = [chances(*read)[LABELS[0]] for read in zip(texts[:50], told[:50], strict=True)]
    off = float(np.max(np.abs(1 / (1 + np.exp(-expected)) - ours)))
    mean = sum(measured) / len(measured)
    print(  # noqa: T201
        f"{len(texts)} messages; macro-F1 {mean:.3f} on hands left out; at most {off:.3f} off the library; "
        f"{OUTPUT.stat().st_size} bytes"
    )


def _read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _joined(messages: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
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


def _as_read(message: dict[str, Any]) -> tuple[str, frozenset[str]]:
    """The writer's own words and the signs, as the coach has them."""
    parts = sentences(message["text"])
    apology, faults = read_apology(parts)
    _known, told = by_forms(parts, apology, faults, message["previous"])
    return own_words(parts), told


if __name__ == "__main__":
    main()
