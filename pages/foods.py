"""The foods and meals that are a person's own."""

from tracker.ui import shell

shell.enter("pages/foods.py")

from tracker.ui import foods_page  # noqa: E402  # only a session that came through app.py needs the rest

foods_page.draw()
