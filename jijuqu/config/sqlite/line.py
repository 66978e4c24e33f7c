"""The line in which those stand who want to write one SQLite database: first come, first served."""

from __future__ import annotations

import fcntl
import os
import threading
from collections import deque


class Line:
    """The threads of this process in the order they came, the first of them in line with the other processes.

    Between processes the line is a lock of the system on the file named `path`, which is let go even when a process is
    killed. It wakes whom it likes; but with one thread of each process waiting there, the processes take turns.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._is_taken = False

    def stand(self, seconds: float) -> int:
        """Wait for one's turn and return the place, to be given back. Raises TimeoutError after some seconds.

        Who has come to the front waits for another process for as long as that one writes.
        """
        self._wait(seconds)
        try:
            place = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(place, fcntl.LOCK_EX)
        except BaseException:
            self._let_next_in()
            raise
        return place

    def leave(self, place: int) -> None:
        """Let the next one in: another process before a thread of this one."""
        os.close(place)
        self._let_next_in()

    def _wait(self, seconds: float) -> None:
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        if not turn.acquire(timeout=seconds):
            with self._guard:
                if turn in self._waiting:
                    self._waiting.remove(turn)
                    raise TimeoutError(f"nobody was let in at {self._path} for {seconds} s")

    def _let_next_in(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False
