"""The command `ntr`: talks to people. Commands are imported when they are called."""

import gc
import sys
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

import click

from hjemmel import __version__
from hjemmel.cli.exit_codes import ended
from hjemmel.cli.norwegian import speak_norwegian
from hjemmel.cli.options import OPTIONS
from hjemmel.cli.streams import guard_streams

HELP = "Regelverk som kan leses opp, kjøres og bevises."
_COMMANDS = {
    "ny": "lager et lite regelverk å begynne med",
    "omvisning": "viser på én skjerm hva programmet kan",
    "vurder": "vurderer en eller flere saker",
    "forklar": "gir hele begrunnelsen for en norm, eller forklarer en feilkode",
    "kontroller": "kontrollerer regelfiler",
    "bevis": "finner det reglene sier uten å mene det, bevist for alle saker",
    "formater": "skriver regelfiler på den ene faste måten",
    "sammenlign": "viser hva som skiller to utgaver av et regelverk, og for hvem",
    "gjennomgang": "samler alt du bør se etter en endring av reglene på én side",
    "arbeidsbenk": "åpner reglene i nettleseren: endre, og se straks hva det fører til",
    "dekning": "gjør rede for hver setning i kildene og hver norm",
    "kilder": "holder en ny tekst av en kilde mot redegjørelsen, og sier hva som må gjøres",
    "test": "prøver reglene mot saker med kjent svar, og viser hvor mye de dekker",
    "skjema": "viser hvilke opplysninger et regelverk spør etter",
    "sprakserver": "svarer en editor mens noen skriver regler",
}


class _Commands(click.Group):
    """The commands by name; the module of each is named after it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help text."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"hjemmel.cli.{cmd_name}")
        command: click.Command = module.command
        if command.help is None:
            from hjemmel.cli.docstrings import written_in

            command.help = written_in(module).get("command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the names to choose among where there is no such command."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as unknown:
            raise click.NoSuchCommand(args[0], possibilities=_COMMANDS, ctx=ctx) from unknown

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help text, without importing the commands."""
        del ctx
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(_COMMANDS.items()))

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        """As a process, whatever its streams; nothing is garbage before a rulebook is loaded."""
        gc.disable()
        guard_streams()
        try:
            self.main(*args, **kwargs)
        finally:
            gc.freeze()

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Norwegian in UTF-8 whatever the terminal says, and always an exit code of ours."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        speak_norwegian()
        kwargs["standalone_mode"] = False
        ended(partial(super().main, *args, **kwargs))


@click.command(
    cls=_Commands,
    help=HELP,
    options_metavar=OPTIONS,
    subcommand_metavar="KOMMANDO …",
    context_settings={"help_option_names": ["--hjelp", "-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--versjon", message="ntr %(version)s", help="viser utgaven")
def main() -> None:
    """The command itself; its help is `HELP`."""
