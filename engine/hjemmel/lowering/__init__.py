"""Sugar ends here: exceptions, tables, groups and the like become core nodes."""
