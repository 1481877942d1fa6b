"""How Python reaches the browser: wheel, lock file, compiled standard library, worker."""
