"""Where norms write the same, and which of them a change has passed by."""
