"""Sugar ends here: dated wordings, exceptions, tables and the like become core nodes."""
