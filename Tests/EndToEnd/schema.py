"""Holds real output against the JSON Schema that the program prints, and the schema against what it must refuse.

schema.py BROADSHEET SAMPLE.txt FOLDER [CORPUS.json...]

Needs jsonschema. A corpus file holds an article or a list of them, each with its "text".
"""
import copy, json, os, subprocess, sys

import jsonschema

binary, sample, folder = sys.argv[1:4]
failed = False
checked = 0


def complain(message):
    global failed
    failed = True
    print("  FAILED", message)


def run(*arguments, given=None, status=0):
    """The lines of standard output; what the program says besides is its own affair unless it ends badly."""
    result = subprocess.run([binary, "analyze", *arguments], input=given, capture_output=True, timeout=60, stdin=None if given is not None else subprocess.DEVNULL)
    if result.returncode != status:
        complain(f"analyze {' '.join(arguments)} ended with {result.returncode}, not {status}: {result.stderr.decode()[-300:]}")
    if status and not result.stderr:
        complain(f"analyze {' '.join(arguments)} failed in silence")
    return result.stdout.decode("utf-8")


schema = json.loads(run("--schema"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)


def check(value, what):
    """One object: valid, its spans inside the text and in order."""
    global checked
    checked += 1
    error = jsonschema.exceptions.best_match(validator.iter_errors(value))
    if error:
        complain(f"{what}: {error.json_path}: {error.message[:300]}")
    if "error" in value:
        return
    size = len(value["text"])

    def walk(node, path):
        if isinstance(node, dict):
            for key, part in node.items():
                walk(part, f"{path}.{key}")
        elif isinstance(node, list):
            if len(node) == 2 and all(type(number) is int for number in node) and not path.endswith(".days"):
                if not 0 <= node[0] < node[1] <= size:
                    complain(f"{what}: {path} is {node}, the text has {size} characters")
                return
            for row, part in enumerate(node):
                walk(part, f"{path}[{row}]")

    walk({key: part for key, part in value.items() if key != "text"}, "$")
    ids = {kind: {row["id"] for row in value[kind]} for kind in ("entities", "actors", "places")}
    for mention in value["mentions"]:
        for key, kind in (("entity", "entities"), ("actor", "actors"), ("place", "places")):
            if mention.get(key) is not None and mention[key] not in ids[kind]:
                complain(f"{what}: a mention names {mention[key]}, which is none of the {kind}")
    for issue in value["issues"]:
        for position in issue["positions"]:
            if position["actor"] not in ids["actors"]:
                complain(f"{what}: a position names {position['actor']}, which is none of the actors")


# An article as the program prints it for people, and the same on one line.
pretty = json.loads(run(sample))
check(pretty, "the sample")
for kind in ("actors", "places", "issues", "quotations", "times", "mentions", "blocks", "sentences"):
    if not pretty[kind]:
        complain(f"the sample has no {kind}")
if json.loads(run("--format", "jsonl", sample)) != pretty:
    complain("the sample on one line is another analysis")
check(json.loads(run("--layers", "sentences", sample)), "the sample's sentences alone")
check(json.loads(run("-", given=b"One line without an end")), "a line without an end")

# Files in their order, a missing one and a program among them.
program = os.path.join(folder, "program.bin")
with open(program, "wb") as file:
    file.write(b"\x7fELF\x02\x01\x01" + bytes(60))
answers = [json.loads(line) for line in run("--format", "jsonl", sample, "no-such.txt", program, sample, status=1).splitlines()]
if ["error" in answer for answer in answers] != [False, True, True, False]:
    complain("four files gave " + str([answer.get("error", "an analysis") for answer in answers]))
for answer in answers:
    check(answer, "one of four files")

# Lines: what is no article gives its error in its place, odd texts go through.
with open(sample, encoding="utf-8") as file:
    text = file.read()
odd = [
    "", " ", "\n\n\n", "a", "\u0000\u0001\u001b[2J", "“", "\ud83d\ude80 Mara met \u202eIvo\u202c.", "é" * 3000, "\u200b" * 50, "A" * 20000,
    "Mr. " * 500, "“" * 500 + "Stop,” he said.", "He said that he said that " * 200, "\r\nLine.\r\n\r\nLine.\r", "日本語の記事。" * 40,
    "Le ministre a déclaré que la réforme des retraites sera présentée au parlement. " * 10, "- a\n- b\n- c\n", "x\n" * 2000, "1.5 2.5.2026 " * 200,
    "Velia and Tessaly disagree over the islands. " * 100, text * 3, text[::-1], text.upper(), text.replace("\n\n", "\n"), text.replace(" ", "\n"),
]
good = [{"id": row, "text": part} for row, part in enumerate(odd)]
good += [{"id": "t", "text": text, "title": "Talks", "published": "2026-01-29", "url": "https://example.org/"}, {"text": text}]
bad = ["no JSON", "", "[]", "{}", '{"id":"x"}', '{"id":"x","text":3}', '{"id":"x","text":"a"', "null", '{"id":[1],"text":"a"}', '"\\ud800"']
lines = [json.dumps(article) for article in good] + bad + [json.dumps(good[-1])]
answers = run("--jsonl", given="\n".join(lines).encode(), status=1).splitlines()
if len(answers) != len(lines):
    complain(f"{len(lines)} lines gave {len(answers)}")
for row, (line, answer) in enumerate(zip(lines, answers)):
    answer = json.loads(answer)
    check(answer, f"line {row}")
    if "error" in answer and row < len(good):
        complain(f"line {row} is an article: {answer['error']}")
    if "error" not in answer:
        if row in range(len(good), len(good) + len(bad)):
            complain(f"line {row} is none: {line}")
        elif answer["text"] != json.loads(line)["text"] or answer["id"] != json.loads(line).get("id"):
            complain(f"line {row}: id or text is not the input's")

# Articles of other people's, where there are any beside us.
for path in sys.argv[4:]:
    with open(path, encoding="utf-8") as file:
        articles = json.load(file)
    articles = articles if isinstance(articles, list) else [articles]
    articles = [{"id": row, "text": article["text"]} for row, article in enumerate(articles) if isinstance(article, dict) and article.get("text")]
    for row, answer in enumerate(run("--jsonl", given="\n".join(map(json.dumps, articles)).encode()).splitlines()):
        check(json.loads(answer), f"{os.path.basename(path)} {row}")

# A schema that takes anything would have let all of this pass.
for damage in (
    lambda value: value.pop("blocks"), lambda value: value.update(schema="broadsheet/9"), lambda value: value["blocks"][0].update(kind="mood"),
    lambda value: value["mentions"][0].update(span=[1]), lambda value: value["actors"][0].update(salience=2),
    lambda value: value["issues"][0].update(positions=None), lambda value: value["quotations"][0].pop("parts"),
):
    value = copy.deepcopy(pretty)
    damage(value)
    if validator.is_valid(value):
        complain("the schema takes what it must not")

print(f"  {checked} objects checked")
sys.exit(1 if failed else 0)
