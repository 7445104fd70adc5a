"""Values and rules. No Qt, no operating system, no disk, no clock of its own."""
