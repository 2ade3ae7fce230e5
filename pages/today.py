"""Log what was eaten and drunk, and see the three meters."""

from tracker.ui import shell

shell.enter("pages/today.py")

from tracker.ui import today  # noqa: E402  # only a session that came through app.py needs the rest

today.draw()
