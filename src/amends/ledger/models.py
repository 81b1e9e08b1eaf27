"""What is kept: ledgers, their entries, and the ids by which a ledger names its authors.

Nobody outside this room imports these. The rows' own numbers are shown nowhere.
"""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from amends.ledger.log import SALT_SIZE
from amends.people.models import Bond, Member


class LedgerKind(models.TextChoices):
    """Whose a ledger is."""

    SHARED = "shared"
    OWN = "own"
    PAIR = "pair"


class Ledger(models.Model):
    """A sequence of entries, and what is needed to add to it; its row is locked to append.

    `first` and `second` are the two of a pair, the lower id first. `erasures` counts what
    was taken out, so that a cache can tell adding from taking.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bond = models.ForeignKey(Bond, models.CASCADE, related_name="ledgers")
    kind = models.CharField(max_length=8, choices=LedgerKind.choices)
    owner = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    first = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    second = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    epoch = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    erasures = models.PositiveBigIntegerField(default=0)
    frontier = models.BinaryField(default=b"")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("bond",), condition=Q(kind=LedgerKind.SHARED), name="one_shared_ledger_a_bond"
            ),
            models.UniqueConstraint(fields=("owner",), name="one_own_ledger_a_member"),
            models.UniqueConstraint(fields=("first", "second"), name="one_ledger_a_pair"),
            models.CheckConstraint(
                condition=(
                    Q(kind=LedgerKind.SHARED, owner=None, first=None, second=None)
                    | Q(kind=LedgerKind.OWN, owner__isnull=False, first=None, second=None)
                    | Q(kind=LedgerKind.PAIR, owner=None, first__isnull=False, second__isnull=False)
                    & Q(first__lt=F("second"))
                ),
                name="ledger_belongs_to_whom_it_says",
            ),
            models.CheckConstraint(condition=Q(erasures__lte=F("size")), name="erased_no_more_than_recorded"),
        )

    def __str__(self) -> str:
        return str(self.id)


class LedgerAuthor(models.Model):
    """The random id that stands for one member in the headers of one ledger."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="authors")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ledger", "member"), name="one_author_id_a_ledger"),)

    def __str__(self) -> str:
        return str(self.id)


class Entry(models.Model):
    """One act in a ledger. Its header stays; its body and salt go when its author erases it."""

    ledger = models.ForeignKey(Ledger, models.CASCADE, related_name="entries")
    seq = models.PositiveBigIntegerField()
    act_id = models.UUIDField()
    header = models.BinaryField()
    body = models.BinaryField(null=True)
    salt = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("ledger", "seq"), name="one_entry_a_place"),
            models.UniqueConstraint(fields=("ledger", "act_id"), name="one_entry_an_act"),
            models.CheckConstraint(
                condition=Q(body=None, salt=None)
                | Q(Exact(Length("salt"), SALT_SIZE), body__isnull=False, salt__isnull=False),
                name="body_and_salt_go_together",
            ),
        )
        indexes = (models.Index(fields=("act_id",), name="entry_by_act"),)

    def __str__(self) -> str:
        return str(self.act_id)


class Attachment(models.Model):
    """The file that lies with an act, for as long as whoever keeps the act keeps it."""

    keeper = models.ForeignKey(Member, models.CASCADE, related_name="+")
    act_id = models.UUIDField()
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("keeper", "act_id"), name="one_file_an_act"),)

    def __str__(self) -> str:
        return str(self.act_id)
