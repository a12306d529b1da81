"""paper editions: the whole guide and a sheet for emergencies, as PDF."""
