"""The workbench: rules under change, what that does to cases, and all of it as plain data."""
