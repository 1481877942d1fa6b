"""A page that waits a hundred times as long before it gives something up: nothing is asked of how fast a machine is.

What the page puts off for less than two seconds, as a word spoken after the last key, comes as ever. Workers keep
their own clocks.
"""

PATIENCE = """(() => {
    const usual = globalThis.setTimeout;
    globalThis.setTimeout = (then, wait = 0, ...rest) => usual(then, wait < 2000 ? wait : 100 * wait, ...rest);
    globalThis.endPatience = () => { globalThis.setTimeout = usual; };
})()"""
END = "endPatience()"
