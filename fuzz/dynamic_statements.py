"""Random statements of programs whose values have no types: loops, jumps, `try`, destructuring, functions, classes."""

from __future__ import annotations

from collections.abc import Callable

from fuzz.dynamic_expressions import NAMES
from fuzz.dynamic_forms import FORMS, Forms


class Statements(Forms):
    """Statements in a scope."""

    def block(self, depth: int, most: int = 4) -> str:
        """Some statements between braces, whose declarations end with them."""
        names, functions = list(self.scope.names), list(self.scope.functions)
        found = [self.statement(depth) for _ in range(1 + self.random.randrange(most))]
        self.scope.names, self.scope.functions = names, functions
        return "{ " + "\n".join(found) + " }"

    def statement(self, depth: int) -> str:
        """Any statement."""
        self.scope.budget -= 2
        if depth <= 0 or self.scope.budget < 0:
            return self.shown(depth)
        return self.random.choices(_KINDS, _WEIGHTS)[0](self, depth - 1)

    def shown(self, depth: int) -> str:
        """A value that is shown."""
        return f"log({self.scope.number()}, {self.value(max(depth, 1))});"

    def declared(self, depth: int) -> str:
        """A new variable."""
        word = self.random.choice(("let", "let", "const", "var"))
        value = self.value(depth)
        name = self.new_name()
        if word == "const":
            self.scope.constants.add(name)
        return f"{word} {name}: any = {value};"

    def new_name(self) -> str:
        """The name of a new variable."""
        name = f"v{self.scope.number()}"
        self.scope.names.append(name)
        return name

    def expression(self, depth: int) -> str:
        """An expression for what it does."""
        return f"{self.expressions.assignment(depth + 1)};"

    # Destructuring.

    def destructured(self, depth: int) -> str:
        """A declaration with a pattern."""
        value = self.expressions.operand(depth)
        if self.random.random() < 0.5:
            iterable = self.expressions.iterable(depth)
            return f"let {self.array_pattern(depth)}: any = {iterable};"
        return f"let {self.object_pattern(depth)}: any = {value};"

    def assigned(self, depth: int) -> str:
        """An assignment to a pattern of places."""
        places = [self.expressions.target(1) for _ in range(2)]
        default = f" = {self.expressions.traced(1)}" if self.random.random() < 0.4 else ""
        if self.random.random() < 0.5:
            return f"[{places[0]}{default}, {places[1]}] = {self.expressions.iterable(depth)} as any;"
        key = self.expressions.key(1)
        return f"({{ a: {places[0]}{default}, [{key}]: {places[1]} }} = {self.expressions.operand(depth)} as any);"

    def array_pattern(self, depth: int) -> str:
        """`[a, b = 1, ...c]`."""
        count = self.random.randrange(4)
        parts = ["" if self.random.random() < 0.3 else self.element(depth) for _ in range(count)]
        if self.random.random() < 0.3:
            parts.append(f"...{self.new_name()}")
        return f"[{', '.join(parts)}]"

    def object_pattern(self, depth: int) -> str:
        """`{ a, b: c = 1, ...d }`."""
        parts = []
        for _ in range(self.random.randrange(4)):
            key = self.random.choice((*NAMES, f"[{self.expressions.key(1)}]"))
            parts.append(f"{key}: {self.element(depth)}")
        if self.random.random() < 0.3:
            parts.append(f"...{self.new_name()}")
        return f"{{ {', '.join(parts)} }}"

    def element(self, depth: int) -> str:
        """A name or pattern, with a default now and then."""
        default = f" = {self.expressions.traced(1)}" if self.random.random() < 0.5 else ""
        choice = self.random.random()
        if depth > 0 and choice < 0.15:
            return self.array_pattern(depth - 1) + (f" = {self.expressions.array(1)}" if default else "")
        if depth > 0 and choice < 0.3:
            return self.object_pattern(depth - 1) + (f" = {self.expressions.object(1)}" if default else "")
        # The default is there before the name.
        return self.new_name() + default

    # Control.

    def if_(self, depth: int) -> str:
        """`if`."""
        condition, then = self.value(), self.block(depth)
        return f"if ({condition}) {then}" + (f" else {self.block(depth)}" if self.random.random() < 0.5 else "")

    def loop(self, depth: int) -> str:
        """A loop, often with a label."""
        k = self.scope.number()
        outer = self.scope.labels, self.scope.loops, list(self.scope.names)
        label = ""
        if self.random.random() < 0.5:
            label = f"L{k}: "
            self.scope.labels = (*self.scope.labels, f"L{k}")
        head = self.loop_head(depth, k)
        self.scope.loops += 1
        body = self.block(depth)
        self.scope.labels, self.scope.loops, self.scope.names = outer
        if head == "do":
            return f"let w{k}: any = 0; {label}do {body} while (w{k}++ < 2);"
        return f"{label}{head} {body}"

    def loop_head(self, depth: int, k: int) -> str:
        """What stands before the body of a loop."""
        kind = self.random.randrange(6)
        if kind == 0:
            limit = 1 + self.random.randrange(3)
            self.scope.names.append(f"i{k}")
            self.scope.constants.add(f"i{k}")
            return f"for (let i{k}: any = 0; i{k} < {limit}; i{k}++)"
        if kind == 1:
            object_ = self.expressions.operand(depth)
            return f"for (const k{k} in ({object_} as any)) for (const {self.constant()} of [k{k} as any])"
        if kind == 2:
            iterable = self.expressions.iterable(depth)
            return f"for (let {self.array_pattern(0)} of {iterable} as any)"
        if kind == 3:
            return "do"
        iterable = self.expressions.iterable(depth)
        if self.scope.in_async and self.random.random() < 0.4:
            return f"for await (const {self.constant()} of {iterable} as any)"
        return f"for (const {self.constant()} of {iterable})"

    def constant(self) -> str:
        """A new name that is not assigned."""
        name = self.new_name()
        self.scope.constants.add(name)
        return name

    def jump(self, depth: int) -> str:
        """A jump out of something, now and then."""
        condition = self.value(1)
        choices = [f"throw {self.expressions.traced(depth)};"]
        if self.scope.loops:
            choices += ["break;", "continue;", "continue;"]
            choices += [f"{word} {name};" for name in self.scope.labels for word in ("break", "continue")]
        if self.scope.in_function:
            choices += [f"return {self.value(depth)};"] * 2
        return f"if ({condition}) {self.random.choice(choices)}"

    def try_(self, depth: int) -> str:
        """`try`, with `catch`, `finally` or both."""
        body = self.block(depth)
        kind = self.random.randrange(3)
        caught = ""
        if kind != 1:
            k = self.scope.number()
            name = f"e{k}"
            self.scope.names.append(name)
            caught = f" catch (x{k}: any) {{ let {name}: any = text(x{k}); log({name}); {self.block(depth)} }}"
            self.scope.names.remove(name)
        return f"try {body}{caught}" + (f" finally {self.block(depth)}" if kind else "")

    def switch(self, depth: int) -> str:
        """`switch`."""
        cases = []
        self.scope.loops += 0
        for number in range(self.random.randrange(4)):
            test = "default" if number == 1 and self.random.random() < 0.7 else f"case {self.value(1)} as any"
            end = " break;" if self.random.random() < 0.5 else ""
            cases.append(f"{test}: {self.block(depth, 2)}{end}")
        return f"switch ({self.value()} as any) {{ {' '.join(cases)} }}"

    # Functions, generators, classes.

    def function(self, depth: int) -> str:
        """A function, which is called at once."""
        k = self.scope.number()
        kind = self.random.choice(("", "", "*", "async"))
        inner = self.scope.inner()
        statements = Statements(inner)
        inner.in_generator, inner.in_async = kind == "*", kind == "async"
        parameters = [statements.parameter(depth) for _ in range(self.random.randrange(3))]
        if self.random.random() < 0.2:
            k2 = self.scope.number()
            inner.names.append(f"r{k2}")
            parameters.append(f"...r{k2}: any")
        body = statements.block(depth)
        self.scope.next_number = inner.next_number
        arguments = self.expressions.values(1)
        head = f"function{'*' if kind == '*' else ''} f{k}({', '.join(parameters)}): any"
        made = f"const f{k}: any = {'async ' if kind == 'async' else ''}{head} {{ tick(); {body[2:]};"
        if kind == "":
            self.scope.functions.append(f"f{k}")
            return f"{made} log(f{k}({arguments}));"
        if kind == "*":
            return f"{made} {self.driven(f'f{k}({arguments})', depth)}"
        if self.scope.in_async and self.random.random() < 0.6:
            return f"{made} log(await f{k}({arguments}));"
        shown = f"(x: any) => log({k}, x), (x: any) => log({k}, text(x))"
        return f"{made} f{k}({arguments}).then({shown});"

    def parameter(self, depth: int) -> str:
        """A parameter, perhaps a pattern, perhaps with a default."""
        choice = self.random.random()
        if choice < 0.2:
            return f"{self.object_pattern(0)}: any = {self.expressions.object(1)}"
        default = f" = {self.expressions.traced(1)}" if choice < 0.5 else ""
        return f"{self.new_name()}: any{default}"

    def driven(self, generator: str, depth: int) -> str:
        """A generator that is resumed in all ways."""
        k = self.scope.number()
        calls = [
            self.random.choice(("next", "next", "next", "return", "throw")) + f"({self.value(1)})"
            for _ in range(1 + self.random.randrange(4))
        ]
        steps = " ".join(f"log({k}, g{k}.{call});" for call in calls)
        return f"{{ const g{k}: any = {generator}; {steps} log([...g{k}]); }}"

    def paused(self, depth: int) -> str:
        """`yield` or `await` in a function that has it."""
        name = f"r{self.scope.number()}"
        if self.scope.in_generator:
            what = f"yield {self.value(depth)}"
            if self.random.random() < 0.3:
                what = f"yield* {self.expressions.iterable(depth)}"
        elif self.scope.in_async:
            awaited = self.random.choice(
                ("{}", "Promise.resolve({})", "Promise.reject({})", "({{ then(f: any) {{ f({}); }} }})")
            )
            what = "await " + awaited.format(f"({self.value(depth)} as any)")
        else:
            return self.shown(depth)
        self.scope.names.append(name)
        self.scope.constants.add(name)
        return f"const {name}: any = {what}; log({name});"

    def class_(self, depth: int) -> str:
        """A class, with an object of it."""
        k = self.scope.number()
        base = self.random.choice(("", f" extends B{k}", f" extends (M{k}(B{k}))"))
        parts = [self.member(depth, bool(base)) for _ in range(1 + self.random.randrange(4))]
        if self.random.random() < 0.5:
            value = self.value(1)
            call = f"super({value}); " if base else ""
            parts.append(f"constructor(p: any) {{ {call}log('made', p); (this as any).d = {self.value(1)}; }}")
        before = (
            f"const B{k}: any = class {{ a: any = {self.value(1)}; m(x: any) {{ log('B.m', x); return x; }} "
            f"get c(): any {{ log('B.c'); return {k}; }} static s(x: any): any {{ return ['s', x]; }} }};\n"
            f"const M{k}: any = (Above: any) => class Mixed extends Above {{ "
            f"m(x: any): any {{ return [super.m(x), 1]; }} }};\n"
            if base
            else ""
        )
        uses = [
            self.random.choice(
                (
                    f"log(o{k}.m({self.value(1)}));",
                    f"log(o{k}.{self.random.choice(NAMES)});",
                    f"o{k}.{self.random.choice(NAMES)} = {self.value(1)};",
                    f"log(C{k}.s({self.value(1)}));",
                    f"log(o{k}.p({self.value(1)}));",
                    f"log(o{k} instanceof C{k}, Object.getOwnPropertyNames(C{k}.prototype));",
                )
            )
            for _ in range(3)
        ]
        parts.append("#x: any = 5; p(x: any): any { this.#x += x; return [this.#x, #x in (x ?? {} as any)]; }")
        made = f"const C{k}: any = class Named{base} {{ {' '.join(parts)} }};"
        return f"{before}{made}\nconst o{k}: any = new C{k}({self.value(1)}); {' '.join(uses)} log(o{k});"

    def member(self, depth: int, has_base: bool) -> str:
        """A member of a class."""
        k = self.scope.number()
        name, value = self.random.choice(NAMES), self.value(1)
        inherited = f"super.m({value})" if has_base else value
        return self.random.choice(
            (
                f"{name}{k}: any = {value};",
                f"static {name}{k}: any = {value};",
                f"[{self.expressions.key(1)}]: any = {value};",
                f"get {name}{k}(): any {{ return t({k}, {value}); }}",
                f"static {{ log('static', {value}); }}",
                f"['m'](x: any): any {{ log('m', {k}); return [{inherited}, x]; }}",
                f"static ['s'](x: any): any {{ return [{k}, x{', super.s(x)' if has_base else ''}]; }}",
                f"set {name}{k}(x: any) {{ log('set', {k}, x); }}",
            )
        )

    def closures(self, depth: int) -> str:
        """Closures that are made in a loop."""
        k = self.scope.number()
        word = self.random.choice(("let", "var"))
        return (
            f"const fs{k}: any = []; for ({word} j{k}: any = 0; j{k} < 3; j{k}++) {{ let u{k}: any = {self.value(1)}; "
            f"fs{k}.push(() => [j{k}, (u{k} = [u{k}])]); j{k} += 0; }} for (const f of fs{k}) log(f(), f());"
        )

    def mutated(self, depth: int) -> str:
        """A collection that changes while it is gone over."""
        k = self.scope.number()
        v, w = self.value(1), self.value(1)
        act = self.random.choice(
            (
                f"m{k}.delete(x); m{k}.add({v});",
                f"if (n{k}++ < 3) m{k}.add({v});",
                f"m{k}.delete({v}); if (n{k}++ < 2) {{ m{k}.delete(x); m{k}.add(x); }}",
                f"if (n{k}++ === 1) m{k}.clear();",
            )
        )
        over = self.random.choice((f"for (const x of m{k})", f"m{k}.forEach((x: any) =>"))
        end = ");" if over.endswith("=>") else ""
        return (
            f"const m{k}: any = new Set([1, 2, {v}, {w}] as any); let n{k}: any = 0; "
            f"{over} {{ tick(); log({k}, x); {act} }}{end} log(m{k});"
        )


_TABLE: tuple[tuple[Callable[[Statements, int], str], int], ...] = (
    (Statements.shown, 5),
    (Statements.declared, 5),
    (Statements.expression, 3),
    (Statements.destructured, 3),
    (Statements.assigned, 2),
    (Statements.if_, 2),
    (Statements.loop, 4),
    (Statements.jump, 3),
    (Statements.try_, 4),
    (Statements.switch, 1),
    (Statements.function, 3),
    (Statements.paused, 4),
    (Statements.class_, 1),
    (Statements.closures, 1),
    (Statements.mutated, 1),
    *FORMS,
)
_KINDS = [kind for kind, _ in _TABLE]
_WEIGHTS = [weight for _, weight in _TABLE]
