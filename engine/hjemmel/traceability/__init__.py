"""The account of the sources: every sentence is a norm's, or is set aside with a reason."""
