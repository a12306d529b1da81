"""Draws the picture that chats show beside a shared link, and the icons of the app."""
