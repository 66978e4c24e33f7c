"""What reading and measuring one upload may take. Far more than honest files need, so there is nothing to tune."""

CPU_S = 4
WALL_S = 4.2  # the server and its first start must not take more than 5 s together
GROWTH_BYTES = 640 * 1024 * 1024  # beyond what the process has when it is forked
