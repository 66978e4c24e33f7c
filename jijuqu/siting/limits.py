"""What reading and measuring one upload may take. Far more than honest files need, so there is nothing to tune."""

CPU_S = 3
WALL_S = 3.5  # with the start of a command, or the drawing of a page, nobody waits longer than 5 s
GROWTH_BYTES = 640 * 1024 * 1024  # beyond what the process has when it is forked
