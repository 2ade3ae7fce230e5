"""What is known of cramps, magnesium, water and fiber, and when to ask somebody."""

from tracker.ui import shell

shell.enter("pages/about.py")

from tracker.ui import about  # noqa: E402  # only a session that came through app.py needs the rest

about.draw()
