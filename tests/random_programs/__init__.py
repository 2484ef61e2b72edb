"""Random rulebooks and random cases, for every test that lets backends meet."""
