"""What is raised when a bond can't be changed as asked."""

from __future__ import annotations


class Refused(Exception):
    """Something can't be done, and why, in words a person can read.

    Attributes:
        field: the field of the act or form that it is about.
        reason: a translated sentence; it holds nothing that was typed.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
