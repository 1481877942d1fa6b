"""A page that waits a hundred times as long before it gives something up: nothing is asked of how fast a machine is.

What the page puts off for less than two seconds, as a word spoken after the last key, comes as ever. Workers keep
their own clocks.
"""


def patience(times: int) -> str:
    """A script that lets a page wait so many times as long."""
    return f"""(() => {{
        const usual = globalThis.setTimeout;
        globalThis.setTimeout = (then, wait = 0, ...rest) => usual(then, wait < 2000 ? wait : {times} * wait, ...rest);
        globalThis.endPatience = () => {{ globalThis.setTimeout = usual; }};
    }})()"""


PATIENCE = patience(100)
END = "endPatience()"
