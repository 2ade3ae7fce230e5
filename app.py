"""The shell: page settings, navigation, and the page that the address asks for."""

from tracker.ui import shell

shell.start()
