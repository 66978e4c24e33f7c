"""The command `jijuqu`: a plot checked, the notice shown, the server started, the record verified."""

from __future__ import annotations

import sys
import traceback

import typer

from jijuqu.cli import admin, case_work, check, export, judge, notice, record, screen, server, what_if, worker
from jijuqu.cli.speech import refuse_crash
from jijuqu.words import command_line as words
from jijuqu.words import population, screening

CRASHED = 70  # EX_SOFTWARE of sysexits.h: neither a finding (0, 1, 3) nor unusable input (2)

app = typer.Typer(
    help="中小企业集聚区规划建设：选址条件自查、通知逐条、演示与服务、日志核验与备份。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("check", help=words.HELP["check"])(check.check)
app.command("screen", help=screening.HELP)(screen.screen)
app.command("judge", help=population.HELP["judge"])(judge.judge)
app.command("what-if", help=population.HELP["what_if"])(what_if.what_if)
app.command("readings", help=words.HELP["readings"])(notice.readings)
app.command("clauses", help=words.HELP["clauses"])(notice.clauses)
app.command("serve", help=words.HELP["serve"])(server.serve)
app.command("demo", help=words.HELP["demo"])(server.demo)
app.command("worker", help=words.HELP["worker"])(worker.worker)
app.add_typer(admin.app, name="admin", help=words.HELP["admin"])
app.command("cases", help=words.HELP["cases"])(case_work.cases)
app.command("letter", help=words.HELP["letter"])(case_work.letter)
app.command("replay", help=words.HELP["replay"])(case_work.replay)
app.command("verify", help=words.HELP["verify"])(record.verify)
app.command("head", help=words.HELP["head"])(record.head)
app.command("backup", help=words.HELP["backup"])(record.backup)
app.add_typer(export.app, name="export", help=words.HELP["export"])


def main() -> None:
    """Run the command; a crash says that it is one and ends with status 70."""
    try:
        app()
    except Exception as error:
        traceback.print_exc()
        refuse_crash(error)
        sys.exit(CRASHED)
