"""Reads the exports of the release back with the programs of their field.

exports.py BROADSHEET FOLDER ARTICLE...

GraphML with networkx, the tables with csv, DL with a reader of its grammar; the page in headless Chromium, whose
keys are pressed. Counts are held against the JSON of the same articles.
"""
import csv, html.parser, io, json, os, re, subprocess, sys

import networkx

binary, folder, *articles = sys.argv[1:]
failed = False
SIGNS = {"supports": 1, "proposes": 1, "demands": 1, "asserts": 1, "opposes": -1, "rejects": -1, "denies": -1, "doubts": -1, "neutral": 0, "unspecified": 0}


def check(holds, message):
    global failed
    if not holds:
        failed = True
        print("  FAILED", message)


def run(*arguments):
    result = subprocess.run([binary, "analyze", *arguments, *articles], capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    check(result.returncode == 0, f"analyze {' '.join(arguments)} ended with {result.returncode}: {result.stderr.decode()[-200:]}")
    return result.stdout.decode("utf-8")


analyses = [json.loads(line) for line in run("--format", "jsonl").splitlines()]
positions = []
for analysis in analyses:
    names = {actor["id"]: actor["name"] for actor in analysis["actors"]}
    for issue in analysis["issues"]:
        positions += [(analysis, issue["label"], names[position["actor"]], position) for position in issue["positions"]]
check(len(positions) > 3, "the articles hold hardly a position")

# The event list: DNA counts in UTF-16 units.
units = {analysis["id"]: analysis["text"].encode("utf-16-le") for analysis in analyses}
for name, wanted in (("dna", lambda sign: sign != 0), ("dna-unsigned", lambda sign: sign == 0)):
    rows = list(csv.DictReader(io.StringIO(run("--format", name)), delimiter=";"))
    expected = [(a, label, actor, p, span) for a, label, actor, p in positions if wanted(SIGNS[p["stance"]]) for span in p["evidence"]]
    check(len(rows) == len(expected), f"{name} has {len(rows)} rows, not {len(expected)}")
    check([row["statement_id"] for row in rows] == [str(n + 1) for n in range(len(rows))], f"{name}: statements are not numbered")
    for row, (analysis, label, actor, position, span) in zip(rows, expected):
        clean = lambda text: re.sub(r"\s", " ", text).replace(";", ",").replace('"', "'")
        sign = SIGNS[position["stance"]]
        check(row["agreement"] == {1: "1", -1: "0", 0: ""}[sign], f"{name}: agreement {row['agreement']} of {position['stance']}")
        check(clean(actor) in (row["person"], row["organization"]), f"{name}: {actor} is in neither column")
        check(row["concept"] == clean(label), f"{name}: concept {row['concept']}")
        text = units[analysis["id"]][2 * int(row["start_position"]) : 2 * int(row["stop_position"])].decode("utf-16-le")
        check(clean(" ".join(text.split())) == " ".join(row["text"].split()), f"{name}: positions lead to {text[:60]!r}")

# Both files at once, whole or not at all.
target = os.path.join(folder, "events.csv")
open(target, "w").write("old")
run("--format", "dna", "--output", target)
check(open(target).read() == run("--format", "dna"), "--output differs from standard output")
check(open(target + ".unsigned").read() == run("--format", "dna-unsigned"), "the unsigned list differs")
check(not [name for name in os.listdir(folder) if name.startswith("events.csv.") and name != "events.csv.unsigned"], "a temporary file stays")
refused = subprocess.run([binary, "analyze", "--output", os.path.join(folder, "none/here.json"), *articles], capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
check(refused.returncode == 1 and b"cannot be written" in refused.stderr, "an impossible output is not refused")

# The matrix, twice.
rows = list(csv.reader(io.StringIO(run("--format", "csv")), delimiter=";"))
weights = {}
for _, label, actor, position in positions:
    weights[actor] = weights.get(actor, 0) + SIGNS[position["stance"]]
sums = {}
for row in rows[1:]:
    check(len(row) == len(rows[0]), "a row of the matrix is short")
    name = re.sub(r" \([^()]*\)$", "", row[0])
    sums[name] = sums.get(name, 0) + sum(map(int, row[1:]))
check({name.replace('"', "'"): weight for name, weight in weights.items()} == sums, f"the matrix sums to {sums}, not {weights}")
lines = run("--format", "dl").splitlines()
head = re.fullmatch(r"dl nr = (\d+), nc = (\d+), format = fullmatrix", lines[0])
check(head is not None, f"dl begins with {lines[0]}")
if head:
    nr, nc = map(int, head.groups())
    check(lines[1] == "row labels:" and lines[nr + 2] == "col labels:" and lines[nr + nc + 3] == "data:", "dl: sections are not where the numbers say")
    data = [list(map(int, line.split())) for line in lines[nr + nc + 4 :]]
    check(data == [list(map(int, row[1:])) for row in rows[1:]], "dl and csv differ")
    check([line.strip('"') for line in lines[2 : nr + 2]] == [row[0] for row in rows[1:]], "dl's labels differ")

# GraphML.
graph = networkx.parse_graphml(run("--format", "graphml"), force_multigraph=True)
check(graph.number_of_edges() == len(positions), f"{graph.number_of_edges()} edges for {len(positions)} positions")
for one, other, data in graph.edges(data=True):
    kinds = {graph.nodes[one]["type"], graph.nodes[other]["type"]}
    check(kinds == {"actor", "concept"}, f"an edge joins {kinds}")
    check(data["weight"] == SIGNS[data["stance"]] and data["count"] >= 1, f"an edge weighs {data['weight']} for {data['stance']}")

sheet = list(csv.DictReader(io.StringIO(run("--format", "codesheet")), delimiter=";"))
check(len(sheet) == sum(len(analysis["issues"]) for analysis in analyses), "the code sheet lacks issues")
check(all(row["rule"] and row["parties"] for row in sheet), "the code sheet lacks a rule or parties")


# The page.
class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.targets, self.anchors = [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.anchors.append(attributes["id"])
        if "href" in attributes:
            self.targets.append(attributes["href"])


page = os.path.join(folder, "page.html")
run("--format", "html", "--output", page)
source = open(page).read()
links = Links()
links.feed(source)
check(len(links.anchors) == len(set(links.anchors)), "anchors are double")
check(links.targets and all(target[0] == "#" and target[1:] in links.anchors for target in links.targets), "a link leads nowhere")
check(re.search(r"(src|href)\s*=\s*[\"'](?!#)", source) is None, "the page fetches something")

chromium = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if os.path.exists(path)), None)
if chromium is None:
    print("  (no Chromium here: the page was not opened)")
    check("CI" not in os.environ, "Chromium is missing where it must be there")
else:
    script = """<script>
    const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const told = [];
    press("n"); told.push(document.activeElement.closest(".text") !== null);
    const first = document.activeElement; press("n"); told.push(document.activeElement !== first);
    press("N"); told.push(document.activeElement === first);
    first.click(); told.push(document.querySelectorAll(".text a.on").length > 0);
    told.push(document.querySelector(first.getAttribute("href")).open === true);
    press("n"); told.push(document.activeElement.getAttribute("href") === first.getAttribute("href"));
    press("Escape"); told.push(document.querySelectorAll(".text a.on").length === 0);
    const proof = document.querySelector("aside li a"); proof.click();
    told.push(document.querySelector(proof.getAttribute("href")).classList.contains("on"));
    press("?"); told.push(document.querySelector(".keys").hidden === false);
    document.title = "told " + told.join(" ");
    </script></body>"""
    driven = os.path.join(folder, "driven.html")
    open(driven, "w").write(source.replace("</body>", script))
    result = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium", "--dump-dom", "file://" + driven], capture_output=True, timeout=90, stdin=subprocess.DEVNULL)
    title = re.search(r"<title>(.*?)</title>", result.stdout.decode("utf-8", "replace"))
    check(title is not None and title[1] == "told " + " ".join(["true"] * 9), f"in the browser: {title and title[1]}")

print("  exports", "FAILED" if failed else f"ok: {len(positions)} positions of {len(analyses)} articles")
sys.exit(failed)
