"""Security and durability: who sees what, what is never lost, what never changes."""
