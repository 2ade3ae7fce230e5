"""What tells one state of a person's diary from every other; none until the next change."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add one column; what is there stays as it is."""
    op.add_column("person", sa.Column("edition", sa.Text))
