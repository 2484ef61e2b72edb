"""What would settle a verdict that is open, and what would turn one that fails."""
