"""What is kept of a round. Nobody outside this room imports these.

While a round goes on, a slot lies ready for everyone who is asked, filled or not, and its number
can be found from a member only with the round's secret. At the close what may be told is worked
out, and the secret and all slots go. No column here holds an author, a time of answering, or
anything that grows with each answer.
"""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from amends.people.models import Bond, Member


class Round(models.Model):
    """Questions to a team, until a stated time.

    Attributes:
        questions, version: the set, and which version of it.
        begun_by: whoever began it.
        closes_at: when the secret goes and what may be told is told, once.
        asked: the marks of the accounts that are asked, in the order of the alphabet. A mark is a
            hash, so that later rounds can be compared though an account may be gone by then.
        is_withheld: that nothing will be told of it, because those asked are nearly those of an
            earlier round in this bond. Known from the beginning, to everyone.
        secret: what leads from a member to a slot; None once it has closed.
        told: what `sums.spell` makes; empty until the close, and after it where that is nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bond = models.ForeignKey(Bond, models.CASCADE, related_name="+")
    questions = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    begun_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    closes_at = models.DateTimeField(db_index=True)
    asked = models.JSONField()
    is_withheld = models.BooleanField()
    secret = models.BinaryField(null=True)
    told = models.TextField(default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("bond", "questions"),
                condition=models.Q(secret__isnull=False),
                name="one_round_a_set_goes_on",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Slot(models.Model):
    """Room for one person's answers: empty, or JSON by question.

    All rows of a round are laid at once, and anew with each answer, in the order of their numbers,
    which is as good as any order to whoever lacks the secret.
    """

    number = models.CharField(primary_key=True, max_length=64)
    round = models.ForeignKey(Round, models.CASCADE, related_name="slots")
    body = models.TextField(default="")

    def __str__(self) -> str:
        return self.number
