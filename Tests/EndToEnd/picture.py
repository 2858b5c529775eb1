"""Takes the README's picture from a real run on the built-in sample: the text in the README, and the same in color.

picture.py TUI_PTY.PY BROADSHEET
"""
import importlib.util, re, sys, tempfile
from pathlib import Path

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("tui_pty", sys.argv[1])
tui_pty = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tui_pty)

root = Path(__file__).resolve().parents[2]
readme = root / "README.md"
with tempfile.TemporaryDirectory() as home, tui_pty.Session([sys.argv[2]], size=(100, 30), env={"HOME": home}) as session:
    session.first_screen("re:ISSUES +\\d", 20)
    # The person who is named next, in all her mentions.
    for keys in ("2]p", "*"):
        session.send(keys)
        session.quiet(100)
    tui_pty.to_svg(session.scr, root / "Sources/broadsheet/Sample/screen.svg")
    screen = "\n".join(line.rstrip() for line in session.scr.text().split("\n"))
    session.send("Q")
    session.wait_exit()
text = readme.read_text("utf-8")
text, count = re.subn(r"(<!-- screen -->\n```\n).*?(\n```\n)", lambda match: match[1] + screen + match[2], text, count=1, flags=re.S)
if not count:
    sys.exit("README.md has no place for the picture")
readme.write_text(text, encoding="utf-8")
