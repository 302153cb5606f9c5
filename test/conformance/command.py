"""Runs gossamer with a limit of time and output, and learns how the run ended."""
import os
import resource
import signal
import subprocess
import tempfile
from dataclasses import dataclass

MOST_OUTPUT = 64 << 20


@dataclass
class Ended:
    status: int  # negative: the signal that ended it
    output: bytes  # standard output and standard error, in the order written
    how: str = ""  # gossamer's report: returned, exited N, panicked, fatal, stopped, rejected; empty: none came
    timed_out: bool = False

    @property
    def text(self):
        return self.output.decode("utf-8", "replace")

    @property
    def crash(self):
        """What ended the process from outside Go: a signal, an assertion; empty if nothing did."""
        if self.status >= 0 or self.timed_out:
            return ""
        name = signal.Signals(-self.status).name if -self.status in list(signal.Signals) else f"signal {-self.status}"
        lines = [line for line in self.text.splitlines() if "gossamer:" in line or "CHECK" in line]
        return name + (": " + lines[-1] if lines else "")


class Gossamer:
    def __init__(self, binary, seconds, goroot=""):
        self.binary = binary
        self.seconds = seconds
        self.environment = {"TZ": "UTC", **({"GOROOT": goroot} if goroot else {})}  # as the go command sets it

    def run(self, operands, cwd, environment=None, flags=(), seconds=0):
        """`gossamer run` of files or a folder, with the program's arguments after them."""
        reader, writer = os.pipe()
        try:
            command = [self.binary, "run", f"--report-end={writer}", *flags, *operands]
            ended = self.start(command, cwd, environment, seconds, [writer])
            os.close(writer)
            writer = -1
            ended.how = os.read(reader, 100).decode().strip()
            return ended
        finally:
            os.close(reader)
            if writer >= 0:
                os.close(writer)

    def check(self, operands, cwd, flags=(), every_error=True):
        return self.start([self.binary, "check", *(["-e"] if every_error else []), *flags, *operands], cwd)

    def lower(self, operands, cwd, flags=()):
        """Compiles everything down to bytecode, which is verified."""
        return self.start([self.binary, "dump", "-e", "--bytecode", *flags, *operands], cwd, only_errors=True)

    def start(self, command, cwd, environment=None, seconds=0, descriptors=(), only_errors=False):
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL if only_errors else output, stderr=output,
                                       env={**os.environ, **self.environment, **(environment or {})}, pass_fds=descriptors,
                                       start_new_session=True)
            try:
                resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (MOST_OUTPUT, MOST_OUTPUT))
                resource.prlimit(process.pid, resource.RLIMIT_CORE, (0, 0))
            except ProcessLookupError:
                pass  # it has ended already
            timed_out = False
            try:
                process.wait(seconds or self.seconds)
            except subprocess.TimeoutExpired:
                timed_out = True
            self.end_group(process)
            output.seek(0)
            return Ended(process.returncode, output.read(), timed_out=timed_out)

    @staticmethod
    def end_group(process):
        """The process and what it started; its session is its own, so nothing else is in the group."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        process.wait()
