"""`python -m bot`: refuses an old Python in words, then hands over to the command line."""

import gc
import sys

# Asked before anything is imported that an old Python cannot even read.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Second Wind needs Python 3.11 or later, and this is %d.%d. Install a newer one from "  # noqa: UP031
        "https://www.python.org/downloads/ and start again with it." % tuple(sys.version_info[:2])
    )

if __name__ == "__main__":
    try:
        from bot.cli import main

        code = main()
    except KeyboardInterrupt:  # Ctrl-C while the packages are still being read
        code = 0
    # Python remembers a Ctrl-C that fell into an exec() of text, as dataclasses do while they are read, and would
    # end by that signal, however it was answered; the next exec() makes it forget.
    exec("")
    gc.freeze()  # at its end Python would look through every object twice: seconds, on a busy machine
    sys.exit(code)
