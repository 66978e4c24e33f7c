"""Clusters approved on paper (存量台账), from Excel or CSV with boundary files and scans.

`unpacked` opens what was handed in, `report_existing` says row by row what is new, what differs and what is wrong
before anything is written, `actions.enter_existing` writes it; `template` is the workbook to fill in.
"""
