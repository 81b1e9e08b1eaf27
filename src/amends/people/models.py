"""Accounts, bonds and who sits in them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes accounts."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new account; without a password nobody can log in to it until one is set."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """The account of an address, whatever its capitals."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account: an address and a password. It keeps no trace of when it was last used."""

    last_login = None

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="one_account_an_address"),)

    def __str__(self) -> str:
        return str(self.id)  # never the address: this may reach a log


class Setting(models.TextChoices):
    """What the people are to each other; it chooses the words."""

    COUPLE = "couple", _("a couple")
    FRIENDS = "friends", _("friends")
    FAMILY = "family", _("a family")
    TEAM = "team", _("a team at work")


class Role(models.TextChoices):
    """What a member may do in a bond."""

    MEMBER = "member", _("member")
    MANAGER = "manager", _("manager")
    OMBUDS = "ombuds", _("ombudsperson")


class Bond(models.Model):
    """People who want to rebuild trust. May start with one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("name"), max_length=120)
    setting = models.CharField(max_length=16, choices=Setting.choices)
    zone = models.CharField(max_length=64)
    invented = models.BooleanField(default=False)
    """An example story, not real people; it can be removed as a whole."""

    def __str__(self) -> str:
        return str(self.id)


class Notice(models.TextChoices):
    """Whether the others are told that a member left."""

    NOW = "now", _("tell them now")
    LATER = "later", _("tell them later")
    NEVER = "never", _("don't tell them")


class Arrival(models.TextChoices):
    """How far someone is who joined when others had been writing for a while."""

    NEW = "new", _("just arrived")
    READY = "ready", _("ready to read what hurt")


class Daily(models.TextChoices):
    """Which line someone wishes to be asked for, once a day."""

    DAY = "day", _("how the day was, for my vault")
    LINE = "line", _("what I want to hold on to")


class MemberQuerySet(models.QuerySet["Member"]):
    """Questions about who is a member."""

    def present(self) -> MemberQuerySet:
        """Those who have not left."""
        return self.filter(left_at=None)

    def apparent(self) -> MemberQuerySet:
        """Those who are members as far as the others can tell: present, or left without a notice."""
        return self.exclude(notice=Notice.NOW)


class Member(models.Model):
    """One person's seat in a bond. Its id is how acts name that person.

    A seat without an account belongs to someone in an invented story, or is kept for someone whom
    the others write about and who has not joined.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bond = models.ForeignKey(Bond, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="seats")
    name = models.CharField(_("first name"), max_length=80)
    role = models.CharField(max_length=16, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    notice = models.CharField(max_length=8, choices=Notice.choices, blank=True, default="")
    """What someone who left chose to say; empty while they are here. Only *now* may show to others."""
    with_weights = models.BooleanField(default=False)
    with_ratings = models.BooleanField(default=False)
    with_apologies = models.BooleanField(default=False)
    """What is off at work until someone turns it on for themselves; elsewhere it is always on."""
    arrival = models.CharField(max_length=8, choices=Arrival.choices, blank=True, default="")
    """Empty for whoever was there from the beginning."""
    looks_towards = models.PositiveSmallIntegerField(null=True, blank=True)
    """The level of trust, of 100, whose pace is told to them on the page of the bond; none unless chosen."""
    rests_prompts = models.BooleanField(default=False)
    """No step of a repair is suggested to them. Anyone may wish that, for any reason."""
    asks_daily = models.CharField(max_length=8, choices=Daily.choices, blank=True, default="")
    """Which line they wish to be asked for; none unless chosen, and nobody else learns of it."""
    ideas_aside = models.JSONField(default=list, blank=True)
    """Ideas for something to enjoy that are not for them, by their words; nobody else learns of it."""
    rests_coach = models.BooleanField(default=False)
    """The coach doesn't read along while they write."""

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("bond", "user"), name="one_seat_a_person"),
            models.UniqueConstraint("bond", Lower("name"), name="one_name_a_bond"),
            models.CheckConstraint(
                condition=models.Q(left_at=None, notice="")
                | models.Q(left_at__isnull=False) & ~models.Q(notice=""),
                name="a_notice_when_left",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


OF_ONES_OWN: Final = (
    *("with_weights", "with_ratings", "with_apologies"),
    *("arrival", "looks_towards", "rests_prompts", "rests_coach", "asks_daily", "ideas_aside"),
)
"""Fields of a seat that change only what its owner is shown. Nobody else learns of them; they go with an
account, and stand in its owner's export."""


class Calling(models.TextChoices):
    """As what someone from outside says they help. Nobody here has checked it."""

    MEDIATOR = "mediator", _("a mediator")
    THERAPIST = "therapist", _("a therapist or counsellor")
    OMBUDS = "ombuds", _("an ombudsperson")
    OTHER = "other", _("someone they trust")


class Facilitator(models.Model):
    """Someone from outside who was asked to help. No member: nothing opens to them but what members grant.

    Attributes:
        user: their account; None once it is gone. What members were told of them stays.
        sought_by: who invited them.
        for_all: whether the other members know of them and may grant something too; otherwise they are
            there for the one who invited them alone, and nobody else learns of it.
        left_at: when they gave their seat back.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    bond = models.ForeignKey(Bond, models.CASCADE, related_name="facilitators")
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="facilitations")
    sought_by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    for_all = models.BooleanField()
    name = models.CharField(max_length=80)
    calling = models.CharField(max_length=16, choices=Calling.choices)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class Sort(models.TextChoices):
    """What can be granted as a whole, with what is added to it while the grant stands."""

    REPAIRS = "repairs", _("repairs")
    PROMISES = "promises", _("promises and how they went")
    SESSIONS = "sessions", _("talks and other practices")
    AGREEMENTS = "agreements", _("boundaries, requests and decisions")


class GrantQuerySet(models.QuerySet["Grant"]):
    """Questions about what is granted."""

    def standing(self, now: datetime) -> GrantQuerySet:
        """Those that have not ended, by whom and to whom is still here."""
        return self.filter(ends_at__gt=now, member__left_at=None, facilitator__left_at=None)


class Grant(models.Model):
    """What one member, alone, lets a facilitator read. It ends by itself.

    Taking it back sets its end to now: afterwards nothing tells it from one that ran out.
    """

    facilitator = models.ForeignKey(Facilitator, models.CASCADE, related_name="grants")
    member = models.ForeignKey(Member, models.CASCADE, related_name="grants")
    ends_at = models.DateTimeField()

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("facilitator", "member"), name="one_grant_a_member"),)

    def __str__(self) -> str:
        return f"grant {self.pk}"


class GrantedPart(models.Model):
    """One part of a grant: a sort, or one act by its id: a repair, or something of the member's own."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="parts")
    what = models.CharField(max_length=36)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("grant", "what"), name="granted_once"),)

    def __str__(self) -> str:
        return f"part {self.pk}"


class Look(models.Model):
    """That a facilitator had something of a grant before them on a day; shown to whoever granted it.

    Attributes:
        what: a sort, for its list; or the id of an act.
        day: in the bond's zone. The time of day is not kept.
    """

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="looks")
    what = models.CharField(max_length=36)
    day = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("grant", "what", "day"), name="noted_once_a_day"),)

    def __str__(self) -> str:
        return f"look {self.pk}"


class CaucusNote(models.Model):
    """A line between one member and a facilitator, which no other member sees.

    Attributes:
        form: the id that its form was given, so that sending twice keeps one.
        by_member: who of the two wrote it.
        day: in the bond's zone. The time of day is not kept.
    """

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="notes")
    form = models.UUIDField(unique=True)
    by_member = models.BooleanField()
    words = models.TextField()
    day = models.DateField()

    def __str__(self) -> str:
        return f"note {self.pk}"
