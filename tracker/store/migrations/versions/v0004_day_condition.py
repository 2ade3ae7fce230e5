"""What a day was like; targets get a version, so that a change of them is undone as any other."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make one table and add one column; what is there stays as it is."""
    op.create_table(
        "day_condition",
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("activity_minutes", sa.Integer, nullable=False),
        sa.Column("intensity", sa.Text, nullable=False),
        sa.Column("is_hot", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
    )
    op.add_column("target", sa.Column("version", sa.Integer, nullable=False, server_default="1"))
