"""How Alembic reaches the database: through the connection that core.store.upgrade hands over."""

from alembic import context

from core.store.models import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite changes a column by copying its table
)
with context.begin_transaction():
    context.run_migrations()
