"""The shapes of the answers, one module a network."""
