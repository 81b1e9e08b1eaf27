"""What every room's tests share."""

from hypothesis import settings

# A deadline would fail a test for the load of the machine it runs on.
settings.register_profile("amends", deadline=None)
settings.load_profile("amends")
