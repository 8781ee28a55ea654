"""The machine driven from Python alone: no TypeScript, a module made by a builder.

A class is registered, instances are created, methods are called, tasks are spawned and run. Run it with
`python examples/python_only.py`.
"""

from __future__ import annotations

import plait
from plait.isa.value_types import F64, ObjectType

FIRST_CLASS = 16
"""The number of the first class that is not built in."""

ACCOUNT = ObjectType(FIRST_CLASS)
BALANCE = 0
"""The slot of the field."""


def build_module() -> tuple[plait.Module, plait.ClassDefinition]:
    """A module with the functions of a class, and the class, which is not part of the module."""
    builder = plait.ModuleBuilder("bank")

    # constructor(this, opening): this.balance = opening
    constructor = builder.declare_function("Account.constructor", (ACCOUNT, F64), None)
    code = builder.function(constructor)
    code.emit("LOAD_LOCAL", 0)
    code.emit("LOAD_LOCAL", 1)
    code.emit("SET_FIELD", FIRST_CLASS, BALANCE)
    code.emit("RETURN_VOID")

    # deposit(this, amount): this.balance += amount; return this.balance
    deposit = builder.declare_function("Account.deposit", (ACCOUNT, F64), F64)
    code = builder.function(deposit)
    code.emit("LOAD_LOCAL", 0)
    code.emit("LOAD_LOCAL", 0)
    code.emit("GET_FIELD", FIRST_CLASS, BALANCE)
    code.emit("LOAD_LOCAL", 1)
    code.emit("FADD")
    code.emit("SET_FIELD", FIRST_CLASS, BALANCE)
    code.emit("LOAD_LOCAL", 0)
    code.emit("GET_FIELD", FIRST_CLASS, BALANCE)
    code.emit("RETURN")

    # deposit_often(account, amount): ten times, other tasks have their turns between
    often = builder.declare_function("deposit_often", (ACCOUNT, F64), F64)
    code = builder.function(often)
    count = code.add_local(F64)
    again = code.new_label()
    code.emit("CONST_F64", 0.0)
    code.emit("STORE_LOCAL", count)
    code.place(again)
    code.emit("LOAD_LOCAL", 0)
    code.emit("LOAD_LOCAL", 1)
    code.emit("CALL_METHOD", FIRST_CLASS, 0, 1)
    code.emit("POP")
    code.emit("YIELD")
    code.emit("LOAD_LOCAL", count)
    code.emit("CONST_F64", 1.0)
    code.emit("FADD")
    code.emit("DUP")
    code.emit("STORE_LOCAL", count)
    code.emit("CONST_F64", 10.0)
    code.emit("FLT")
    code.emit("JUMP_IF_TRUE", again)
    code.emit("LOAD_LOCAL", 0)
    code.emit("GET_FIELD", FIRST_CLASS, BALANCE)
    code.emit("RETURN")

    account = plait.ClassDefinition(
        "Account",
        fields=(plait.Field("balance", F64),),
        methods=(plait.Method("deposit", deposit),),
        constructor=constructor,
    )
    return builder.build(main=None), account


def run() -> tuple[float, list[float]]:
    """The balance of the account in the end, and what the two tasks saw when they had finished."""
    module, account_class = build_module()
    vm = plait.Vm(plait.VmOptions(max_fuel=1_000_000))

    # Registered before a module is loaded: the next module gets the class.
    class_id = vm.class_registry.register_class(account_class)
    vm.load(module)

    account = vm.class_registry.create_instance(class_id, 100)
    assert account.balance == 100.0
    assert account.deposit(5) == 105.0
    account.balance = 50

    # Two tasks, which take turns.
    first = vm.spawn_task("deposit_often", [account, 1])
    second = vm.spawn_task("deposit_often", [account, 10])
    vm.run_tasks()

    ends: list[float] = []
    for task in (first, second):
        match vm.task_result(task):
            case plait.Complete(value):
                ends.append(value)
            case other:
                raise AssertionError(other)
    return account.balance, ends


if __name__ == "__main__":
    balance, ends = run()
    print(f"the tasks ended at {ends[0]} and {ends[1]}; the balance is {balance}")
