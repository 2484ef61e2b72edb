"""What differs between two versions of a rulebook: as text, norm by norm, and for services."""
