"""What must not go out, or not without a second look."""
