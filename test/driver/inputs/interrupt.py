"""Starts a command, waits a little, sends it SIGINT and demands exit status 130 and its output."""
import signal
import subprocess
import sys
import time

process = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
time.sleep(0.7)
process.send_signal(signal.SIGINT)
process.wait(timeout=20)
output = process.stdout.read()
if process.returncode != 130 or output != b"started\n":
    sys.exit(f"exit status {process.returncode}, output {output!r}")
