"""What every room's tests share."""

from hypothesis import HealthCheck, settings

# Machines differ, and may be busy: no example has a deadline.
settings.register_profile("amends", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("amends")
