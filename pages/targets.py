"""Reference values, the water rule and settings."""

from tracker.ui import shell

shell.enter("pages/targets.py")

from tracker.ui import targets_form  # noqa: E402  # only a session that came through app.py needs the rest

targets_form.draw()
