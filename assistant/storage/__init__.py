"""What is kept on disk: phrases, settings, usage. Every write is whole or did not happen."""
