import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ledger",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("shared", "Shared"), ("own", "Own"), ("pair", "Pair")], max_length=8
                    ),
                ),
                ("epoch", models.PositiveIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("erasures", models.PositiveBigIntegerField(default=0)),
                ("frontier", models.BinaryField(default=b"")),
                (
                    "bond",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ledgers", to="people.bond"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.member",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.member",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "shared")),
                        fields=("bond",),
                        name="one_shared_ledger_a_bond",
                    ),
                    models.UniqueConstraint(fields=("owner",), name="one_own_ledger_a_member"),
                    models.UniqueConstraint(fields=("first", "second"), name="one_ledger_a_pair"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first", None), ("kind", "shared"), ("owner", None), ("second", None)),
                            models.Q(
                                ("first", None), ("kind", "own"), ("owner__isnull", False), ("second", None)
                            ),
                            models.Q(
                                ("first__isnull", False),
                                ("kind", "pair"),
                                ("owner", None),
                                ("second__isnull", False),
                                ("first__lt", models.F("second")),
                            ),
                            _connector="OR",
                        ),
                        name="ledger_belongs_to_whom_it_says",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("erasures__lte", models.F("size"))),
                        name="erased_no_more_than_recorded",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerAuthor",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "ledger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authors",
                        to="ledger.ledger",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.member"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("ledger", "member"), name="one_author_id_a_ledger"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveBigIntegerField()),
                ("act_id", models.UUIDField()),
                ("header", models.BinaryField()),
                ("body", models.BinaryField(null=True)),
                ("salt", models.BinaryField(null=True)),
                (
                    "ledger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="ledger.ledger",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("ledger", "seq"), name="one_entry_a_place"),
                    models.UniqueConstraint(fields=("ledger", "act_id"), name="one_entry_an_act"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", None), ("salt", None)),
                            models.Q(
                                Exact(Length("salt"), 32), ("body__isnull", False), ("salt__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="body_and_salt_go_together",
                    ),
                ],
                "indexes": [models.Index(fields=["act_id"], name="entry_by_act")],
            },
        ),
    ]
