// The classes of typed arrays: each knows the number of its elements' kind.

class Int8Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 1;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor Int8Array requires 'new'");
    super();
    fillTyped(this, 0, args);
  }

  static {
    describeTyped(Int8Array, 1);
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
    return bytesOfBase64(text, options);
  }

  static fromHex(text) {
    return bytesOfHex(text);
  }

  toBase64(options = undefined) {
    return base64OfBytes(this, options);
  }

  toHex() {
    return hexOfBytes(this);
  }

  setFromBase64(text, options = undefined) {
    return setBytes(this, text, bytesOfBase64(text, options));
  }

  setFromHex(text) {
    return setBytes(this, text, bytesOfHex(text));
  }

  static {
    describeTyped(Uint8Array, 1);
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
    describeTyped(Uint8ClampedArray, 1);
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
    describeTyped(Int16Array, 2);
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
    describeTyped(Uint16Array, 2);
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
    describeTyped(Int32Array, 4);
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
    describeTyped(Uint32Array, 4);
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
    describeTyped(Float16Array, 2);
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
    describeTyped(Float32Array, 4);
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
    describeTyped(Float64Array, 8);
  }
}

class BigInt64Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 8;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor BigInt64Array requires 'new'");
    super();
    fillTyped(this, 10, args);
  }

  $convert(value) {
    return toBigInt(value);
  }

  static {
    describeTyped(BigInt64Array, 8);
  }
}

class BigUint64Array extends TypedArray {
  static readonly BYTES_PER_ELEMENT = 8;

  constructor(...args: $Length<3>) {
    if (this === undefined) throw new TypeError("Constructor BigUint64Array requires 'new'");
    super();
    fillTyped(this, 11, args);
  }

  $convert(value) {
    return toBigInt(value);
  }

  static {
    describeTyped(BigUint64Array, 8);
  }
}

function describeTyped(C, size: number): void {
  $property_define(C, "BYTES_PER_ELEMENT", size, 0);
  $property_define(getProperty(C, "prototype"), "BYTES_PER_ELEMENT", size, 0);
  $property_define(getProperty(C, "prototype"), "$class", C, IS_PRIVATE);
}
