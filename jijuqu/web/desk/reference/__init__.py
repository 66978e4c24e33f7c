"""规则与日历: what decisions refer to, kept version by version: calendar, time limits, parameters, access lists."""
