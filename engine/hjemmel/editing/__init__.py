"""What an editor asks of a rule file that may be half written: outline, completion, hover."""
