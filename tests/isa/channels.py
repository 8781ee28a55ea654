"""Channels."""

from .cases import gives, joined, null, refused, throws

NO_CHANNEL = "CONST_NULL channel(string)"
NEW = "CONST_I32 2 | NEW_CHANNEL string | STORE_LOCAL 0 | LOAD_LOCAL 0"
SENT = f'{NEW} | CONST_STRING "a" | CHANNEL_SEND | LOAD_LOCAL 0 | CONST_STRING "b" | CHANNEL_SEND | LOAD_LOCAL 0'
TAKE = "CHANNEL_WAIT | POP | LOAD_LOCAL 0 | CHANNEL_TAKE"
CLOSED = f"{NEW} | CHANNEL_CLOSE | LOAD_LOCAL 0"
LOCAL = "channel(string)"
IS_CLOSED = "Error: the channel is closed"

CASES = joined(
    gives("NEW_CHANNEL", "CONST_I32 0 | NEW_CHANNEL f64 | CHANNEL_LENGTH", 0),
    throws("NEW_CHANNEL", "CONST_I32 -1 | NEW_CHANNEL f64 | CHANNEL_LENGTH", "RangeError: Invalid"),
    gives("CHANNEL_SEND", f"{SENT} | CHANNEL_LENGTH", 2, LOCAL),
    throws("CHANNEL_SEND", f'{CLOSED} | CONST_STRING "a" | CHANNEL_SEND', IS_CLOSED, "void", LOCAL),
    null("CHANNEL_SEND", f'{NO_CHANNEL} | CONST_STRING "a" | CHANNEL_SEND'),
    gives("CHANNEL_WAIT", f"{SENT} | CHANNEL_WAIT", True, LOCAL),
    gives("CHANNEL_WAIT", f"{CLOSED} | CHANNEL_WAIT", False, LOCAL),
    null("CHANNEL_WAIT", f"{NO_CHANNEL} | CHANNEL_WAIT", "bool"),
    gives("CHANNEL_TAKE", f"{SENT} | {TAKE}", "a", LOCAL),
    gives("CHANNEL_TAKE", f"{SENT} | {TAKE} | POP | LOAD_LOCAL 0 | {TAKE}", "b", LOCAL),
    throws("CHANNEL_TAKE", f"{CLOSED} | CHANNEL_TAKE", IS_CLOSED, "string", LOCAL),
    null("CHANNEL_TAKE", f"{NO_CHANNEL} | CHANNEL_TAKE", "string"),
    gives("CHANNEL_CLOSE", f"{CLOSED} | CHANNEL_IS_CLOSED", True, LOCAL),
    null("CHANNEL_CLOSE", f"{NO_CHANNEL} | CHANNEL_CLOSE"),
    gives("CHANNEL_IS_CLOSED", f"{NEW} | CHANNEL_IS_CLOSED", False, LOCAL),
    null("CHANNEL_IS_CLOSED", f"{NO_CHANNEL} | CHANNEL_IS_CLOSED", "bool"),
    gives("CHANNEL_LENGTH", f"{NEW} | CHANNEL_LENGTH", 0, LOCAL),
    null("CHANNEL_LENGTH", f"{NO_CHANNEL} | CHANNEL_LENGTH", "i32"),
)

REFUSED = [
    refused("NEW_CHANNEL", "CONST_F64 1.0 | NEW_CHANNEL f64 | RETURN", "channel(f64)"),
    refused("NEW_CHANNEL", "NEW_CHANNEL f64 | RETURN", "channel(f64)"),
    refused("CHANNEL_SEND", f"{NO_CHANNEL} | CONST_I32 1 | CHANNEL_SEND | RETURN_VOID", "void"),
    refused("CHANNEL_SEND", "CONST_I32 1 | CHANNEL_SEND | RETURN_VOID", "void"),
    *(
        refused(mnemonic, f"NEW_MUTEX | {mnemonic} | {end}", result)
        for mnemonic, end, result in (
            ("CHANNEL_WAIT", "RETURN", "bool"),
            ("CHANNEL_TAKE", "RETURN", "string"),
            ("CHANNEL_CLOSE", "RETURN_VOID", "void"),
            ("CHANNEL_IS_CLOSED", "RETURN", "bool"),
            ("CHANNEL_LENGTH", "RETURN", "i32"),
        )
    ),
]
