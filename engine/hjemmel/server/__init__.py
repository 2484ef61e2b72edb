"""What serves other programs while somebody works: it waits, answers, and is asked again."""
