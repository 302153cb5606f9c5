"""Prints the exit status of a run and what it wrote to its --report-end descriptor.
usage: report_end.py GOSSAMER FILE.go ARGUMENT
"""
import os
import subprocess
import sys

gossamer, file, argument = sys.argv[1:]
reader, writer = os.pipe()
status = subprocess.run([gossamer, "run", f"--report-end={writer}", file, argument], pass_fds=[writer],
                        stderr=subprocess.DEVNULL).returncode
os.close(writer)
print(status, os.read(reader, 100).decode(), end="")
