"""Files on the disk: read whole or refused at once, and written so that nothing is lost."""
