"""Editions beside the site: a folder for a disk, one file, paper; and the page that offers them."""
