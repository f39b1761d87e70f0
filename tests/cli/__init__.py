"""The command line: stdout bytes, stderr, exit codes, pipes."""
