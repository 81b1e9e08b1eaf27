"""Why the ledger refuses."""


class LedgerError(Exception):
    """The ledger did not do what was asked; nothing was changed."""


class SameIdOtherBody(LedgerError):
    """The id was recorded before, with something else in it (409)."""


class Erased(LedgerError):
    """The id was recorded before, and its author erased it since (410)."""


class NotTheirs(LedgerError):
    """The member can't write here, or there is nothing of theirs under this id (404)."""


class NotForOthers(LedgerError):
    """The kind of act never leaves its author's own ledger."""


class KeyDamaged(LedgerError):
    """The file with the signing key holds no key. It is never replaced by itself."""


class OtherFile(LedgerError):
    """A file is not the one that its act names."""


class TooMuch(LedgerError):
    """Someone keeps as many files as there is room for."""
