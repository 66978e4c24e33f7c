"""The one permission table: what each role lets a person do, and how far it lets them see.

Pages ask `permissions.may`, lists ask `permissions.reach`; both read this table, so that a list never shows what a page
refuses. What may be done to a case in which state is the business of `procedure`; this says who may come to the page.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from jijuqu.procedure.roles import Role
from jijuqu.words.accounts import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jijuqu.words.text import Text


class Permission(StrEnum):
    """Something that a page or a command lets people do."""

    SEE_CASES = "see_cases"
    PLAN = "plan"
    ORGANISE_REVIEW = "organise_review"
    GIVE_OPINION = "give_opinion"
    SIGN_OPINION = "sign_opinion"
    ASSESS = "assess"
    DECIDE = "decide"
    RECEIVE = "receive"
    WRITE_LETTERS = "write_letters"
    REGISTER_PAPERS = "register_papers"
    ENTER_IN_PARK = "enter_in_park"
    ENTER_EXISTING = "enter_existing"
    PUBLISH = "publish"
    COMPARE_DISTRICTS = "compare_districts"
    SCREEN_SITES = "screen_sites"
    TRY_POLICY = "try_policy"
    KEEP_REFERENCE = "keep_reference"
    KEEP_PEOPLE = "keep_people"
    KEEP_SYSTEM = "keep_system"
    AUDIT = "audit"

    @property
    def label(self) -> Text:
        """What people call it."""
        return PERMISSIONS[self]


class Sight(StrEnum):
    """How far a role sees: every case, those of one quota holder, those its organisation was asked about, or none."""

    EVERYTHING = "everything"
    HOLDER = "holder"
    ORGANISATION = "organisation"
    NOTHING = "nothing"


GRANTED: Mapping[Role, frozenset[Permission]] = {
    Role.DRAFTER: frozenset(
        {
            Permission.SEE_CASES,
            Permission.PLAN,
            Permission.ORGANISE_REVIEW,
            Permission.WRITE_LETTERS,
            Permission.REGISTER_PAPERS,
            Permission.ENTER_IN_PARK,
            Permission.SCREEN_SITES,
        }
    ),
    Role.DISTRICT_LEADER: frozenset({Permission.SEE_CASES, Permission.DECIDE}),
    Role.REVIEWER: frozenset({Permission.SEE_CASES, Permission.GIVE_OPINION}),
    Role.SIGNATORY: frozenset({Permission.SEE_CASES, Permission.GIVE_OPINION, Permission.SIGN_OPINION}),
    Role.EXPERT: frozenset({Permission.ASSESS}),
    Role.CITY_OFFICER: frozenset(
        {
            Permission.SEE_CASES,
            Permission.ORGANISE_REVIEW,
            Permission.RECEIVE,
            Permission.WRITE_LETTERS,
            Permission.REGISTER_PAPERS,
            Permission.ENTER_IN_PARK,
            Permission.ENTER_EXISTING,
            Permission.PUBLISH,
            Permission.COMPARE_DISTRICTS,
            Permission.SCREEN_SITES,
            Permission.TRY_POLICY,
            Permission.KEEP_REFERENCE,
        }
    ),
    Role.CITY_LEADER: frozenset(
        {
            Permission.SEE_CASES,
            Permission.DECIDE,
            Permission.COMPARE_DISTRICTS,
            Permission.SCREEN_SITES,
            Permission.TRY_POLICY,
        }
    ),
    Role.SYSTEM_ADMIN: frozenset({Permission.KEEP_SYSTEM, Permission.KEEP_REFERENCE}),
    Role.SECURITY_ADMIN: frozenset({Permission.KEEP_PEOPLE}),
    Role.AUDITOR: frozenset({Permission.SEE_CASES, Permission.AUDIT}),
}

SIGHTS: Mapping[Role, Sight] = {
    Role.DRAFTER: Sight.HOLDER,
    Role.DISTRICT_LEADER: Sight.HOLDER,
    Role.REVIEWER: Sight.ORGANISATION,
    Role.SIGNATORY: Sight.ORGANISATION,
    Role.EXPERT: Sight.NOTHING,  # an expert sees the panels that they sit on, which `cases` knows
    Role.CITY_OFFICER: Sight.EVERYTHING,
    Role.CITY_LEADER: Sight.EVERYTHING,
    Role.SYSTEM_ADMIN: Sight.NOTHING,
    Role.SECURITY_ADMIN: Sight.NOTHING,
    Role.AUDITOR: Sight.EVERYTHING,
}

# Whose word binds others, or who could let themselves do anything: a password alone is not enough for them.
NEED_SECOND_FACTOR = frozenset(
    {
        Role.DISTRICT_LEADER,
        Role.CITY_LEADER,
        Role.SIGNATORY,
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN,
        Role.AUDITOR,
    }
)
