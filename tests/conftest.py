"""Settings for all tests: how fast a machine is must never decide whether a test passes."""

from hypothesis import HealthCheck, settings

settings.register_profile("policykb", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("policykb")
