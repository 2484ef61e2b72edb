"""A comparison as sections, which are shown as text, Markdown, a page or data alike."""
