"""What a new text of a source means for the rules: the norms and cases it touches, and the work."""
