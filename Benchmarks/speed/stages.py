"""Where the time of a build goes, by stage: what `--timings` prints where this Hexapla has it, else samples of `perf`.

A sample counts for the innermost function on its stack that belongs to a stage: functions of Swift's own library, of the model and of
C libraries count for whoever called them. What the stack does not tell (C code without frame pointers) is named last.
"""
import argparse
import collections
import os
import re
import shutil
import subprocess
import tempfile

STAGES = ["start", "read", "parse", "segment", "align", "check", "requirements", "recover", "model and reports", "render", "write", "cache", "pipeline", "no caller told"]
LOST = STAGES[-1]
MODULES = {"FrontMatter": "parse", "YAML": "parse", "MarkdownSource": "parse", "Segmentation": "segment", "Alignment": "align", "Leverage": "align", "Checks": "check",
           "Requirements": "requirements", "SourceRecovery": "recover", "Reporting": "model and reports", "Rendering": "render", "LocaleData": "start",
           "History": "recover", "FileSystem": "read", "Pipeline": "pipeline", "hexapla": "pipeline"}
# Functions that belong to another stage than their module: the first pattern that fits.
FUNCTIONS = [(re.compile(r"^\$s4YAML.*|^\$s11FrontMatter.*"), "parse"), (re.compile(r"^\$s14MarkdownSource.*(BodyHTML|BodyPreparation|RenderedBody|BodyOptions)"), "render"),
             (re.compile(r"^\$s8Pipeline.*(Cache|Digest|Fingerprint)"), "cache"),
             (re.compile(r"^\$s10FileSystem.*(write|append|move|makeFolder|remove|lock)"), "write"),
             (re.compile(r"^(cmark_|_?S_|_?scan_|_?ext_scan|houdini|hexapla_cmark|yaml_)"), "parse")]
MODULE = re.compile(r"^\$s(\d+)(\w+)")


def stage_of(function):
    for pattern, stage in FUNCTIONS:
        if pattern.match(function):
            return stage
    named = MODULE.match(function)
    return MODULES.get(named.group(2)[: int(named.group(1))]) if named else None


def counted(text):
    """Samples of each stage in the output of `perf script -F ip,sym`: stacks, innermost function first, between empty lines."""
    samples = collections.Counter()
    for block in re.split(r"\n\s*\n", text):
        functions = [parts[1] for parts in (line.split(None, 1) for line in block.strip().split("\n")) if len(parts) == 2]
        if functions:
            stages = [stage for stage in map(stage_of, functions) if stage]
            # Data of languages is read through the YAML reader: that is the start, not a page.
            samples["start" if "start" in stages else stages[0] if stages else LOST] += 1
    return samples


def main(speed, arguments):
    parser = argparse.ArgumentParser(prog="run.py profile", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    speed.common(parser)
    parser.add_argument("--pages", type=int, default=speed.QUICK, help="source pages")
    parser.add_argument("--command", choices=["build", "check"], default="build")
    parser.add_argument("--perf", action="store_true", help="use perf even where Hexapla has --timings")
    options = parser.parse_args(arguments)
    options.jobs = options.jobs or 1
    with tempfile.TemporaryDirectory(prefix="hexapla-speed-", dir=speed.scratch_root(options)) as folder:
        os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "user-cache")
        hexapla = speed.Hexapla(options)
        if options.site:
            site = speed.Site(os.path.abspath(options.site[0]), options.site[0])
        else:
            place = os.path.join(folder, "content-site")
            speed.speed_site.make(place, speed.speed_site.Site(options.pages, options.seed))
            site = speed.Site(place, "generated")
        cache = os.path.join(folder, "cache") if options.cold == "cache" else None
        line = hexapla.arguments(options.command, site, os.path.join(folder, "out") if options.command == "build" else None, cache)
        if hexapla.hasTimings[options.command] and not options.perf:
            done = subprocess.run(line + ["--timings"], stdout=subprocess.DEVNULL if options.command == "check" else None)
            return 0 if done.returncode in (0, 1) else 2
        perf = shutil.which("perf")
        if not perf:
            print("skipped: this Hexapla has no --timings, and there is no perf")
            return 0
        data = os.path.join(folder, "perf.data")
        done = subprocess.run([perf, "record", "-q", "-F", "499", "--call-graph", "fp", "-o", data, "--", *line], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1) or not os.path.exists(data):
            print("perf failed: " + (done.stderr.strip().split("\n") or [""])[-1])
            return 2
        samples = counted(subprocess.run([perf, "script", "-i", data, "-F", "ip,sym"], capture_output=True, text=True, errors="replace").stdout)
        total = sum(samples.values())
        if not total:
            print("perf took no samples")
            return 2
        print("%s of %d pages, %d threads: %d samples" % (options.command, site.pages, options.jobs, total))
        for stage in STAGES:
            if samples[stage]:
                print("%-20s %5.1f %%  %8.3f ms a page" % (stage, 100 * samples[stage] / total, samples[stage] / 499 * 1e3 / site.pages))
    return 0
