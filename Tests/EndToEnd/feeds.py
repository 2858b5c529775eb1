"""Refreshes five hundred feeds of a hundred hosts of this machine with the release, and holds it to its goals.

feeds.py BROADSHEET FOLDER

Each feed has 20 kB. The goals are 5 seconds on two cores that nothing else uses, and 100 MB; where the machine is shared
the processor's time is what counts, and the wall clock is given room.
"""
import http.server, os, random, resource, socketserver, subprocess, sys, threading, time

binary, folder = sys.argv[1:]
FEEDS, HOSTS, SIZE = 500, 100, 20_000
SECONDS, PROCESSOR, MEGABYTES = 60, 5, 100
WORDS = "harbor ferry minister council quarry vote fees union docks port lighthouse island talks strait of a to and in said".split()
picked = random.Random(8)


def feed(number):
    items, size = [], 0
    while size < SIZE:
        text = " ".join(picked.choice(WORDS) for _ in range(120))
        items.append(f"<item><title>Item {len(items)} of {number}</title><link>/{number}/{len(items)}</link>"
                     f"<guid>{number}-{len(items)}</guid><pubDate>Thu, 29 Jan 2026 0{len(items) % 10}:00:00 GMT</pubDate>"
                     f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>")
        size += len(items[-1])
    return f"<rss version='2.0'><channel><title>Feed {number}</title>{''.join(items)}</channel></rss>".encode(), len(items)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        tag = f'"{self.path}"'
        isKnown = self.headers.get("If-None-Match") == tag
        body = b"" if isKnown else bodies[int(self.path[1:])][0]
        self.send_response(304 if isKnown else 200)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads, request_queue_size = True, 64


bodies = [feed(number) for number in range(FEEDS)]
servers = [Server((f"127.0.{host}.1", 0), Handler) for host in range(HOSTS)]
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
addresses = [f"http://{s.server_address[0]}:{s.server_address[1]}/{n}" for n in range(FEEDS) for s in [servers[n % HOSTS]]]
opml = os.path.join(folder, "feeds.opml")
with open(opml, "w") as file:
    outlines = "".join(f"<outline text='Feed {n}' type='rss' xmlUrl='{address}'/>" for n, address in enumerate(addresses))
    file.write(f"<opml version='2.0'><body><outline text='News'>{outlines}</outline></body></opml>")
failed = False


def run(wanted, *arguments):
    """The processor's seconds, those of the clock and the megabytes at most of one run."""
    global failed
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    result = subprocess.run([binary, "feeds", *arguments], capture_output=True, timeout=120, stdin=subprocess.DEVNULL,
                            env={"HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    last = (result.stdout.decode().splitlines() or [""])[-1]
    if result.returncode != 0 or last != wanted:
        failed = True
        print(f"  FAILED feeds {' '.join(arguments)}: {result.returncode}, {last!r}, {result.stderr.decode()[:200]!r}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, after.ru_maxrss / 1024


run(f"{FEEDS} feeds taken in.", "import", opml)
for name, wanted in (("all new", sum(count for _, count in bodies)), ("unchanged", 0)):
    processor, wall, megabytes = run(f"{FEEDS} feeds: {wanted} new articles.", "refresh")
    print(f"{FEEDS} feeds, {name}: {wall:.1f} s, {processor:.1f} s of the processor, {megabytes:.0f} MB")
    if processor > PROCESSOR or wall > SECONDS or megabytes > MEGABYTES:
        failed = True
        print(f"  FAILED at most {PROCESSOR} s of the processor, {SECONDS} s and {MEGABYTES} MB")
sys.exit(failed)
