// The classes of typed arrays: each knows the number of its elements' kind.

class Int8Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 1;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Int8Array requires 'new'");
    super();
    fillTyped(this, 0, args);
  }

  static {
    describeTyped(typedClasses, Int8Array, 1, 0);
  }
}

class Uint8Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 1;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Uint8Array requires 'new'");
    super();
    fillTyped(this, 1, args);
  }

  static fromBase64(text, options = undefined) {
    requireDigits(text);
    const isForUrls = isUrlAlphabet(options);
    const decoded = decodeBase64(text, isForUrls, lastChunkHandling(options), 9007199254740991);
    if (decoded.failure !== undefined) throw new SyntaxError(decoded.failure);
    return newBytes(copyOfBuffer(decoded.buffer, decoded.written, -1));
  }

  static fromHex(text) {
    requireDigits(text);
    const decoded = decodeHex(text, 9007199254740991);
    if (decoded.failure !== undefined) throw new SyntaxError(decoded.failure);
    return newBytes(copyOfBuffer(decoded.buffer, decoded.written, -1));
  }

  toBase64(options = undefined) {
    requireBytes(this, "toBase64");
    return base64OfBytes(this, options);
  }

  toHex() {
    requireBytes(this, "toHex");
    return hexOfBytes(this);
  }

  setFromBase64(text, options = undefined) {
    requireBytes(this, "setFromBase64");
    requireDigits(text);
    const isForUrls = isUrlAlphabet(options);
    const handling = lastChunkHandling(options);
    return setDecoded(this, decodeBase64(text, isForUrls, handling, typedLength(this, "setFromBase64")));
  }

  setFromHex(text) {
    requireBytes(this, "setFromHex");
    requireDigits(text);
    return setDecoded(this, decodeHex(text, typedLength(this, "setFromHex")));
  }

  static {
    describeTyped(typedClasses, Uint8Array, 1, 1);
  }
}

class Uint8ClampedArray extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 1;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Uint8ClampedArray requires 'new'");
    super();
    fillTyped(this, 2, args);
  }

  static {
    describeTyped(typedClasses, Uint8ClampedArray, 1, 2);
  }
}

class Int16Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 2;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Int16Array requires 'new'");
    super();
    fillTyped(this, 3, args);
  }

  static {
    describeTyped(typedClasses, Int16Array, 2, 3);
  }
}

class Uint16Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 2;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Uint16Array requires 'new'");
    super();
    fillTyped(this, 4, args);
  }

  static {
    describeTyped(typedClasses, Uint16Array, 2, 4);
  }
}

class Int32Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 4;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Int32Array requires 'new'");
    super();
    fillTyped(this, 5, args);
  }

  static {
    describeTyped(typedClasses, Int32Array, 4, 5);
  }
}

class Uint32Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 4;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Uint32Array requires 'new'");
    super();
    fillTyped(this, 6, args);
  }

  static {
    describeTyped(typedClasses, Uint32Array, 4, 6);
  }
}

class Float16Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 2;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Float16Array requires 'new'");
    super();
    fillTyped(this, 7, args);
  }

  static {
    describeTyped(typedClasses, Float16Array, 2, 7);
  }
}

class Float32Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 4;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Float32Array requires 'new'");
    super();
    fillTyped(this, 8, args);
  }

  static {
    describeTyped(typedClasses, Float32Array, 4, 8);
  }
}

class Float64Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 8;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Float64Array requires 'new'");
    super();
    fillTyped(this, 9, args);
  }

  static {
    describeTyped(typedClasses, Float64Array, 8, 9);
  }
}

class BigInt64Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 8;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor BigInt64Array requires 'new'");
    super();
    fillTyped(this, 10, args);
  }

  static {
    describeTyped(typedClasses, BigInt64Array, 8, 10);
  }
}

class BigUint64Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 8;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor BigUint64Array requires 'new'");
    super();
    fillTyped(this, 11, args);
  }

  static {
    describeTyped(typedClasses, BigUint64Array, 8, 11);
  }
}

function describeTyped(classes: $List, C, size: number, element: number): void {
  $property_define(C, "BYTES_PER_ELEMENT", size, 0);
  $property_define(getProperty(C, "prototype"), "BYTES_PER_ELEMENT", size, 0);
  while (classes.length <= element) classes.push(undefined);
  classes[element] = C;
}
