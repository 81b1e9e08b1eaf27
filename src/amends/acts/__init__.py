"""What can be recorded: one kind of act a file. Pure, standard library only."""
