"""The one base class of every failure this package explains to a person.

Each room defines its own named children. `str(error)` is one plain sentence that can be shown as it is; only
`tracker.ui` and the command line turn it into something on a screen.
"""


class TrackerError(Exception):
    """A failure with a sentence for the person; the message is built by the class that names the failure."""


class RefusedError(TrackerError):
    """A figure, date or name that cannot be saved, whatever the person confirms."""


class NeedsConfirmationError(TrackerError):
    """Something unlikely but possible (a date far away, a kilogram of almonds): saved once the person says so."""
