// DOMException: the errors of what programs of the web share.

// The names of errors in the order of their codes, from 1 on; there are none in the place of those that are history.
const EXCEPTION_NAMES: $List = [
  "IndexSizeError", "", "HierarchyRequestError", "WrongDocumentError", "InvalidCharacterError", "", "NoModificationAllowedError",
  "NotFoundError", "NotSupportedError", "InUseAttributeError", "InvalidStateError", "SyntaxError", "InvalidModificationError",
  "NamespaceError", "InvalidAccessError", "", "TypeMismatchError", "SecurityError", "NetworkError", "AbortError",
  "URLMismatchError", "QuotaExceededError", "TimeoutError", "InvalidNodeTypeError", "DataCloneError",
];

class DOMException extends Error {
  constructor(message = undefined, name = undefined) {
    super(message === undefined ? "" : toText(message));
    const text = name === undefined ? "Error" : toText(name);
    $property_define(this, "name", text, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(this, "code", $array_indexOf_any(EXCEPTION_NAMES, text, 0) + 1, IS_WRITABLE | IS_CONFIGURABLE);
  }

  static {
    $property_define(DOMException, "ABORT_ERR", 20, IS_ENUMERABLE);
    $property_define(DOMException, "TIMEOUT_ERR", 23, IS_ENUMERABLE);
    $property_define(DOMException, "DATA_CLONE_ERR", 25, IS_ENUMERABLE);
    $property_define(DOMException.prototype, symbolToStringTag, "DOMException", IS_CONFIGURABLE);
  }
}

// Errors of Node's own functions have a code, which stands in their stack and behind their name.
function codedError(error, code: string): any {
  error.code = code;
  return error;
}
