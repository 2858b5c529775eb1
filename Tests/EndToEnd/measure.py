"""What the program costs on a terminal: the first paint beside that of less, writes a frame, wake-ups when idle.

measure.py TUI_PTY.PY BROADSHEET SAMPLE.txt FOLDER

Runs are interleaved and the least of several counts, so that a busy machine does not decide.
"""
import importlib.util, os, shutil, sys

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


def writes(running):
    """How often the program has called write, whatever to."""
    with open(f"/proc/{running.pid}/io", encoding="ascii") as file:
        return int(next(line.split()[1] for line in file if line.startswith("syscw")))


with session([binary, article]) as running:
    running.first_screen("Ferry talks", 15)
    running.wait_text("re:ISSUES +\\d", 10)
    running.quiet(200)
    calls, frames = writes(running), running.scr.sync_frames
    for key in ["j", "j", "<PgDn>", "]p", "]q", "<Tab>", "<Enter>", "n", "n", "?", "?", "G", "g", "/ferr<Enter>", "z", "z"]:
        running.send(key)
        running.quiet(40)
    calls, frames = writes(running) - calls, running.scr.sync_frames - frames
    verdict(frames > 10 and calls == frames, f"one write a frame: {calls} writes, {frames} frames")
    idle = running.idle(5)
    verdict(idle["wakeups"] == 0 and idle["bytes"] == 0, f"idle for 5 s: {idle['wakeups']} wake-ups, {idle['cpu_ms']:.2f} ms of CPU")
    leave(running)
sys.exit(1 if failed else 0)
