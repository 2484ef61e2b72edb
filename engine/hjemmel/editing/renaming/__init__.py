"""A new name for something, in all the files that name it, with the meaning as it was."""
