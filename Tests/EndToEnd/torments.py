"""The harness's own torments (tui_pty.py survive), a line each; each counts the first time it is run.

torments.py TUI_PTY.PY BROADSHEET KEYS
"""
import importlib.util, json, sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("tui_pty", sys.argv[1])
tui_pty = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tui_pty)


class Session(tui_pty.Session):
    """A session whose user says `fg` when random keys have hit Control-Z: a stopped program reads none of the others."""

    fuzzing = False
    answered = 0

    def fuzz(self, *arguments, **named):
        self.fuzzing = True
        try:
            return super().fuzz(*arguments, **named)
        finally:
            self.fuzzing = False

    def _pump(self, *arguments, **named):
        got = super()._pump(*arguments, **named)
        if self.fuzzing and self.stopped and self.exit is None:
            # As any shell does with a job that has stopped: it looks whether the terminal was given back. What was
            # written before the stop may still be on its way.
            for _ in range(100):
                if not super()._pump(0.02):
                    break
            left = self.tty_state()
            if left:
                print("    stopped with the terminal not restored:", *left)
                self.kill()
            else:
                Session.answered += 1
                self.resume()
        return got


tui_pty.Session = Session
results = tui_pty.survive([sys.argv[2]], "Ferry talks", "q", int(sys.argv[3]), size=(110, 32))
for name, result in results.items():
    print(f"  {'ok    ' if result['ok'] else 'FAILED'} {name}")
    if not result["ok"]:
        print("   ", json.dumps(result, ensure_ascii=False))
print(f"  the random keys stopped the program {Session.answered} times, and fg went on")
sys.exit(0 if all(result["ok"] for result in results.values()) else 1)
