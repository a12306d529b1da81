"""What web servers are told about the site, and the compressed copies they send."""
