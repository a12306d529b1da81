"""Live preview for authors."""
