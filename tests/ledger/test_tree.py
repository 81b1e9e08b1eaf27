"""The tree over headers."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.ledger import tree

SIZES = st.integers(1, 70)


def leaves_of(size: int) -> list[bytes]:
    return [tree.hash_leaf(bytes([number])) for number in range(size)]


def root_by_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = max(2**power for power in range(8) if 2**power < len(leaves))
    left, right = root_by_definition(leaves[:split]), root_by_definition(leaves[split:])
    return sha256(b"\x01" + left + right).digest()


@given(st.integers(0, 70))
def test_appending_one_by_one_gives_the_root_of_the_definition(size: int) -> None:
    frontier = tree.Frontier.of(leaves_of(size))
    assert frontier.root == root_by_definition(leaves_of(size))
    assert frontier.size == size
    assert tree.Frontier.from_bytes(size, frontier.to_bytes()) == frontier


def test_a_frontier_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        tree.Frontier.from_bytes(3, b"\0" * 32)


@given(SIZES, st.data())
def test_every_entry_can_be_proved_and_only_in_its_place(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    index, other = (data.draw(st.integers(0, size - 1)) for _ in range(2))
    proof, root = tree.prove_inclusion(leaves, index), tree.root_of(leaves)
    assert tree.check_inclusion(leaves[index], index, size, root, proof)
    assert tree.check_inclusion(leaves[index], other, size, root, proof) is (index == other)


@given(SIZES, st.data())
def test_growth_can_be_proved_and_a_fork_cannot(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    earlier = data.draw(st.integers(1, size))
    proof, root = tree.prove_consistency(leaves, earlier), tree.root_of(leaves)
    assert tree.check_consistency(earlier, tree.root_of(leaves[:earlier]), size, root, proof)
    forked = [tree.hash_leaf(b"another"), *leaves[1:]]
    assert not tree.check_consistency(earlier, tree.root_of(forked[:earlier]), size, root, proof)


@given(SIZES, st.data())
def test_a_flipped_bit_in_a_proof_spoils_it(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    earlier = data.draw(st.integers(1, size))
    proof = tree.prove_consistency(leaves, earlier)
    if proof:
        step, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
        flipped = bytearray(proof[step])
        flipped[bit // 8] ^= 1 << bit % 8
        proof[step] = bytes(flipped)
        earlier_root, root = tree.root_of(leaves[:earlier]), tree.root_of(leaves)
        assert not tree.check_consistency(earlier, earlier_root, size, root, proof)


@given(SIZES, st.data())
def test_a_full_subtree_can_be_proved(size: int, data: st.DataObject) -> None:
    leaves = leaves_of(size)
    width = 2 ** data.draw(st.integers(0, size.bit_length() - 1))
    start = width * data.draw(st.integers(0, size // width - 1))
    subtree = tree.Subtree(start, start + width, tree.root_of(leaves[start : start + width]))
    proof = tree.prove_subtree(leaves, start, start + width)
    assert tree.check_subtree(subtree, size, tree.root_of(leaves), proof)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (1, 3), (0, 9), (-1, 1)])
def test_what_is_no_subtree_cannot_be_proved(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such subtree"):
        tree.prove_subtree(leaves_of(8), start, end)
