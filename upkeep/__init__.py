"""For maintainers: what is due, what still answers, engines and servers to test with. No part of what readers get."""
