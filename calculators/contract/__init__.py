"""The machinery that turns one typed pure function into form, answer, link and command line.

Nothing in this package names a calculator.
"""
