"""Random modules that the verifier accepts, driven by the instruction table: `python -m fuzz.generate_module --seed 7`.

The same seed gives the same module on every machine and Python version.
"""

from __future__ import annotations

import argparse
from random import Random

from fuzz.code_writer import CodeWriter, Surroundings
from fuzz.expressions import Expressions
from fuzz.hosts import HOST_FUNCTIONS
from fuzz.jumble import write_jumble
from fuzz.random_classes import ClassMaker
from fuzz.statements import Statements
from fuzz.type_universe import BASIC_TYPES, Universe, random_types
from fuzz.world import DECLINING, Signature, World, mentions_task
from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import Module
from plait.isa.value_types import ANY, BOOL, F64, GENERAL_CLOSURE, I32, I64, STRING, ArrayType, TaskType, ValueType

MAIN_RESULTS: tuple[ValueType | None, ...] = (I32, F64, BOOL, STRING, None)


def generate_module(seed: int, small: bool = False) -> Module:
    """The module of a seed."""
    random = Random(seed)
    builder = ModuleBuilder(f"seed {seed}")
    types = random_types(random)
    if random.random() < 0.3:
        types += [item for item in (ArrayType(ANY), GENERAL_CLOSURE) if item not in types]
    world = World()
    makes_classes = random.random() < 0.7
    maker = ClassMaker(random, builder, world, types)
    counts = maker.add_types() if makes_classes else (0, 0)
    world.functions.append(Signature(0, (), random.choice(MAIN_RESULTS)))
    builder.declare_function("main", (), world.functions[0].result)
    for index in range(1, 1 + random.randrange(1, 7)):
        world.functions.append(_declare(builder, random, index, types))
        if index <= 3 and random.random() < 0.6:
            task = TaskType(world.functions[-1].result)
            if not any(map(mentions_task, world.functions[-1].parameters)) and task not in types:
                types.append(task)
                if random.random() < 0.3:
                    types.append(ArrayType(task))
    for native in DECLINING:
        parameters, result = native.declined_types()
        if random.random() < 0.3 and (result is None or result in types):
            world.functions.append(Signature(len(world.functions), parameters, result))
            builder.declare_function(f"instead of {native.name}", parameters, result)
    maker.add(*counts)
    if random.random() < 0.3:
        for name, (parameters, result) in HOST_FUNCTIONS.items():
            world.imports[builder.add_import(name, parameters, result)] = Signature(0, parameters, result)
    maker.add_bodies()
    around = Surroundings(random, builder, Universe(types, world), world)
    world.list_calls(around.universe.types)
    for number in range(random.randrange(6)):
        around.globals.append(random.choice(types))
        builder.add_global(f"g{number}", around.globals[-1])
    size = random.choice((10, 20) if small else (15, 15, 15, 40, 40, 40, 40, 100, 100, 250))
    for signature in (*world.functions, *world.bodies):
        _write_function(around, signature, size)
    return builder.build(0)


def _declare(builder: ModuleBuilder, random: Random, index: int, types: list[ValueType]) -> Signature:
    choice = types if random.random() < 0.5 else list(BASIC_TYPES)
    parameters = tuple(random.choice(choice) for _ in range(random.choice((0, 0, 1, 1, 2, 3, 6))))
    result = None if random.random() < 0.2 else random.choice(choice)
    builder.declare_function(f"f{index}", parameters, result)
    return Signature(index, parameters, result)


def _write_function(around: Surroundings, signature: Signature, size: int) -> None:
    random = around.random
    out = CodeWriter(around, signature, size)
    out.function.mark(signature.index + 1, 1)
    expressions = Expressions(out)
    statements = Statements(out, expressions)
    if signature.captures is not None:
        out.reserved.add(0)
    for _ in range(random.choice((0, 1, 3, 5, 10))):
        out.add_local(random.choice(around.universe.types))
    is_jumble = signature.index > 0 and random.random() < 0.3
    for local, item in enumerate(out.local_types):
        if local not in out.assigned and (is_jumble or random.random() < 0.7):
            expressions.constant(item)
            out.store_local(local)
    if is_jumble:
        write_jumble(out, expressions, statements)
        return
    if signature.index == 0:
        for index, item in enumerate(around.globals):
            if random.random() < 0.8:
                expressions.constant(item)
                out.emit("STORE_GLOBAL", index)
                out.drop(1)
    out.budget = size
    while out.budget > 0 and not out.is_dead:
        if signature.index == 0 and random.random() < 0.98:
            statements.guarded(3)
        else:
            statements.one(3)
    if not out.is_dead:
        if signature.index == 0:
            _print_everything(out, expressions)
        statements.return_now()


def _print_everything(out: CodeWriter, expressions: Expressions) -> None:
    """Print the locals and globals that some instruction makes a string of."""
    printers = [item for item in out.around.universe.producing(None) if item.operands == (STRING,)]
    places = [("LOAD_LOCAL", local, out.local_types[local]) for local in sorted(out.assigned)]
    places += [("LOAD_GLOBAL", index, item) for index, item in enumerate(out.around.globals)]
    for mnemonic, index, item in places:
        spellings = [one for one in out.around.universe.producing(STRING) if one.operands == (item,)]
        if item not in (I32, I64, F64, BOOL, ANY) or not spellings:
            continue
        out.push(item, mnemonic, index)
        expressions.apply_to_top(spellings[0])
        expressions.apply_to_top(printers[0])


def main() -> None:
    """Print the module of a seed in assembly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    from plait.bytecode.disassembler import disassemble

    print(disassemble(generate_module(arguments.seed)))


if __name__ == "__main__":
    main()
