"""What every room stands on: where things are, how files are written and put in place, how problems are told."""
