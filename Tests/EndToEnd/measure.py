"""What the program costs on a terminal: the first paint beside that of less, keys, writes a frame, wake-ups when idle.

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
    verdict(ours <= 2 * theirs, f"first paint of 5 kB, analyzed: {ours:.2f} ms of CPU; less {theirs:.2f} ms; ratio {ours / theirs:.2f}, at most 2")


# A long one with names and quotations, so that lines change color as they do in the news.
long_article = os.path.join(folder, "names.txt")
with open(long_article, "w", encoding="utf-8") as file:
    file.write("Ferry talks resume in Oslo\n\n")
    for day in range(1, 400):
        file.write(f"Mara Oyelaran, the mayor of Bergen, said on day {day} that the ferry to Stavanger must sail. \u201cWe need that ferry,\u201d "
                   f"she told Mads Ravnholt in Copenhagen. Ravnholt opposes the ferry levy, which Denmark{'' if day % 3 else ' and Norway'} backed.\n\n")

# A page is bound by its bytes, which no neighbor changes; a line and a page by the least processor time of some rounds.
with session([binary, long_article]) as running:
    running.first_screen("Ferry talks", 15)
    running.wait_text("re:ISSUES +\\d", 20)
    # The screen was analyzed first; what the rest changes in the panes is no answer to a key.
    running.quiet(1000, 20)
    rounds = {key: [running.key_stats(key, 20, 15) for _ in range(4)] for key in ("j", "<PgDn>")}
    for key, name, most_bytes, most_time in (("j", "a line", 3000, 800), ("<PgDn>", "a page", 3000, 1000)):
        size = max(found["bytes_max"] for found in rounds[key])
        time = min(found["cpu_us"] for found in rounds[key])
        verdict(size <= most_bytes, f"{name} further beside panes: {size} bytes, at most {most_bytes}")
        verdict(time <= most_time, f"{name} further beside panes: {time:.0f} us of CPU, at most {most_time}")
    running.send("g")
    running.quiet(60)
    before = running.cpu()[0]
    drained = running.flood("j", 1000)
    time = (running.cpu()[0] - before) / 1e6
    verdict(drained["all_sent"] and time <= 40, f"a thousand held keys: {time:.1f} ms of CPU, at most 40; {drained['bytes']} bytes")
    leave(running)


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
