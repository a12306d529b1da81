"""The site: styles, scripts, policy, finished pages, feeds, and the app that works without network."""
