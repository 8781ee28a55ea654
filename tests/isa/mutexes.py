"""Mutexes."""

from .cases import gives, joined, null, refused, refused_operands, throws

NO_MUTEX = "CONST_NULL mutex"
NEW = "NEW_MUTEX | STORE_LOCAL 0 | LOAD_LOCAL 0"
LOCKED = f"{NEW} | MUTEX_LOCK | LOAD_LOCAL 0"

CASES = joined(
    gives("NEW_MUTEX", "NEW_MUTEX | IS_NULL", False),
    gives("MUTEX_LOCK", f"{LOCKED} | MUTEX_IS_LOCKED", True, "mutex"),
    null("MUTEX_LOCK", f"{NO_MUTEX} | MUTEX_LOCK"),
    gives("MUTEX_UNLOCK", f"{LOCKED} | MUTEX_UNLOCK | LOAD_LOCAL 0 | MUTEX_IS_LOCKED", False, "mutex"),
    throws("MUTEX_UNLOCK", "NEW_MUTEX | MUTEX_UNLOCK", "Error: the mutex is not locked", "void"),
    null("MUTEX_UNLOCK", f"{NO_MUTEX} | MUTEX_UNLOCK"),
    gives("MUTEX_TRY_LOCK", f"{NEW} | MUTEX_TRY_LOCK", True, "mutex"),
    gives("MUTEX_TRY_LOCK", f"{LOCKED} | MUTEX_TRY_LOCK", False, "mutex"),
    null("MUTEX_TRY_LOCK", f"{NO_MUTEX} | MUTEX_TRY_LOCK", "bool"),
    gives("MUTEX_IS_LOCKED", f"{NEW} | MUTEX_IS_LOCKED", False, "mutex"),
    null("MUTEX_IS_LOCKED", f"{NO_MUTEX} | MUTEX_IS_LOCKED", "bool"),
)

REFUSED = [
    refused("NEW_MUTEX", "NEW_MUTEX | RETURN", "string", at="RETURN"),
    *(
        case
        for mnemonic in dict.fromkeys(case.mnemonic for case in CASES)
        if mnemonic != "NEW_MUTEX"
        for case in refused_operands(mnemonic)
    ),
]
