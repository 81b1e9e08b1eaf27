"""The tree over a ledger's headers: RFC 6962 (kept by RFC 9162), SHA-256. Pure.

Proofs for a *subtree*, the leaves from ``start`` up to but not including ``end``, follow
the Merkle Tree Certificates draft (IETF, draft-ietf-plants-merkle-tree-certs, section 4).
The other two are cases of it: a leaf is a subtree of one, an earlier tree is a subtree
that starts at 0. So one walk makes every proof here, and one walk checks it.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

HASH_SIZE = 32
"""Bytes in a hash."""
EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""


def hash_leaf(data: bytes) -> bytes:
    """The hash of one leaf."""
    return sha256(b"\x00" + data).digest()


def hash_node(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees side by side; the prefix keeps a node from posing as a leaf."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What must be kept of a tree to append to it: the roots of its full subtrees.

    Attributes:
        size: the number of leaves.
        peaks: one root for each binary digit 1 of ``size``, largest subtree first.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> Frontier:
        """The frontier that `to_bytes` wrote.

        Raises:
            ValueError: the bytes don't fit the size.
        """
        if len(data) != HASH_SIZE * size.bit_count():
            raise ValueError("the frontier does not fit the size of the ledger")
        peaks = (data[start : start + HASH_SIZE] for start in range(0, len(data), HASH_SIZE))
        return cls(size, tuple(peaks))

    @classmethod
    def of(cls, leaves: Iterable[bytes]) -> Frontier:
        """The frontier over hashes of leaves."""
        frontier = cls()
        for leaf in leaves:
            frontier = frontier.append(leaf)
        return frontier

    def to_bytes(self) -> bytes:
        """The peaks, one after the other."""
        return b"".join(self.peaks)

    def append(self, leaf: bytes) -> Frontier:
        """The frontier with one more leaf, given by its hash; O(log size)."""
        peaks, node, size = list(self.peaks), leaf, self.size
        while size & 1:
            node = hash_node(peaks.pop(), node)
            size >>= 1
        return Frontier(self.size + 1, (*peaks, node))

    @property
    def root(self) -> bytes:
        """The root of the whole tree."""
        if not self.peaks:
            return EMPTY_ROOT
        *rest, root = self.peaks
        for peak in reversed(rest):
            root = hash_node(peak, root)
        return root


class Subtree(NamedTuple):
    """The leaves from ``start`` up to but not including ``end``, and what is said to be their root."""

    start: int
    end: int
    root: bytes


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over hashes of leaves."""
    return Frontier.of(leaves).root


def prove_inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """What shows that leaf ``index`` lies in the tree over ``leaves``."""
    return prove_subtree(leaves, index, index + 1)


def prove_consistency(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """What shows that the tree over the first ``earlier`` leaves was only added to."""
    return prove_subtree(leaves, 0, earlier)


def prove_subtree(leaves: Sequence[bytes], start: int, end: int) -> list[bytes]:
    """What shows that the subtree over ``leaves[start:end]`` lies in the tree over ``leaves``.

    Raises:
        ValueError: there is no such subtree.
    """
    if start >= end or not _is_subtree(start, end, len(leaves)):
        raise ValueError("there is no such subtree")
    return _prove(leaves, start, end, known=True)


def check_inclusion(leaf: bytes, index: int, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that the leaf lies at ``index`` in the tree of ``size`` leaves."""
    return len(leaf) == HASH_SIZE and check_subtree(Subtree(index, index + 1, leaf), size, root, proof)


def check_consistency(
    earlier: int, earlier_root: bytes, size: int, root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether ``proof`` shows that the earlier tree was only added to; nothing follows from an empty one."""
    return earlier > 0 and check_subtree(Subtree(0, earlier, earlier_root), size, root, proof)


def check_subtree_inclusion(leaf: bytes, index: int, subtree: Subtree, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that the leaf lies at ``index`` of the whole tree, in the subtree."""
    start, end, root = subtree
    return _is_subtree(start, end, end) and check_inclusion(leaf, index - start, end - start, root, proof)


def check_subtree(subtree: Subtree, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that the subtree lies in the tree of ``size`` leaves."""
    start, end, _ = subtree
    if not _is_subtree(start, end, size) or any(len(step) != HASH_SIZE for step in proof):
        return False
    if start == end:  # an empty subtree lies in every tree
        return not proof and hmac.compare_digest(subtree.root, EMPTY_ROOT)
    steps = list(proof)
    try:
        found, found_root = _rebuild(subtree, size, steps, known=True)
    except IndexError:  # the proof is too short
        return False
    same = hmac.compare_digest(found, subtree.root) and hmac.compare_digest(found_root, root)
    return same and not steps


def _is_subtree(start: int, end: int, size: int) -> bool:
    # It must start at a multiple of the smallest power of two that holds it.
    if not 0 <= start <= end <= size:
        return False
    return start == end or start % (1 << (end - start - 1).bit_length()) == 0


def _split(size: int) -> int:
    # The largest power of two below size: how many leaves lie left of the root.
    return 1 << ((size - 1).bit_length() - 1)


def _prove(leaves: Sequence[bytes], start: int, end: int, *, known: bool) -> list[bytes]:
    # `known`: whether whoever checks already has the hash of what is left of the subtree.
    if (start, end) == (0, len(leaves)):
        return [] if known else [root_of(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if end <= split:
        return [*_prove(left, start, end, known=known), root_of(right)]
    if start >= split:
        return [*_prove(right, start - split, end - split, known=known), root_of(left)]
    return [*_prove(right, 0, end - split, known=False), root_of(left)]


def _rebuild(subtree: Subtree, size: int, steps: list[bytes], *, known: bool) -> tuple[bytes, bytes]:
    # The roots of the subtree and of the tree, from a proof taken in the order opposite to `_prove`'s.
    start, end, claimed = subtree
    if (start, end) == (0, size):
        node = claimed if known else steps.pop()
        return node, node
    split = _split(size)
    step = steps.pop()
    if end <= split:
        found, left = _rebuild(subtree, split, steps, known=known)
        return found, hash_node(left, step)
    if start >= split:
        rest = Subtree(start - split, end - split, claimed)
        found, right = _rebuild(rest, size - split, steps, known=known)
        return found, hash_node(step, right)
    rest = Subtree(0, end - split, claimed)
    found, right = _rebuild(rest, size - split, steps, known=False)
    return hash_node(step, found), hash_node(step, right)
