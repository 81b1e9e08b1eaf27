"""Anonymous rounds: questions to a whole team, of which only sums are ever read."""
