"""The meaning of rules. Knows nothing of files, screens or engines; imports only `source`."""
