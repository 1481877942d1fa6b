"""What we know: figures with their sources, read from TOML with the standard library alone."""
