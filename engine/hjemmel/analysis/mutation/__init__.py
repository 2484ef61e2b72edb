"""The rules themselves put to the test: each small change of them should be seen by a case."""
