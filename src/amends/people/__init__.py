"""Accounts, membership, roles, consent."""
