"""A program as bytes, and back."""
