"""Settings of the suite: a throw-away data folder, quick password hashes, a database in a file."""

import os
import tempfile

if "AMENDS_DATA" not in os.environ:
    _thrown_away = tempfile.TemporaryDirectory(prefix="amends-test-", ignore_cleanup_errors=True)
    os.environ["AMENDS_DATA"] = _thrown_away.name  # the suite's workers and commands share it

from amends.config.settings import *  # noqa: F403
from amends.config.settings import DATA, DATABASES, STATIC_ROOT

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(exist_ok=True)  # as `amends serve` leaves it; whitenoise warns otherwise
if DATABASES["default"]["ENGINE"] == "amends.config.fair_sqlite":
    # A file, because an in-memory database locks otherwise than the real one.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
