"""The cases on either side of every boundary that a rule has, few enough to go through them all."""
