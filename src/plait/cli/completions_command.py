"""`plait completions`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command("completions")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print what SHELL has to know to complete commands, options and files.

    \b
    bash: plait completions bash > ~/.local/share/bash-completion/completions/plait
    zsh:  plait completions zsh > FOLDER/_plait, for a FOLDER of $fpath
    fish: plait completions fish > ~/.config/fish/completions/plait.fish
    """
    from plait.cli.main import group

    kind = get_completion_class(shell)
    assert kind is not None, "click knows the shells that are offered"
    print(kind(group, {}, "plait", "_PLAIT_COMPLETE").source())
    return 0
