"""Compare two weeks."""

from tracker.ui import shell

shell.enter("pages/weeks.py")

from tracker.ui import weeks  # noqa: E402  # only a session that came through app.py needs the rest

weeks.draw()
