"""Runs a command with a terminal as its standard error and prints what it wrote there, escapes made visible."""
import os
import pty
import subprocess
import sys

outer, inner = pty.openpty()
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stderr=inner)
os.close(inner)
text = b""
while True:
    try:
        chunk = os.read(outer, 4096)
    except OSError:
        break
    if not chunk:
        break
    text += chunk
process.wait()
sys.stdout.write(text.decode().replace("\x1b", ""))
