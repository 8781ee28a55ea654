"""Code that uses classes, interfaces, closures, tuples, imports and words: what is proved and what is refused."""

from __future__ import annotations

import pytest

from plait.bytecode.module import FIRST_HOST_ID, Function
from plait.errors import VerifyError
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    I32,
    I64,
    STRING,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    TaskType,
    ValueType,
)
from plait.verify import verify
from plait.verify.classes import CallSignature

from .world import (
    ADDER,
    BODY,
    CIRCLE,
    ERROR,
    LONE,
    NAMED,
    NEW,
    PAIR,
    PROBLEM,
    ROUND,
    SHAPE,
    function,
    world_with,
)

ASK, TELL = FIRST_HOST_ID, FIRST_HOST_ID + 1
L0, L1, L2 = "LOAD_LOCAL 0", "LOAD_LOCAL 1", "LOAD_LOCAL 2"


def taking(*parameters: ValueType, text: str, result: ValueType | None = None) -> Function:
    """A function whose code ends by itself when it has a result."""
    return function(parameters, result, text if result is not None else f"{text}; RETURN_VOID")


REFUSED: dict[str, tuple[Function, str]] = {
    # Assignability.
    "a base into a local of a subclass": (
        function((SHAPE,), None, f"{L0}; STORE_LOCAL 1; RETURN_VOID", (CIRCLE,)),
        "local 1 holds object(17), not object(16)",
    ),
    "an unrelated class into a global": (
        taking(LONE, text=f"{L0}; STORE_GLOBAL 0"),
        "global 0 holds object(16), not object(19)",
    ),
    "a class that does not implement it": (
        taking(LONE, text=f"{L0}; STORE_GLOBAL 1"),
        "global 1 holds interface(0), not object(19)",
    ),
    "an interface as a class": (
        taking(NAMED, text=f"{L0}; STORE_GLOBAL 0"),
        "global 0 holds object(16), not interface(0)",
    ),
    "an extended interface as one that extends it": (
        taking(NAMED, text=f"{L0}; RETURN", result=ROUND),
        "RETURN takes interface(1), not interface(0)",
    ),
    "a string as an object": (taking(STRING, text=f"{L0}; STORE_GLOBAL 0"), "global 0 holds object(16), not string"),
    "arrays are invariant": (
        taking(ArrayType(CIRCLE), text=f"{L0}; RETURN", result=ArrayType(SHAPE)),
        "RETURN takes array(object(16)), not array(object(17))",
    ),
    "a static field": (taking(CIRCLE, text=f"{L0}; STORE_STATIC 16 0"), "static field 0 holds i32, not object(17)"),
    "a base into an array": (
        taking(ArrayType(CIRCLE), SHAPE, text=f"{L0}; {L1}; ARRAY_PUSH_REF"),
        "ARRAY_PUSH_REF: operand 2 must be object(17), not object(16)",
    ),
    "a base into a cell": (
        taking(CellType(CIRCLE), SHAPE, text=f"{L0}; {L1}; CELL_SET"),
        "CELL_SET: operand 2 must be object(17), not object(16)",
    ),
    "a cell of another type than it says": (
        taking(I64, text=f"{L0}; NEW_CELL %string"),
        "NEW_CELL: operand 1 must be string, not i64",
    ),
    "paths that meet agree exactly": (
        taking(BOOL, SHAPE, CIRCLE, text=f"{L0}; JUMP_IF_TRUE 8; {L1}; JUMP 3; {L2}; POP"),
        "paths meet at byte 19 with different stacks: value 1 is object(16) here, object(17) there",
    ),
    # Fields.
    "a field of a base's object": (
        taking(SHAPE, text=f"{L0}; GET_FIELD 17 1; POP"),
        "GET_FIELD: operand 1 must be object(17), not object(16)",
    ),
    "a field of no object": (
        taking(I32, text=f"{L0}; GET_FIELD 17 1; POP"),
        "GET_FIELD: operand 1 must be object(17), not i32",
    ),
    "another value into a field": (
        taking(CIRCLE, text=f"{L0}; CONST_I32 1; SET_FIELD 17 1"),
        "SET_FIELD: operand 2 must be f64, not i32",
    ),
    "no such field": (
        taking(SHAPE, text=f"{L0}; GET_FIELD 16 1; POP"),
        "GET_FIELD: class 16 (Shape) has no field 1; fields: 1",
    ),
    "the trace of an error": (
        taking(ERROR, text=f"{L0}; GET_FIELD 0 3; POP"),
        "GET_FIELD: field 3 of class 0 (Error) is the machine's own",
    ),
    "the code of a subclass of an error": (
        taking(PROBLEM, text=f"{L0}; CONST_I64 1; SET_FIELD 18 4"),
        "SET_FIELD: field 4 of class 18 (Problem) is the machine's own",
    ),
    "an interface's field of another object": (
        taking(LONE, text=f"{L0}; GET_INTERFACE_FIELD 0 0; POP"),
        "GET_INTERFACE_FIELD: operand 1 must be interface(0), not object(19)",
    ),
    "another value into an interface's field": (
        taking(NAMED, text=f"{L0}; CONST_I32 1; SET_INTERFACE_FIELD 0 0"),
        "SET_INTERFACE_FIELD: operand 2 must be string, not i32",
    ),
    "a field of an extended interface": (
        taking(ROUND, text=f"{L0}; GET_INTERFACE_FIELD 1 1; POP"),
        "GET_INTERFACE_FIELD: interface 1 (Round) has no field 1; fields: 1",
    ),
    "no such interface": (
        taking(ROUND, text=f"{L0}; GET_INTERFACE_FIELD 2 0; POP"),
        "GET_INTERFACE_FIELD: there is no interface 2; interfaces: 2",
    ),
    "a reserved class": (taking(text="NEW_OBJECT 4; POP"), "NEW_OBJECT: there is no class 4"),
    "no such class": (taking(text="RETURN_VOID; NEW_OBJECT 20; POP"), "NEW_OBJECT: there is no class 20"),
    "an object of an abstract class": (taking(text="NEW_OBJECT 16; POP"), "NEW_OBJECT: class 16 (Shape) is abstract"),
    "constructing an abstract class": (
        taking(text="CALL_CONSTRUCTOR 16 0; POP"),
        "CALL_CONSTRUCTOR: class 16 (Shape) is abstract",
    ),
    "an error of no error class": (
        taking(text="CONST_STRING 0; NEW_ERROR 17; POP"),
        "NEW_ERROR: class 17 (Circle) does not inherit from Error",
    ),
    "no such static field": (
        taking(text="LOAD_STATIC 17 0; POP"),
        "LOAD_STATIC: class 17 (Circle) has no static field 0; static fields: 0",
    ),
    "no such static method": (
        taking(text="CALL_STATIC 16 1 0"),
        "CALL_STATIC: class 16 (Shape) has no static method 1; static methods: 1",
    ),
    # Calls.
    "no such method": (
        taking(SHAPE, text=f"{L0}; CALL_METHOD 16 2 0"),
        "CALL_METHOD: class 16 (Shape) has no method 2; methods: 2",
    ),
    "a method of another class": (
        taking(SHAPE, text=f"{L0}; CALL_METHOD 17 0 0; POP"),
        "CALL_METHOD: the object must be object(17), not object(16)",
    ),
    "an argument of a method": (
        taking(SHAPE, LONE, text=f"{L0}; {L1}; CALL_METHOD 16 1 1; POP"),
        "CALL_METHOD: argument 1 must be object(17), not object(19)",
    ),
    "too many arguments of a method": (
        taking(SHAPE, text=f"{L0}; {L0}; CALL_METHOD 16 0 1; POP"),
        "CALL_METHOD takes 0 argument(s), not 1",
    ),
    "a method of nothing": (
        taking(text="CALL_METHOD 16 0 0; POP"),
        "CALL_METHOD needs 1 value on the stack, but there are 0",
    ),
    "a method of the base on another object": (
        taking(LONE, text=f"{L0}; CALL_SUPER 16 0 0; POP"),
        "CALL_SUPER: the object must be object(16), not object(19)",
    ),
    "a method of an interface on another object": (
        taking(LONE, text=f"{L0}; CALL_INTERFACE 0 0 0; POP"),
        "CALL_INTERFACE: the object must be interface(0), not object(19)",
    ),
    "an argument of an interface's method": (
        taking(ROUND, SHAPE, text=f"{L0}; {L1}; CALL_INTERFACE 1 0 1; POP"),
        "CALL_INTERFACE: argument 1 must be object(17), not object(16)",
    ),
    "no such method of an interface": (
        taking(ROUND, text=f"{L0}; CALL_INTERFACE 1 1 0; POP"),
        "CALL_INTERFACE: interface 1 (Round) has no method 1; methods: 1",
    ),
    "an argument of a constructor": (
        taking(text="CONST_I32 1; CALL_CONSTRUCTOR 17 1; POP"),
        "CALL_CONSTRUCTOR: argument 1 must be string, not i32",
    ),
    "a constructor that is not there takes nothing": (
        taking(text="CONST_I32 1; CALL_CONSTRUCTOR 19 1; POP"),
        "CALL_CONSTRUCTOR takes 0 argument(s), not 1",
    ),
    "arguments of a static method": (
        taking(text="CALL_STATIC 16 0 0"),
        "CALL_STATIC takes 2 argument(s), not 0",
    ),
    "a task of a method of another class": (
        taking(LONE, text=f"{L0}; SPAWN_METHOD 16 0 0; POP"),
        "SPAWN_METHOD: the object must be object(16), not object(19)",
    ),
    "arguments of the host": (
        taking(text=f"CONST_STRING 0; NATIVE_CALL {ASK} 1; POP"),
        "NATIVE_CALL of import 0 takes 2 argument(s), not 1",
    ),
    "an argument of the host": (
        taking(LONE, text=f"CONST_STRING 0; {L0}; NATIVE_CALL {ASK} 2; POP"),
        "NATIVE_CALL of import 0: argument 2 must be interface(0), not object(19)",
    ),
    "no such function of the host": (
        taking(text=f"NATIVE_CALL {TELL + 1} 0"),
        "NATIVE_CALL: the module has no import 2; imports: 2",
    ),
    # Closures.
    "a call of no closure": (
        taking(SHAPE, text=f"{L0}; CALL_CLOSURE 0"),
        "CALL_CLOSURE needs a closure below 0 argument(s), not object(16)",
    ),
    "a task of no closure": (
        taking(SHAPE, text=f"{L0}; {L0}; SPAWN_CLOSURE 1"),
        "SPAWN_CLOSURE needs a closure below 1 argument(s), not object(16)",
    ),
    "an argument of a closure": (
        taking(ADDER, text=f"{L0}; CONST_TRUE; CALL_CLOSURE 1; POP"),
        "CALL_CLOSURE: argument 1 must be i32, not bool",
    ),
    "too few arguments of a closure": (
        taking(ADDER, text=f"{L0}; CALL_CLOSURE 0; POP"),
        "CALL_CLOSURE takes 1 argument(s), not 0",
    ),
    "a closure of another type": (
        taking(ClosureType((I32,), None), text=f"{L0}; RETURN", result=ADDER),
        "RETURN takes closure(i32 -> i32), not closure(i32 -> void)",
    ),
    "what a closure captures": (
        taking(LONE, text=f"CONST_I32 1; {L0}; MAKE_CLOSURE {BODY} 2; POP"),
        "MAKE_CLOSURE of function 6: argument 2 must be object(16), not object(19)",
    ),
    "how much a closure captures": (
        taking(text=f"MAKE_CLOSURE {BODY} 0; POP"),
        "MAKE_CLOSURE of function 6 takes 2 argument(s), not 0",
    ),
    "a closure of an ordinary function": (
        taking(text="MAKE_CLOSURE 0 0; POP"),
        "MAKE_CLOSURE: function 0 is not the function of a closure: it does not say what it captures",
    ),
    "a call of a closure's function": (
        taking(ADDER, text=f"{L0}; CONST_I32 1; CALL {BODY} 2; POP"),
        "CALL: function 6 is the function of a closure; MAKE_CLOSURE alone can name it",
    ),
    "a task of a closure's function, unreachable": (
        taking(text=f"RETURN_VOID; SPAWN {BODY} 2; POP"),
        "SPAWN: function 6 is the function of a closure; MAKE_CLOSURE alone can name it",
    ),
    "what is captured by no closure": (
        taking(text="LOAD_CAPTURED 0; POP"),
        "LOAD_CAPTURED: there is no captured value 0; captured values: 0",
    ),
    "what is not captured": (
        function((ADDER, I32), I32, "LOAD_CAPTURED 1; RETURN", captures=(I32,)),
        "LOAD_CAPTURED: there is no captured value 1; captured values: 1",
    ),
    "the closure's own local": (
        function((ADDER, I32), I32, f"{L0}; STORE_LOCAL 0; {L1}; RETURN", captures=()),
        "STORE_LOCAL: local 0 of a closure's function is the closure; it cannot be stored",
    ),
    # Types that instructions name.
    "the null of a number": (taking(text="CONST_NULL %i32; POP"), "CONST_NULL: a reference type is needed, not i32"),
    "the null of any": (taking(text="CONST_NULL %any; POP"), "CONST_NULL: a reference type is needed, not any"),
    "unboxing any as a number": (
        taking(ANY, text=f"{L0}; UNBOX_REF %f64; POP"),
        "UNBOX_REF: a reference type is needed, not f64",
    ),
    "a wider number": (taking(I32, text=f"{L0}; UPCAST %f64; POP"), "UPCAST: a reference type is needed, not f64"),
    "a narrower class": (
        taking(SHAPE, text=f"{L0}; UPCAST %object(17); POP"),
        "UPCAST from object(16) to object(17), which is not wider",
    ),
    "a tuple that is none": (taking(text="NEW_TUPLE %string 0; POP"), "NEW_TUPLE: a tuple type is needed, not string"),
    "too few elements": (
        taking(text="CONST_I32 1; NEW_TUPLE %tuple(i32object(16)) 1; POP"),
        "NEW_TUPLE takes 2 argument(s), not 1",
    ),
    "an element of another type": (
        taking(LONE, text=f"CONST_I32 1; {L0}; NEW_TUPLE %tuple(i32object(16)) 2; POP"),
        "NEW_TUPLE: argument 2 must be object(16), not object(19)",
    ),
    "no such element": (
        taking(PAIR, text=f"{L0}; TUPLE_GET %tuple(i32object(16)) 2; POP"),
        "TUPLE_GET: tuple(i32 object(16)) has no element 2; elements: 2",
    ),
    "an element of no tuple": (
        taking(SHAPE, text=f"{L0}; TUPLE_GET %tuple(i32object(16)) 0; POP"),
        "TUPLE_GET: operand 1 must be tuple(i32 object(16)), not object(16)",
    ),
    "another value into an element": (
        taking(PAIR, I64, text=f"{L0}; {L1}; TUPLE_SET %tuple(i32object(16)) 0"),
        "TUPLE_SET: operand 2 must be i32, not i64",
    ),
    "zeroed references": (
        taking(text="CONST_I32 1; NEW_ARRAY_ZEROED %string; POP"),
        "NEW_ARRAY_ZEROED: the elements must be of type i32, i64, f64, bool, any, not string",
    ),
    # Words.
    "throwing what is not boxed": (taking(ERROR, text=f"{L0}; THROW"), "THROW takes any, not object(0)"),
    "throwing again what is not boxed": (taking(I32, text=f"{L0}; RETHROW"), "RETHROW takes any, not i32"),
    "what a handler finds": (
        taking(text="TRY 2; END_TRY; RETURN_VOID; GET_FIELD 0 0; POP"),
        "GET_FIELD: operand 1 must be object(0), not any",
    ),
    "boxing a number as a reference": (
        taking(I64, text=f"{L0}; BOX_REF; POP"),
        "BOX_REF: operand 1 must be a reference, not i64",
    ),
    "a null that is a number": (
        taking(F64, text=f"{L0}; IS_NULL; POP"),
        "IS_NULL: operand 1 must be a reference, not f64",
    ),
    "a swap of too little": (taking(I32, text=f"{L0}; SWAP"), "SWAP needs 2 values on the stack, but there are 1"),
    "a swap across a TRY": (
        taking(I32, text=f"{L0}; TRY 5; {L0}; SWAP; END_TRY; POP; POP; RETURN_VOID; POP; POP"),
        "SWAP needs 2 values above those that stood there at the open TRY, but there are 1",
    ),
}


@pytest.mark.parametrize(("new", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(new: Function, message: str) -> None:
    with pytest.raises(VerifyError) as caught:
        verify(world_with(new))
    assert str(caught.value).partition(f" (function {NEW}")[0] == message
    assert caught.value.function == NEW


ACCEPTED: dict[str, Function] = {
    "a subclass into a local": function((CIRCLE,), None, f"{L0}; STORE_LOCAL 1; RETURN_VOID", (SHAPE,)),
    "a class as an interface of its base": taking(CIRCLE, text=f"{L0}; STORE_GLOBAL 1"),
    "an interface as one that it extends": taking(ROUND, text=f"{L0}; RETURN", result=NAMED),
    "a subclass into an array": taking(ArrayType(SHAPE), CIRCLE, text=f"{L0}; CONST_I32 0; {L1}; ARRAY_SET_REF"),
    "a subclass into an interface's array": taking(ArrayType(NAMED), CIRCLE, text=f"{L0}; {L1}; ARRAY_PUSH_REF"),
    "a subclass into a cell": taking(CellType(SHAPE), CIRCLE, text=f"{L0}; {L1}; CELL_SET"),
    "a subclass into a new cell": taking(CIRCLE, text=f"{L0}; NEW_CELL %object(16); RETURN", result=CellType(SHAPE)),
    "a subclass through a channel": taking(ChannelType(SHAPE), CIRCLE, text=f"{L0}; {L1}; CHANNEL_SEND"),
    "a subclass into a static field": taking(CIRCLE, text=f"{L0}; STORE_STATIC 16 1"),
    "a subclass into a tuple": taking(
        CIRCLE, text=f"CONST_I32 1; {L0}; NEW_TUPLE %tuple(i32object(16)) 2; RETURN", result=PAIR
    ),
    "a subclass into an element": taking(PAIR, CIRCLE, text=f"{L0}; {L1}; TUPLE_SET %tuple(i32object(16)) 1"),
    "a subclass as captured": taking(CIRCLE, text=f"CONST_I32 1; {L0}; MAKE_CLOSURE {BODY} 2; RETURN", result=ADDER),
    "a subclass for the host": taking(CIRCLE, text=f"CONST_STRING 0; {L0}; NATIVE_CALL {ASK} 2; RETURN", result=SHAPE),
    "the host without result": taking(text=f"NATIVE_CALL {TELL} 0"),
    "an inherited field": taking(CIRCLE, text=f"{L0}; GET_FIELD 17 0; RETURN", result=STRING),
    "a field of a base": taking(CIRCLE, text=f"{L0}; GET_FIELD 16 0; RETURN", result=STRING),
    "an interface's field of a class": taking(CIRCLE, text=f"{L0}; GET_INTERFACE_FIELD 1 0; RETURN", result=F64),
    "the message of a subclass of an error": taking(PROBLEM, text=f"{L0}; GET_FIELD 0 0; RETURN", result=STRING),
    "a field of a subclass of an error": taking(PROBLEM, text=f"{L0}; GET_FIELD 18 5; RETURN", result=ANY),
    "the stack of a subclass of an error": taking(PROBLEM, text=f"{L0}; ERROR_STACK; RETURN", result=STRING),
    "a method's own result": taking(CIRCLE, text=f"{L0}; {L0}; CALL_METHOD 17 1 1; RETURN", result=CIRCLE),
    "a method of the base": taking(CIRCLE, text=f"{L0}; {L0}; CALL_SUPER 16 1 1; RETURN", result=SHAPE),
    "a method of an extended interface": taking(ROUND, text=f"{L0}; CALL_INTERFACE 0 0 0; RETURN", result=F64),
    "an inherited constructor": taking(text="CONST_STRING 0; CALL_CONSTRUCTOR 17 1; RETURN", result=CIRCLE),
    "no constructor": taking(text="CALL_CONSTRUCTOR 19 0; RETURN", result=LONE),
    "a built-in class": taking(text="CALL_CONSTRUCTOR 1 0; RETURN", result=ERROR),
    "a task of a method": taking(CIRCLE, text=f"{L0}; SPAWN_METHOD 16 0 0; AWAIT; RETURN", result=F64),
    "a task of a method without result": taking(LONE, text=f"{L0}; SPAWN_METHOD 19 0 0; RETURN", result=TaskType(None)),
    "a task of a closure": taking(ADDER, text=f"{L0}; CONST_I32 1; SPAWN_CLOSURE 1; RETURN", result=TaskType(I32)),
    "the null of a task": taking(text="CONST_NULL %task(void); RETURN", result=TaskType(None)),
    "what a handler finds": taking(text="TRY 2; END_TRY; RETURN_VOID; UNBOX_REF %object(0); POP"),
    "what a handler throws again": function((), None, "TRY 2; END_TRY; RETURN_VOID; RETHROW"),
    "nothing is reached behind a RETHROW": taking(ANY, text=f"{L0}; RETHROW; POP"),
    "a swap": taking(I32, F64, text=f"{L0}; {L1}; SWAP; RETURN", result=I32),
    "the closure itself": function((ADDER, I32), I32, f"{L0}; {L1}; CALL_CLOSURE 1; RETURN", captures=()),
    "a zeroed array of words": taking(text="CONST_I32 1; NEW_ARRAY_ZEROED %any; RETURN", result=ArrayType(ANY)),
}


@pytest.mark.parametrize("new", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(new: Function) -> None:
    verify(world_with(new))


@pytest.mark.parametrize(
    ("new", "signature"),
    [
        (taking(CIRCLE, text=f"{L0}; {L0}; CALL_METHOD 16 1 1; POP"), CallSignature((SHAPE, CIRCLE), SHAPE)),
        (taking(CIRCLE, text=f"{L0}; {L0}; CALL_METHOD 17 1 1; POP"), CallSignature((CIRCLE, SHAPE), CIRCLE)),
        (taking(CIRCLE, text=f"{L0}; CALL_INTERFACE 0 0 0; POP"), CallSignature((NAMED,), F64)),
        (taking(ADDER, text=f"{L0}; CONST_I32 1; CALL_CLOSURE 1; POP"), CallSignature((ADDER, I32), I32)),
        (taking(ADDER, text=f"{L0}; CONST_I32 1; SPAWN_CLOSURE 1; POP"), CallSignature((ADDER, I32), I32)),
        (taking(LONE, text=f"{L0}; SPAWN_METHOD 19 0 0; POP"), CallSignature((LONE,), None)),
        (taking(text=f"NATIVE_CALL {TELL} 0"), CallSignature((), None)),
    ],
)
def test_signatures_of_dynamic_calls(new: Function, signature: CallSignature) -> None:
    assert list(verify(world_with(new)).functions[NEW].call_signatures.values()) == [signature]


def test_direct_calls_have_no_signature() -> None:
    text = "CALL_CONSTRUCTOR 19 0; POP; CONST_I32 1; CONST_F64 1; CALL_STATIC 16 0 2; POP; RETURN_VOID"
    assert verify(world_with(function((), None, text))).functions[NEW].call_signatures == {}


def test_what_is_captured_keeps_the_closure_alive() -> None:
    new = function((ADDER, I32), I32, "LOAD_LOCAL 1; POP; LOAD_CAPTURED 0; RETURN", captures=(I32,))
    assert verify(world_with(new)).functions[NEW].live_locals == {0: 0b11, 3: 0b1, 4: 0b1, 7: 0}
