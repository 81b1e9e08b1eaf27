"""What is kept: wrapped keys and sealed entries. No text, title, kind or date of anything.

Nobody outside this room imports these. The rows' own numbers are shown nowhere.
"""

from __future__ import annotations

from django.db import models

from amends.people.models import User


class Keyring(models.Model):
    """The ways in which one account's key is wrapped; each needs something that the server never has.

    `body` is JSON that `format.check_keyring` accepts. `door` is the SHA-256 of a token that only an
    open vault can show: without it nobody writes, not even at an account that was left logged in.
    """

    owner = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="+")
    revision = models.PositiveIntegerField()
    body = models.TextField()
    door = models.BinaryField()

    def __str__(self) -> str:
        return str(self.owner_id)


class SealedEntry(models.Model):
    """One sealed entry at its latest revision; where it was erased, its id and revision alone.

    They stay so that a late replay does not bring it back. The device that wrote it made the id.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    entry = models.UUIDField()
    revision = models.PositiveIntegerField()
    sealed = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "entry"), name="one_sealed_entry_an_id"),
            models.CheckConstraint(condition=models.Q(revision__gte=1), name="sealed_entries_count_from_one"),
        )

    def __str__(self) -> str:
        return str(self.entry)
