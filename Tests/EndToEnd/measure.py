"""What the program costs on a terminal: the first paint beside that of less, writes a frame, wake-ups when idle.

measure.py TUI_PTY.PY BROADSHEET SAMPLE.txt FOLDER

Runs are interleaved and the least of several counts, so that a busy machine does not decide.
"""
import importlib.util, os, re, shutil, subprocess, sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("tui_pty", sys.argv[1])
tui_pty = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tui_pty)
binary, sample, folder = sys.argv[2:5]
environment = {"LESSHISTFILE": "-", "HOME": os.environ["HOME"]}
failed = False


def verdict(ok, text):
    global failed
    failed = failed or not ok
    print(f"  {'ok    ' if ok else 'FAILED'} {text}", flush=True)


def session(command):
    return tui_pty.Session(command, size=(110, 32), env=environment)


def leave(running):
    running.send("q")
    running.wait_exit()


# Five thousand bytes, whole paragraphs: the first screen and the analysis are both paid for in it.
article = os.path.join(folder, "article.txt")
with open(sample, encoding="utf-8") as file:
    text = file.read()
with open(article, "w", encoding="utf-8") as file:
    file.write((text * 2).encode()[:5000].decode("utf-8", "ignore"))


def paint(command):
    """Milliseconds of processor time until the screen stands, all threads."""
    with session(command) as running:
        screen = running.first_screen("Ferry talks", 15)
        leave(running)
    return screen["cpu_ms"] if screen["ok"] else float("inf")


if shutil.which("less"):
    ours, theirs = [], []
    for _ in range(9):
        theirs.append(paint(["less", article]))
        ours.append(paint([binary, article]))
    ours, theirs = min(ours), min(theirs)
    verdict(ours <= 3 * theirs, f"first paint of 5 kB, analyzed: {ours:.2f} ms of CPU; less {theirs:.2f} ms; ratio {ours / theirs:.2f}, at most 3")


# Every call that writes to the terminal must be a whole frame, and every frame one call.
calls = os.path.join(folder, "calls")
traced = ["strace", "-f", "-qq", "-e", "trace=write,writev", "-e", "signal=none", "-s", "8", "-o", calls]
can_trace = shutil.which("strace") and not subprocess.run([*traced, "true"], capture_output=True, timeout=20).returncode
if can_trace:
    with session([*traced, binary, article]) as running:
        running.first_screen("Ferry talks", 20)
        for key in ["j", "<PgDn>", "]p", "]q", "<Tab>", "<Enter>", "n", "n", "?", "?", "G", "g", "/ferr<Enter>", "z", "z"]:
            running.send(key)
            running.quiet(60)
        frames = running.scr.sync_frames
        leave(running)
    with open(calls, encoding="utf-8", errors="replace") as file:
        writes = sum(bool(re.search(r"writev?\(1,", line)) for line in file)
    # The last write gives the terminal back.
    verdict(frames > 10 and writes == frames + 1, f"one write a frame: {writes} writes, {frames} frames and the way out")
else:
    print("  not measured: writes a frame, for want of a strace that may trace")

with session([binary, article]) as running:
    running.first_screen("Ferry talks", 15)
    running.wait_text("re:ISSUES +\\d", 10)
    idle = running.idle(5)
    verdict(idle["wakeups"] == 0 and idle["bytes"] == 0, f"idle for 5 s: {idle['wakeups']} wake-ups, {idle['cpu_ms']:.2f} ms of CPU")
    leave(running)
sys.exit(1 if failed else 0)
