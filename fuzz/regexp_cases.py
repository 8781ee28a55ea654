"""Random patterns, from a grammar that knows what is hard, and subjects that nearly match them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

LETTERS = "aabbcABk"
WIDE = "\u00e9\u03a3\u03c3\u03c2\u017f\u212a\u1e9e\u00df\u0130\u2028\ud83d\ude00"
SPECIAL = "\n\r _-0159 \t"
CLASSES = ("\\d", "\\D", "\\w", "\\W", "\\s", "\\S")
PROPERTIES = ("\\p{L}", "\\P{L}", "\\p{Lu}", "\\P{Lu}", "\\p{Script=Greek}", "\\p{ASCII}", "\\p{Nd}", "\\p{scx=Grek}")
ESCAPES = (
    "\\n",
    "\\t",
    "\\.",
    "\\/",
    "\\x61",
    "\\u0062",
    "\\u{63}",
    "\\0",
    "\\cJ",
    "\\u{1F600}",
    "\\ud83d\\ude00",
    "\\ud83d",
)
ODD = (
    "\\-",
    "\\8",
    "\\c",
    "\\q",
    "\\x6",
    "\\u12",
    "{",
    "}",
    "]",
    "{1",
    "\\07",
    "\\k",
    "\\p{Foo}",
    "(?",
    "\\1",
    "\\2",
    "\\k<n>",
)
QUANTIFIERS = ("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}", "{,2}", "{0}", "{1,3}")


@dataclass(frozen=True, slots=True)
class Case:
    """A pattern with its flags, and what is matched with it, from where on."""

    pattern: str
    flags: str
    subject: str
    last_index: int


class Patterns:
    """Makes patterns."""

    def __init__(self, random: Random, flags: str) -> None:
        self.random = random
        self.flags = flags
        self.names = 0

    def pattern(self, depth: int) -> str:
        """Alternatives."""
        count = self.random.choice((1, 1, 1, 2, 3))
        return "|".join(self.alternative(depth) for _ in range(count))

    def alternative(self, depth: int) -> str:
        """Terms, one behind the other."""
        return "".join(self.term(depth) for _ in range(self.random.choice((0, 1, 1, 2, 2, 3, 4))))

    def term(self, depth: int) -> str:
        """A term, perhaps repeated."""
        roll = self.random.random()
        if roll < 0.06:
            return self.random.choice(("^", "$", "\\b", "\\B"))
        if roll < 0.08:
            return self.random.choice(ODD)
        made = self.group(depth - 1) if depth > 0 and roll < 0.4 else self.atom()
        return made + (self.random.choice(QUANTIFIERS) if self.random.random() < 0.4 else "")

    def group(self, depth: int) -> str:
        """A group or an assertion."""
        inner = self.pattern(depth)
        kind = self.random.choice(("", "", "", "?:", "?=", "?!", "?<=", "?<!", "name"))
        if kind == "name":
            self.names += 1
            kind = (
                f"?<{self.random.choice(('n', 'm', 'x1', '$', 'é'))}{self.names if self.random.random() < 0.9 else ''}>"
            )
        return f"({kind}{inner})"

    def atom(self) -> str:
        """What stands for one character."""
        roll = self.random.random()
        if roll < 0.5:
            return self.random.choice(LETTERS)
        if roll < 0.56:
            return self.random.choice(WIDE)
        if roll < 0.62:
            return "."
        if roll < 0.7:
            return self.random.choice(CLASSES)
        if roll < 0.76:
            return self.random.choice(ESCAPES)
        if roll < 0.8 and ("u" in self.flags or "v" in self.flags):
            return self.random.choice(PROPERTIES)
        if roll < 0.86:
            return self.random.choice(("\\1", "\\2", "\\3", "\\1", "\\k<n1>"))
        return self.character_class(2)

    def character_class(self, depth: int) -> str:
        """A class in brackets."""
        parts = [self.class_part(depth) for _ in range(self.random.choice((0, 1, 1, 2, 3)))]
        between = ""
        if "v" in self.flags and self.random.random() < 0.3:
            between = self.random.choice(("&&", "--"))
        return "[" + self.random.choice(("", "", "^")) + between.join(parts) + "]"

    def class_part(self, depth: int) -> str:
        """A character, a range, an escape; with the flag `v` a class, or strings."""
        roll = self.random.random()
        if "v" in self.flags and depth > 0 and roll < 0.25:
            if roll < 0.1:
                strings = ("".join(self.random.choices("abkK\u212a", k=self.random.randint(0, 2))) for _ in range(2))
                return "\\q{" + "|".join(strings) + "}"
            return self.character_class(depth - 1)
        if roll < 0.5:
            return self.random.choice(LETTERS + WIDE[:-2])
        if roll < 0.7:
            first, last = sorted(self.random.choices("abczAZ09\u00e9\u03a3\uffff", k=2))
            return f"{first}-{last}" if self.random.random() < 0.97 else f"{last}-{first}"
        if roll < 0.8:
            return self.random.choice(CLASSES)
        if roll < 0.86 and ("u" in self.flags or "v" in self.flags):
            return self.random.choice(PROPERTIES)
        if roll < 0.92:
            return self.random.choice(ESCAPES)
        return self.random.choice(("\\b", "\\-", "-", "_", ".", "*", "\\]", "^", "&", "(", "\\1", "\\B", "\\c_", "\\k"))


def case_of(seed: int) -> Case:
    """The case of a seed."""
    random = Random(seed)
    flags = "".join(flag for flag in "gimsy" if random.random() < (0.4 if flag == "i" else 0.15))
    flags += random.choice(("", "", "", "u", "u", "v"))
    pattern = Patterns(random, flags).pattern(random.choice((1, 2, 2, 3)))
    alphabet = random.choice((LETTERS, LETTERS, LETTERS + SPECIAL, LETTERS + WIDE, LETTERS + SPECIAL + WIDE, "ab"))
    length = random.choice((0, 1, 3, 8, 8, 20, 20, 40))
    subject = "".join(random.choices(alphabet, k=length))
    last_index = random.choice((0, 0, 0, 1, 2, 5)) if "g" in flags or "y" in flags else 0
    return Case(pattern, flags, subject, last_index)
