// crypto: random numbers, from the generator of the context, which the host can seed.

const LONGEST_RANDOM = 65536;

class Crypto {
  randomUUID() {
    let text = "";
    for (let i = 0; i < 32; i++) {
      if (i === 8 || i === 12 || i === 16 || i === 20) text += "-";
      const digit = $$FTRUNC($random_next() * 16);
      text += $number_toString(i === 12 ? 4 : i === 16 ? 8 + (digit & 3) : digit, 16);
    }
    return text;
  }

  getRandomValues(array) {
    const element = $value_kind(array) === KIND_RECORD ? $bytes_view($record_inner(array), VIEW_ELEMENT) : -1;
    if (element < 0 || element >= ELEMENT_ANY || (element >= ELEMENT_FLOAT16 && element < ELEMENT_BIG_INT64)) {
      throw new DOMException("The data argument must be an integer-type TypedArray", "TypeMismatchError");
    }
    const view = $record_inner(array);
    const count = $bytes_view(view, VIEW_LENGTH) * elementSize(element);
    if (count > LONGEST_RANDOM) {
      const message = "The requested length exceeds 65,536 bytes";
      throw new DOMException(message, "QuotaExceededError");
    }
    const owner = $bytes_owner(view);
    const bytes = $bytes_newView($record_inner(owner), owner, ELEMENT_ANY, $bytes_view(view, VIEW_OFFSET), count);
    for (let i = 0; i < count; i++) $bytes_write(bytes, 1, i, $$FTRUNC($random_next() * 256), true);
    return array;
  }

  static {
    $property_define(Crypto.prototype, symbolToStringTag, "Crypto", IS_CONFIGURABLE);
    $property_delete(Crypto.prototype, "constructor");
  }
}

const crypto = new Crypto();
