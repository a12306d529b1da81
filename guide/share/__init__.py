"""Draws the picture that chats show beside a shared link."""
