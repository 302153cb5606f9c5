"""Runs a command that must end with a given exit status, its standard error joined to its standard output.
usage: expect_exit.py STATUS COMMAND [arguments]
"""
import subprocess
import sys

done = subprocess.run(sys.argv[2:], stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
if done.returncode != int(sys.argv[1]):
    sys.exit(f"exit status {done.returncode}, expected {sys.argv[1]}")
