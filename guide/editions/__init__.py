"""Editions of the guide beside the site: a folder for a disk, one file, paper."""
