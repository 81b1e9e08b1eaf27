"""How acts become meaning. Pure: acts and numpy."""
