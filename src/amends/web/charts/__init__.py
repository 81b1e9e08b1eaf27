"""Where things go in a chart: pure geometry, frozen results. Templates draw it."""
