"""Very many cases at once: the terms of a program over bitmaps and columns, with numpy."""
