"""The advice document: one frozen, language-specific value behind the screen and every file."""
