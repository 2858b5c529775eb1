"""Runs the scenarios of a file, a line each; of one that fails, the step and the screen.

scenarios.py TUI_PTY.PY SCENARIOS.json NAME=VALUE... (OUT: a folder for pictures of the screens)
"""
import importlib.util, json, sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("tui_pty", sys.argv[1])
tui_pty = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tui_pty)

variables = dict(argument.split("=", 1) for argument in sys.argv[3:])
with open(sys.argv[2], encoding="utf-8") as file:
    scenarios = json.load(file)
failed = 0
for scenario in scenarios:
    # A machine that is busy now may be idle a moment later: what is wrong is so twice.
    result = tui_pty.run_scenario(scenario, variables.get("OUT"), variables)
    if not result["ok"]:
        result = tui_pty.run_scenario(scenario, variables.get("OUT"), variables)
    print(f"  {'ok    ' if result['ok'] else 'FAILED'} {scenario['name']}", flush=True)
    if result["ok"]:
        continue
    failed += 1
    bad = [step for step in result["steps"] if not step.get("ok", True)]
    screen = bad[0].get("screen", "") if bad else ""
    for step in bad:
        step.pop("screen", None)
        print("   ", json.dumps(step, ensure_ascii=False, default=str))
    print("\n".join("    | " + line for line in screen.split("\n")))
sys.exit(1 if failed else 0)
