"""A case on two days: what differs, and why."""
