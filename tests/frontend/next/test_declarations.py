"""The library's declarations and its bodies: what is declared is there, and what is there is declared."""

from __future__ import annotations

import json
import subprocess
from typing import Any, Final

import plait
from plait.frontend.next.library_source import standard_declarations

from .oracle import ORACLE

TASKS: Final = frozenset({"Mutex", "Channel", "sleep"})
"""What programs of the first front end have alone."""

UNDECLARED: Final = {
    *("globalThis", "undefined", "Object#__proto__", "Boolean#toString"),
    *(f"Object#__{verb}{what}__" for verb in ("define", "lookup") for what in ("Getter", "Setter")),
    *("Date#toGMTString", "Date#getYear", "Date#setYear"),
    *("Event#srcElement", "Event#returnValue", "Event#cancelBubble"),
}
"""What TypeScript's own library does not declare either, or declares elsewhere: `toString` of all objects."""

ABSTRACT: Final = {"Iterator#next", "Iterator#return", "Iterator#throw"}
"""What is declared of what extends a class."""

PROGRAM: Final = """\
// @ts-nocheck
const found = [];
const keyOf = (text) => (text.startsWith("@@") ? Symbol[text.slice(2)] : text);
const textOf = (key) => (typeof key === "symbol" ? key.description.replace("Symbol.", "@@") : key);
for (const [name, { own, methods, others }] of Object.entries(JSON.parse(DECLARED))) {
  const value = VALUES[name];
  for (const key of own) if (!(keyOf(key) in Object(value))) found.push(`${name}.${key}`);
  for (const key of methods) if (!(keyOf(key) in value.prototype)) found.push(`${name}#${key}`);
  if (own.length === 0 || Object(value) !== value) continue;
  const usual = ["length", "name", "prototype", "@@toStringTag"];
  for (const key of Reflect.ownKeys(value).map(textOf)) {
    if (!own.includes(key) && !usual.includes(key)) found.push(`${name}.${key}`);
  }
  const known = [...methods, ...others, "constructor", "@@toStringTag"];
  if (methods.length > 0) {
    for (const key of Reflect.ownKeys(value.prototype).map(textOf)) {
      if (!known.includes(key)) found.push(`${name}#${key}`);
    }
  }
}
for (const name of Reflect.ownKeys(globalThis)) if (!(name in JSON.parse(DECLARED))) found.push(name);
export function differences() {
  return found;
}
"""


def _declared() -> dict[str, Any]:
    text = standard_declarations().encode()
    command = ["node", str(ORACLE / "declared.mjs")]
    done = subprocess.run(command, input=text, capture_output=True, check=True, timeout=120)
    found: dict[str, Any] = json.loads(done.stdout)
    return {name: keys for name, keys in found.items() if name not in TASKS}


def test_what_is_declared_is_there_and_what_is_there_is_declared() -> None:
    declared = _declared()
    values = f"{{ {', '.join(declared)} }}"
    program = PROGRAM.replace("DECLARED", json.dumps(json.dumps(declared))).replace("VALUES", values)
    context = plait.Vm().load(plait.compile(program, "declared.ts"))
    assert set(context.call("differences")) == UNDECLARED | ABSTRACT
