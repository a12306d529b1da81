"""What becomes HTML: addresses of pages, markers, blocks, registers, and the page that holds them."""
