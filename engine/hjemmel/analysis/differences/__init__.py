"""Where two versions of a rulebook come to different things, with a case that shows it."""
