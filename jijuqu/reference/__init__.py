"""What decisions refer to, each with its days: working-day calendar, time limits, access lists, industry codes.

Nothing here is the notice's own: numbers that the notice only asks for are entered with their source, and pages say so.
"""
