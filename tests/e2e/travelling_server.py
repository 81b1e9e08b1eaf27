"""A real server whose clock is set by a file: the house as it would be on another day.

Run as a program: ``travelling_server.py PORT CLOCK``, with AMENDS_DATA set. CLOCK holds an
instant in ISO form, read anew at each request.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import time_machine
from django.core.wsgi import get_wsgi_application

from amends.cli.server import set_up


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_arguments: Any) -> None:
        """Nothing."""


def main(port: int, clock: Path) -> None:
    """Serve, one request after the other, each at the time the file says."""
    with time_machine.travel(_now(clock)):
        set_up(None)
    # Not by way of config.wsgi, whose clock would close rounds at the time that it really is.
    application = get_wsgi_application()

    def at_its_time(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        with time_machine.travel(_now(clock)):
            return [b"".join(application(environ, start_response))]

    make_server("127.0.0.1", port, at_its_time, handler_class=Quiet).serve_forever()


def _now(clock: Path) -> datetime:
    """What the file says, and the time that has gone by since."""
    return datetime.fromisoformat(clock.read_text()) + timedelta(seconds=time.time() - clock.stat().st_mtime)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
