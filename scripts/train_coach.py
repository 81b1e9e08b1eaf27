#!/usr/bin/env python3
"""Train the coach's second opinion on the messages in data/coach: `make train-coach`.

Only texts written for this project are used, none from `check.jsonl`. The same texts give the same weights.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from amends.coach.draft import LABELS
from amends.coach.model import LONGEST, SHORTEST, chances, weights

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "src/amends/coach/weights.json"
CHECK = "check.jsonl"
"""Written by other hands, for measuring alone."""
WORD = r"[\w']+|[?!]"
MOST_LETTERS = 6000


def main() -> None:
    """Train, write, and say how far our own sum is from the library's."""
    messages = [
        (file.stem, message)
        for file in sorted((ROOT / "data/coach").glob("*.jsonl"))
        if file.name != CHECK
        for message in _read(file)
    ]
    texts = [_plain(message["text"]) for _hand, message in messages]
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
    design = hstack([counter.fit_transform(texts) for counter in counters.values()]).tocsr()
    models, slopes, shifts = [], [], []
    for label in LABELS:
        holds = np.array([label in message["labels"] for _hand, message in messages])
        model = LogisticRegression(C=30, class_weight="balanced", max_iter=1000)
        # Whole hands are left out: what is calibrated is how it does on someone else's messages.
        folds = GroupKFold(5).split(design, holds, hands)
        scores = cross_val_predict(model, design, holds, cv=list(folds), method="decision_function")
        platt = LogisticRegression(C=1).fit(scores[:, None], holds)
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
    biases = [round(float(model.intercept_[0]), 4) for model in models]
    plain = {"labels": LABELS, "bias": biases, "slope": slopes, "shift": shifts, "seen": seen}
    OUTPUT.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    weights.cache_clear()
    expected = models[0].decision_function(design[:50]) * slopes[0] + shifts[0]
    told = [chances(text)[LABELS[0]] for text in texts[:50]]
    off = float(np.max(np.abs(1 / (1 + np.exp(-expected)) - told)))
    print(f"{len(texts)} messages; at most {off:.3f} off the library; {OUTPUT.stat().st_size} bytes")  # noqa: T201


def _read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


if __name__ == "__main__":
    main()
