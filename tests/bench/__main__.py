"""Performance, told as ratios measured in one loop: `python3 make.py bench [reading|building|starting] [rounds]`.

No test asserts a time: machines differ, and so does the same machine from hour to hour.
"""

import sys

from tests.bench import building, reading, starting

PARTS = {"reading": reading.measure, "starting": starting.measure, "building": building.measure}


def main(arguments: list[str]) -> int:
    """Measure the parts named, or all."""
    rounds = [int(word) for word in arguments if word.isdigit()]
    named = [word for word in arguments if not word.isdigit()]
    if strange := set(named) - set(PARTS):
        print(f"There is no part “{min(strange)}”. Choose from: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    for name in named or PARTS:
        print(PARTS[name](*rounds[:1]) + "\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
