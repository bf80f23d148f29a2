"""Looking handles up: what it would take, the click, how far it is, and the keys it needs."""
