"""Runs the conformance tests of ECMA-262 on the second front end: `python -m fuzz.test262 CHECKOUT test/built-ins/Map`.

CHECKOUT is a folder with a copy of https://github.com/tc39/test262. Each test is compiled with the harness files that
it names, as a program without type checking, and run. What plait leaves out on purpose (`eval`, functions from text,
`with`, proxies, sloppy mode, shared memory, `Temporal`) is not counted. Shown are the shares by folder; `--failures`
names a file for what failed and why.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final, Literal

import plait
from plait.frontend.compile import no_files
from plait.frontend.next.translate import translate
from plait.source import SourceFile

Outcome = Literal["passed", "failed", "refused", "accepted", "limit", "internal", "left out"]
"""`refused` is a program that is right; `accepted` one that has an early error."""

SECONDS: Final = 4.0
MEMORY: Final = 256 << 20
MESSAGE: Final = 600
TESTS_OF_A_PROCESS: Final = 400

LEFT_OUT_FEATURES: Final = frozenset(
    {
        "Atomics",
        "Atomics.pause",
        "Atomics.waitAsync",
        "IsHTMLDDA",
        "Iterator.prototype.join",
        "Proxy",
        "ShadowRealm",
        "SharedArrayBuffer",
        "Temporal",
        "await-dictionary",
        "caller",
        "canonical-tz",
        "cross-realm",
        "dynamic-import",
        "error-stack-accessor",
        "hashbang",
        "host-gc-required",
        "immutable-arraybuffer",
        "import-attributes",
        "import-bytes",
        "import-defer",
        "import-text",
        "import.meta",
        "iterator-chunking",
        "iterator-includes",
        "iterator-sequencing",
        "joint-iteration",
        "json-modules",
        "json-parse-with-source",
        "legacy-regexp",
        "nonextensible-applies-to-private",
        "proxy-missing-checks",
        "source-phase-imports",
        "source-phase-imports-module-source",
        "tail-call-optimization",
        "top-level-await",
        "upsert",
    }
)
LEFT_OUT_FLAGS: Final = frozenset({"noStrict", "raw", "module", "CanBlockIsFalse", "CanBlockIsTrue"})
LEFT_OUT_TEXT: Final = re.compile(
    r"\beval\b|Function\s*\(\s*[\"'`]|\bFunction\(|GeneratorFunction\(|\$262\.(?!detach)|\bProxy\b|\bwith\s*\(|SharedArrayBuffer"
    r"|wellKnownIntrinsic|nativeFunctionMatcher|fnGlobalObject|\bIntl\b"
)
BRACE_OR_THIS: Final = re.compile(r"[{}]|(?<![.\w$'\"])this\b(?!['\"])")
COMMENT: Final = re.compile(r"//[^\n]*|/\*[\s\S]*?\*/")
CLASS_FROM_TEXT: Final = re.compile(r"return new Function\('return class My.*")
"""How a file of the harness makes classes from text."""
HEADER: Final = re.compile(r"/\*---(.*?)---\*/", re.DOTALL)
PRELUDE: Final = """// @ts-nocheck
function print(x) { console.log(x); }
class Test262Error extends Error {}
Test262Error.prototype.name = "Test262Error";
Test262Error.thrower = function (message) { throw new Test262Error(message); };
const $262 = { detachArrayBuffer(buffer) { buffer.transfer(); } };
function $DONOTEVALUATE() { throw "Test262: This statement should not be evaluated."; }
"""
ASYNC_PRELUDE: Final = "globalThis.$DONE = $DONE;\n"
COMPLETE: Final = "Test262:AsyncTestComplete"


@dataclass(frozen=True, slots=True)
class Header:
    """What a test says of itself."""

    flags: frozenset[str]
    features: frozenset[str]
    includes: tuple[str, ...]
    phase: str | None
    error: str | None
    """When which error is expected."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a test ended."""

    path: str
    outcome: Outcome
    message: str = ""


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path, help="the folder of the tests")
    parser.add_argument("paths", nargs="+", help="files and folders in it")
    parser.add_argument("--sample", type=int, help="so many of the tests, chosen at random")
    parser.add_argument("--seed", type=int, default=1, help="of the choice (default 1)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    parser.add_argument("--engine", default="interpreter", choices=["reference", "interpreter", "jit", "auto"])
    parser.add_argument("--failures", type=Path, help="a file for what failed")
    options = parser.parse_args()
    paths = sorted(_tests(options.checkout, options.paths))
    if options.sample is not None:
        paths = Random(options.seed).sample(paths, min(options.sample, len(paths)))
    run = partial(run_test, options.checkout, engine=options.engine)
    with get_context("spawn").Pool(options.jobs, maxtasksperchild=TESTS_OF_A_PROCESS) as pool:
        results = list(_noted(pool.imap(run, paths), options.failures))
    show(results)
    return 0 if all(item.outcome in ("passed", "left out") for item in results) else 1


def _noted(results: Iterable[Result], file: Path | None) -> Iterator[Result]:
    """Write each failure to the file, if one is wanted, as soon as it is known."""
    with nullcontext() if file is None else file.open("w", encoding="utf-8", buffering=1) as lines:
        for item in results:
            if lines is not None and item.outcome not in ("passed", "left out"):
                lines.write(f"{item.outcome}\t{item.path}\t{' / '.join(item.message.splitlines())}\n")
            yield item


def _tests(checkout: Path, paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        found = [checkout / path] if path.endswith(".js") else (checkout / path).rglob("*.js")
        for file in found:
            if not file.name.endswith("_FIXTURE.js"):
                yield str(file.relative_to(checkout))


def show(results: Sequence[Result]) -> None:
    """Print the share of passed tests by folder."""
    folders: dict[str, Counter[str]] = {}
    for item in results:
        folders.setdefault("/".join(item.path.split("/")[1:3]), Counter())[item.outcome] += 1
    for folder, counts in sorted(folders.items()):
        print(_row(folder, counts))
    print(_row("all", sum(folders.values(), Counter())))


def _row(name: str, counts: Counter[str]) -> str:
    applicable = counts.total() - counts["left out"]
    share = 100 * counts["passed"] / max(applicable, 1)
    others = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if outcome != "passed")
    return f"{name:44} {counts['passed']:5} of {applicable:5} {share:6.1f} %  {others}"


def run_test(checkout: Path, path: str, engine: str = "interpreter") -> Result:
    """Compile and run one test."""
    text = (checkout / path).read_text(encoding="utf-8")
    header = header_of(text)
    program = program_of(checkout, text, header)
    if program is None:
        return Result(path, "left out")
    is_early = header.phase in ("parse", "early")
    try:
        module = translate(SourceFile(path, program), no_files)
    except plait.CompileError as error:
        return Result(path, "passed") if is_early else Result(path, "refused", str(error)[:MESSAGE])
    except Exception as error:
        return Result(path, "internal", repr(error)[:MESSAGE])
    return Result(path, "accepted") if is_early else _run(path, module, header, engine)


def _run(path: str, module: plait.Module, header: Header, engine: str) -> Result:
    output: list[str] = []
    options = plait.VmOptions(engine=plait.Engine(engine), max_seconds=SECONDS, max_memory=MEMORY)
    try:
        plait.Vm(options, write=output.append).execute(module)
    except plait.GuestError as error:
        message = str(error)
        is_expected = header.error is not None and header.error in message
        return Result(path, "passed") if is_expected else Result(path, "failed", message[:MESSAGE])
    except plait.LimitError as error:
        return Result(path, "limit", str(error)[:MESSAGE])
    except Exception as error:
        return Result(path, "internal", repr(error)[:MESSAGE])
    if header.error is not None:
        return Result(path, "failed", f"no {header.error}")
    if "async" in header.flags and COMPLETE not in "".join(output):
        return Result(path, "failed", "".join(output)[:MESSAGE] or "it was not completed")
    return Result(path, "passed")


def program_of(checkout: Path, text: str, header: Header) -> str | None:
    """The program of a test: harness and test; None if it needs what is left out."""
    body = HEADER.sub("", text)
    if header.flags & LEFT_OUT_FLAGS or header.features & LEFT_OUT_FEATURES or header.phase == "resolution":
        return None
    if LEFT_OUT_TEXT.search(body) or _uses_global_this(body):
        return None
    is_async = "async" in header.flags
    names = ["assert.js", *header.includes, *(["doneprintHandle.js"] if is_async else [])]
    harness = [_harness(checkout, name) for name in names if name != "sta.js"]
    return "\n".join((PRELUDE, *harness, ASYNC_PRELUDE if is_async else "", body))


def _uses_global_this(body: str) -> bool:
    """Whether `this` stands outside of all braces, where it is the global object in scripts alone."""
    depth = 0
    for found in BRACE_OR_THIS.finditer(COMMENT.sub("", body)):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == "this" and depth == 0:
            return True
    return False


@cache
def _harness(checkout: Path, name: str) -> str:
    text = (checkout / "harness" / name).read_text(encoding="utf-8")
    return CLASS_FROM_TEXT.sub("return class extends globalThis[type] {};", text)


def header_of(text: str) -> Header:
    """Read what stands in a test's first comment."""
    match = HEADER.search(text)
    lines = match[1] if match else ""
    negative = re.search(r"^negative:\s*\n((?:[ \t]+.*\n?)+)", lines, re.MULTILINE)
    fields = dict(re.findall(r"(\w+):\s*(\w+)", negative[1])) if negative else {}
    flags, features = frozenset(_words(lines, "flags")), frozenset(_words(lines, "features"))
    return Header(flags, features, tuple(_words(lines, "includes")), fields.get("phase"), fields.get("type"))


def _words(lines: str, key: str) -> list[str]:
    """A list of a header, in brackets or one item a line."""
    inline = re.search(rf"^{key}:\s*\[(.*?)\]", lines, re.MULTILINE | re.DOTALL)
    if inline:
        return [word.strip() for word in inline[1].split(",") if word.strip()]
    below = re.search(rf"^{key}:\s*\n((?:\s+- .*\n?)+)", lines, re.MULTILINE)
    return [line.strip().removeprefix("- ").strip() for line in below[1].strip().splitlines()] if below else []


if __name__ == "__main__":
    sys.exit(main())
