"""What people decide while they vet a creator: answers, prompts let pass, names not to be near."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the vetting record, the prompts let pass and the workspace's blocked names."""
    op.create_table(
        "vetting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creator", sa.String(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("suggested", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vetting"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_vetting_creator", "vetting", ["creator"])
    op.create_table(
        "passed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creator", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passed"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_passed_creator", "passed", ["creator"])
    with op.batch_alter_table("workspace") as table:
        table.add_column(sa.Column("blocked", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Removes them."""
    with op.batch_alter_table("workspace") as table:
        table.drop_column("blocked")
    op.drop_table("passed")
    op.drop_table("vetting")
