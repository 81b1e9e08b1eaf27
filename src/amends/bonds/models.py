"""What waits: an invitation for someone to use it, a share for its ten minutes to pass, an end."""

from __future__ import annotations

from django.db import models

from amends.people.models import Bond, Member, Role


class Invitation(models.Model):
    """A link by which one person may join. Only the hash of its secret is kept."""

    bond = models.ForeignKey(Bond, models.CASCADE, related_name="invitations")
    created_by = models.ForeignKey(Member, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=16, choices=Role.choices, default=Role.MEMBER)
    """What whoever joins by it will be."""
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class SeatInvitation(models.Model):
    """A link by which someone from outside takes a seat. Only the hash of its secret is kept."""

    created_by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    for_all = models.BooleanField()
    """Whether the other members may know of whoever takes it."""
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"seat invitation {self.pk}"


class PendingShare(models.Model):
    """An act in its author's own ledger on its way to others; until then it can be taken back.

    Attributes:
        other: for what lies between two in a larger bond, the other of the two.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="pending_shares")
    other = models.ForeignKey(Member, models.CASCADE, null=True, blank=True, related_name="+")
    act_id = models.UUIDField()
    due_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("member", "act_id"), name="shared_once"),)

    def __str__(self) -> str:
        return f"pending share {self.pk}"


class SealedPart(models.Model):
    """A sealed answer, or the key to one, that lies with its author until everyone's is there.

    Attributes:
        exercise: the session it belongs to.
        kind: the kind of act it is.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    exercise = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=16)
    act_id = models.UUIDField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("member", "exercise", "kind"), name="one_part_of_each"),
        )

    def __str__(self) -> str:
        return f"sealed part {self.pk}"


class OpenUntil(models.Model):
    """An entry of the open book that others can read, and when that ends."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    act_id = models.UUIDField()
    closes_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("member", "act_id"), name="open_once"),)

    def __str__(self) -> str:
        return f"open until {self.pk}"
