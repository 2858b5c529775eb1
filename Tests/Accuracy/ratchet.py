"""Raises the ratchet, the scores below which a change must not fall, to what has been reached.

ratchet.py SCORES.json [--lower]

SCORES.json is what the scoreboard writes for --json. Each limit is the score less 1 point, 3 on small sets, where that is
noise. A limit only rises; with --lower it becomes what the scores say even where that is less, which a commit must give
the reason for. Rows without a score, and rows that the scores leave out, stay as they are.
"""
import argparse, json
from pathlib import Path

RATCHET = Path(__file__).with_name("ratchet.json")
AREAS = ["entities", "coref", "quotes", "places", "issues", "sentences", "articles", "feeds"]
# As the scoreboard's README names them.
SMALL = ["entities.uner-ewt.", "entities.re3d.", "places.re3d.", "quotes.", "issues."]


def limit(name, row):
    """The score less its slack; for rows where less is better, more by it."""
    slack = 3 if any(name.startswith(small) for small in SMALL) else 1
    if row["lower"]:
        return round(row["score"] + slack, 2)
    return max(0.0, round(row["score"] - slack, 2))


def raised(old, scores, may_lower):
    """The new limits, and a line about each that moved."""
    new, lines = dict(old), []
    for name, row in scores["rows"].items():
        if row["score"] is None or name.split(".")[0] not in AREAS:
            continue
        reached, before = limit(name, row), old.get(name)
        if before is not None:
            best = min(before, reached) if row["lower"] else max(before, reached)
            reached = reached if may_lower else best
        if reached != before:
            lines.append(f"{name}: {'new' if before is None else before} -> {reached}")
        new[name] = reached
    return dict(sorted(new.items(), key=lambda item: (AREAS.index(item[0].split(".")[0]), item[0]))), lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores", type=Path)
    parser.add_argument("--lower", action="store_true")
    arguments = parser.parse_args()
    scores = json.loads(arguments.scores.read_text("utf-8"))
    if scores.get("quick"):
        parser.error("these are scores of samples (--quick), which do not count")
    old = json.loads(RATCHET.read_text("utf-8")) if RATCHET.exists() else {}
    new, lines = raised(old, scores, arguments.lower)
    RATCHET.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    print("\n".join(lines) or "nothing moved")


if __name__ == "__main__":
    main()
