"""Organisations, people, what they are appointed to, what that lets them do, and what they are told."""
