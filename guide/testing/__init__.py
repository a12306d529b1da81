"""Runs the project's tests and finds the browsers they drive."""
