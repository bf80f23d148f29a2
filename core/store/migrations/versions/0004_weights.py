"""What counts in a score: the weight of each question, and how engagement is counted."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Gives every workspace the weights and the definition it had so far: none of its own."""
    with op.batch_alter_table("workspace") as workspace:
        workspace.add_column(
            sa.Column("definition", sa.String(), nullable=False, server_default="followers")
        )
        workspace.add_column(
            sa.Column("saves", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        workspace.add_column(sa.Column("weights", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    """Forgets weights and definition."""
    with op.batch_alter_table("workspace") as workspace:
        for name in ("weights", "saves", "definition"):
            workspace.drop_column(name)
