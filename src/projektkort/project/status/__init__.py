"""Knows how a status report tells of its sub-projects, and which report it is. What is wrong with it, the rules say."""

from projektkort.project.status.accounts import with_accounts
from projektkort.project.status.flow import Flow, flow_of
from projektkort.project.status.heading import Headed, report_of
from projektkort.project.status.subprojects import Subprojects, subprojects_of

__all__ = ["Flow", "Headed", "Subprojects", "flow_of", "report_of", "subprojects_of", "with_accounts"]
