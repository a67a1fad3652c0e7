"""Replies: answers to the proposals of deputies."""
