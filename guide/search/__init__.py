"""Search: what is indexed of the built pages, the words readers use for it, and the scripts that carry it."""
