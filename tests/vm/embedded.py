"""A program for the tests of the interface: a class with members of every kind, closures, calls of the host, tasks."""

from __future__ import annotations

from typing import Any

import plait

from .running import module_of

TEXT = """
.import ask(f64) -> f64
.import show(any) -> any
.global counter f64
.global name string
.global gate mutex
.class Shape
.field label string
.field size f64
.method area Shape.area
.method "get twice" Shape.twice
.method "set twice" Shape.set_twice
.method boom Shape.boom
.constructor Shape.constructor
.class Square extends Shape
.field extra any
.method area Square.area
.function main() -> i32
    CONST_I32 42
    RETURN
.function Shape.constructor(object(Shape), f64)
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    SET_FIELD Shape size
    RETURN_VOID
.function Shape.area(object(Shape)) -> f64
    CONST_F64 0.0
    RETURN
.function Square.area(object(Square)) -> f64
    LOAD_LOCAL 0
    GET_FIELD Square size
    LOAD_LOCAL 0
    GET_FIELD Square size
    FMUL
    RETURN
.function Shape.twice(object(Shape)) -> f64
    LOAD_LOCAL 0
    GET_FIELD Shape size
    CONST_F64 2.0
    FMUL
    RETURN
.function Shape.set_twice(object(Shape), f64)
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    CONST_F64 2.0
    FDIV
    SET_FIELD Shape size
    RETURN_VOID
.function Shape.boom(object(Shape), string)
    LOAD_LOCAL 1
    NEW_ERROR RangeError
    BOX_REF
    THROW
.function adder(f64) -> closure(f64 -> f64)
    LOAD_LOCAL 0
    MAKE_CLOSURE add 1
    RETURN
.function add(closure(f64 -> f64), f64) -> f64
.captures f64
    LOAD_LOCAL 1
    LOAD_CAPTURED 0
    FADD
    RETURN
.function ask_host(f64) -> f64
    LOAD_LOCAL 0
    NATIVE_CALL host:ask 1
    RETURN
.function show_host(any) -> any
    LOAD_LOCAL 0
    NATIVE_CALL host:show 1
    RETURN
.function ask_carefully(f64) -> string
    TRY failed
    LOAD_LOCAL 0
    NATIVE_CALL host:ask 1
    POP
    END_TRY
    CONST_STRING "well"
    RETURN
failed:
    UNBOX_REF object(Error)
    DUP
    GET_FIELD Error name
    CONST_STRING ": "
    STRING_CONCAT
    SWAP
    GET_FIELD Error message
    STRING_CONCAT
    RETURN
.function same_any(any) -> any
    LOAD_LOCAL 0
    RETURN
.function same_i32(i32) -> i32
    LOAD_LOCAL 0
    RETURN
.function same_i64(i64) -> i64
    LOAD_LOCAL 0
    RETURN
.function same_f64(f64) -> f64
    LOAD_LOCAL 0
    RETURN
.function same_bool(bool) -> bool
    LOAD_LOCAL 0
    RETURN
.function same_string(string) -> string
    LOAD_LOCAL 0
    RETURN
.function same_shape(object(Shape)) -> object(Shape)
    LOAD_LOCAL 0
    RETURN
.function same_square(object(Square)) -> object(Square)
    LOAD_LOCAL 0
    RETURN
.function same_numbers(array(f64)) -> array(f64)
    LOAD_LOCAL 0
    RETURN
.function same_longs(array(i64)) -> array(i64)
    LOAD_LOCAL 0
    RETURN
.function same_words(array(string)) -> array(string)
    LOAD_LOCAL 0
    RETURN
.function same_rows(array(array(i32))) -> array(array(i32))
    LOAD_LOCAL 0
    RETURN
.function same_flags(array(bool)) -> array(bool)
    LOAD_LOCAL 0
    RETURN
.function same_anys(array(any)) -> array(any)
    LOAD_LOCAL 0
    RETURN
.function same_pair(tuple(i32 string)) -> tuple(i32 string)
    LOAD_LOCAL 0
    DUP
    TUPLE_GET tuple(i32 string) 0
    LOAD_LOCAL 0
    TUPLE_GET tuple(i32 string) 1
    NEW_TUPLE tuple(i32 string) 2
    SWAP
    POP
    RETURN
.function same_adder(closure(f64 -> f64)) -> closure(f64 -> f64)
    LOAD_LOCAL 0
    RETURN
.function double_later(f64) -> f64
    YIELD
    LOAD_LOCAL 0
    CONST_F64 2.0
    FMUL
    RETURN
.function fail_later(any)
    YIELD
    LOAD_LOCAL 0
    THROW
.function await_both(f64) -> f64
.local task(f64)
    LOAD_LOCAL 0
    SPAWN double_later 1
    STORE_LOCAL 1
    LOAD_LOCAL 1
    AWAIT
    LOAD_LOCAL 1
    AWAIT
    FADD
    RETURN
.function hold(mutex)
    LOAD_LOCAL 0
    MUTEX_LOCK
    YIELD
    LOAD_GLOBAL counter
    CONST_F64 1.0
    FADD
    STORE_GLOBAL counter
    LOAD_LOCAL 0
    MUTEX_UNLOCK
    RETURN_VOID
.function hold_for_ever(mutex)
    LOAD_LOCAL 0
    MUTEX_LOCK
    LOAD_LOCAL 0
    MUTEX_LOCK
    RETURN_VOID
.function doze(f64) -> string
    LOAD_LOCAL 0
    SLEEP
    CONST_STRING "awake"
    RETURN
.function spin()
again:
    JUMP again
.function recurse()
    CALL recurse 0
    RETURN_VOID
.function allocate()
.local array(string)
    NEW_ARRAY string
    STORE_LOCAL 0
again:
    LOAD_LOCAL 0
    CONST_STRING "a"
    CONST_STRING "b"
    STRING_CONCAT
    ARRAY_PUSH_REF
    JUMP again
"""


def embedded() -> plait.Module:
    """The module of the program."""
    return module_of(TEXT)


def machine(engine: str = "interpreter", **options: Any) -> plait.Vm:
    """A machine with the functions of the host that the program imports."""
    vm = plait.Vm(plait.VmOptions(engine=engine, **options))
    vm.function("ask", "(f64) -> f64")(lambda x: x + 0.5)
    vm.function("show", "(any) -> any")(lambda x: x)
    return vm
