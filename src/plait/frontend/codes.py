"""Every diagnostic code of the front end, with what it is about. Codes are stable: programs and documents cite them.

P1xxx: the text is no program. P2xxx: names and types. P3xxx: valid TypeScript outside the language. What `tsc` accepts
is never refused with a code of the first two families.
"""

from __future__ import annotations

from enum import Enum


class Code(Enum):
    """A diagnostic code; the member's text says what the code is about."""

    def __init__(self, code: str, about: str) -> None:
        self.code = code
        self.about = about

    SYNTAX = ("P1001", "the text is not TypeScript")
    NUMBER_LITERAL = ("P1002", "a number literal that JavaScript does not accept")
    ESCAPE = ("P1003", "an escape sequence that JavaScript does not accept")
    UNARY_POWER = ("P1004", "a unary operator directly before `**`")
    ASSIGNMENT_TARGET = ("P1005", "an assignment to something that cannot be assigned")
    JUMP_TARGET = ("P1007", "`break`, `continue` or a label without its statement")
    AWAIT_OUTSIDE = ("P1008", "`await` in a function that is not async")
    RESERVED_NAME = ("P1009", "a reserved word used as a name")
    CONST_WITHOUT_VALUE = ("P1010", "a `const` without a value")
    PATTERN = ("P1011", "a regular expression that JavaScript does not accept")

    UNKNOWN_NAME = ("P2001", "a name that is not declared")
    DUPLICATE_NAME = ("P2002", "a name declared twice in one scope")
    USED_BEFORE_DECLARATION = ("P2003", "a variable used before its declaration")
    USED_BEFORE_ASSIGNMENT = ("P2004", "a variable used before it is assigned")
    ASSIGNMENT_TO_CONSTANT = ("P2005", "an assignment to a constant or a function")
    TYPE_MISMATCH = ("P2006", "a value of the wrong type")
    OPERAND_TYPES = ("P2008", "an operator applied to types it does not take")
    ARGUMENT_COUNT = ("P2009", "a call with the wrong number of arguments")
    NOT_CALLABLE = ("P2010", "a call of something that is no function")
    UNKNOWN_PROPERTY = ("P2011", "a property that the type does not have")
    MISSING_RETURN = ("P2012", "a path through a function that returns nothing")
    MISSING_PARAMETER_TYPE = ("P2013", "a parameter without a type")
    MISSING_RESULT_TYPE = ("P2014", "a result type that cannot be inferred")
    UNKNOWN_TYPE = ("P2016", "a type that does not exist")
    NO_OVERLAP = ("P2017", "a comparison of types that have no value in common")
    UNKNOWN_VALUE = ("P2018", "a use of a value of type `unknown`")
    MISSING_VARIABLE_TYPE = ("P2020", "a variable without type and value")
    ASYNC_RESULT = ("P2021", "an async function whose result type is no Promise")
    UNUSED_VALUE = ("P2022", "an operand of a comma that has no effect")
    CONSTANT_CONDITION = ("P2023", "a condition that is always true or always false")

    ABSTRACT = ("P2024", "an object of an abstract class, or an abstract member where none can be")
    MISSING_MEMBER = ("P2025", "a class without a member that it must have")
    INCOMPATIBLE_MEMBER = ("P2026", "a member that does not fit the one it overrides or implements")
    EXCESS_PROPERTY = ("P2027", "a property in an object literal that its type does not have")
    ACCESS = ("P2028", "a use of a member that is private or protected")
    READONLY = ("P2029", "an assignment to something that is read-only")
    UNASSIGNED_FIELD = ("P2030", "a field that the constructor does not assign")
    SUPER = ("P2031", "`super` or `this` where it cannot be, or is missing")
    POSSIBLY_NOTHING = ("P2032", "a use of a value that may be null or undefined")
    TYPE_AS_VALUE = ("P2033", "an interface or type used as a value, or a value used as a type")
    BASE_CLASS = ("P2034", "a base class that is none")
    MODIFIER = ("P2035", "a modifier where it cannot be")

    STATEMENT = ("P3002", "a statement that is not supported")
    EXPRESSION = ("P3003", "an expression that is not supported")
    TYPE = ("P3004", "a type that is not supported")
    LIBRARY = ("P3005", "a part of the library that is not there")
    LOOSE_EQUALITY = ("P3006", "`==` or `!=`")
    VAR = ("P3007", "`var`")
    FORMAT_STRING = ("P3008", "a console call whose first argument may be a format string")
    NOT_PRINTABLE = ("P3009", "a value that the console cannot show yet")
    UNION = ("P3010", "a use of a value that has one of several types")
    CONDITION = ("P3012", "a promise as a condition")
    FUNCTION_VALUE = ("P3013", "a method used as a value")
    GLOBAL_WITHOUT_VALUE = ("P3014", "a variable without a value that functions use, or a static field without one")
    PARAMETER = ("P3015", "a parameter of a kind that is not supported")
    TYPE_ARGUMENTS = ("P3016", "type arguments where none are supported")
    REFERENCE_COMPARISON = ("P3017", "a comparison of promises")
    HELD_DIFFERENTLY = ("P3019", "a conversion between types that the machine holds in different ways")
    CLASS_PLACE = ("P3020", "something that a class inside of a block cannot do")
    TOO_LARGE = ("P3018", "a program beyond what the compiler does or a module can hold")
    NESTING = ("P3021", "a program nested too deeply")
    NUMBER_TO_INT = ("P3022", "a number where an int is needed")
    NO_VALUE = ("P3023", "a value taken from something that has none")
    MISSING_ELEMENT_TYPE = ("P3024", "an empty array whose element type is not known")
    UNTOLD_TYPE = ("P3025", "a variable or field whose value does not tell its type")
    CLASS_AS_VALUE = ("P3026", "a class or an enum used as a value")
    SUPER_CALL = ("P3027", "`super(...)` that is not called once for all, directly in the constructor")
    GRAMMAR = ("P3029", "a text that the first front end may read otherwise than TypeScript")
    COMPARISON = ("P3028", "a comparison of values that the machine takes for different ones")
