// ArrayBuffer and DataView. What an ArrayBuffer keeps is a buffer of bytes, what a DataView keeps a view of one.

class ArrayBuffer {
  constructor(length = undefined, options = undefined) {
    if (this === undefined) throw new TypeError("Constructor ArrayBuffer requires 'new'");
    const size = bufferSize(length, "Invalid array buffer length");
    let limit = -1;
    if ($value_isObject(options)) {
      const given = getElement(options, "maxByteLength");
      if (given !== undefined) {
        limit = bufferSize(given, "Invalid array buffer max length");
        if (size > limit) throw new RangeError("Invalid array buffer max length");
      }
    }
    $record_setInner(this, $bytes_newBuffer(size, limit));
  }

  static get [Symbol.species]() {
    return this;
  }

  static isView(x) {
    return $value_kind(x) === KIND_RECORD && $bytes_view($record_inner(x), VIEW_ELEMENT) >= 0;
  }

  get byteLength() {
    return $bytes_length(bufferOf(this, "byteLength"));
  }

  get maxByteLength() {
    const buffer = bufferOf(this, "maxByteLength");
    const limit = $bytes_limit(buffer);
    return limit === -2 ? 0 : limit < 0 ? $bytes_length(buffer) : limit;
  }

  get resizable() {
    return $bytes_limit(bufferOf(this, "resizable")) >= 0;
  }

  get detached() {
    return $bytes_limit(bufferOf(this, "detached")) === -2;
  }

  resize(length) {
    const buffer = bufferOf(this, "resize");
    if ($bytes_limit(buffer) < 0) {
      throw new TypeError("Method ArrayBuffer.prototype.resize called on incompatible receiver " + describe(this));
    }
    const size = bufferSize(length, "ArrayBuffer.prototype.resize: Invalid length parameter");
    if (!$bytes_resize(buffer, size)) throw new RangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
  }

  slice(start, end) {
    const buffer = bufferOf(this, "slice");
    if ($bytes_limit(buffer) === -2) throw new TypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer");
    const length = $bytes_length(buffer);
    const from = relativeIndex(start, length, 0);
    const count = $$FMAX(0, relativeIndex(end, length, length) - from);
    const made = construct(speciesOf(this, ArrayBuffer), [count]);
    const target = bufferOf(made, "slice");
    if ($bytes_limit(target) === -2) throw new TypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer");
    if (made === this) throw new TypeError("ArrayBuffer subclass returned this from species constructor");
    if ($bytes_length(target) < count) throw new TypeError("Species constructor returned a too small ArrayBuffer");
    if ($bytes_limit(buffer) === -2) throw new TypeError("Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer");
    $bytes_copy(target, 0, buffer, from, $$FMIN(count, $$FMAX(0, $bytes_length(buffer) - from)));
    return made;
  }

  transfer(length?) {
    return transferred(this, length, true, "transfer");
  }

  transferToFixedLength(length?) {
    return transferred(this, length, false, "transferToFixedLength");
  }

  static {
    $property_define(ArrayBuffer.prototype, symbolToStringTag, "ArrayBuffer", IS_CONFIGURABLE);
  }

  $clone(copies) {
    const buffer = bufferOf(this, "slice");
    if ($bytes_limit(buffer) === -2) {
      throw new DOMException("An ArrayBuffer is detached and could not be cloned.", "DataCloneError");
    }
    const copy = newBufferObject(copyOfBuffer(buffer, $bytes_length(buffer), $bytes_limit(buffer)));
    $table_set(copies, this, copy);
    return copy;
  }

  $inspect() {
    return isBufferObject(this) ? ["ArrayBuffer", undefined, inspectBuffer, undefined, undefined] : undefined;
  }
}

function bufferSize(value, message: string): number {
  const size = value === undefined ? 0 : toInteger(value);
  if (!(size >= 0 && size <= 4294967232)) throw new RangeError(message);
  return size;
}

function isBufferObject(x): boolean {
  return $value_kind(x) === KIND_RECORD && $bytes_isBuffer($record_inner(x));
}

function bufferOf(x, method: string): any {
  if (isBufferObject(x)) return $record_inner(x);
  throw new TypeError("Method ArrayBuffer.prototype." + method + " called on incompatible receiver " + describe(x));
}

function newBufferObject(buffer): any {
  const made = $record_new(getProperty(ArrayBuffer, "prototype"));
  $record_setInner(made, buffer);
  return made;
}

function copyOfBuffer(buffer, length: number, limit: number): any {
  const copy = $bytes_newBuffer(length, limit);
  $bytes_copy(copy, 0, buffer, 0, length);
  return copy;
}

function transferred(x, length, keepsLimit: boolean, method: string): any {
  const buffer = bufferOf(x, method);
  const size = length === undefined ? $bytes_length(buffer) : bufferSize(length, "Invalid array buffer length");
  const limit = $bytes_limit(buffer);
  if (limit === -2) throw new TypeError("Cannot perform ArrayBuffer.prototype." + method + " on a detached ArrayBuffer");
  const isResizable = keepsLimit && limit >= 0;
  if (isResizable && size > limit) throw new RangeError("Invalid array buffer length");
  if (size === $bytes_length(buffer) && isResizable === limit >= 0) return newBufferObject($bytes_take(buffer));
  const made = copyOfBuffer(buffer, size, isResizable ? limit : -1);
  $bytes_take(buffer);
  return newBufferObject(made);
}

function inspectBuffer(x, depth: number): any {
  const buffer = $record_inner(x);
  if ($bytes_limit(buffer) === -2) return ["(detached)", "byteLength: 0"];
  const length = $bytes_length(buffer);
  const view = $bytes_newView(buffer, x, ELEMENT_ANY, 0, -1);
  let text = "";
  const count = $$FMIN(length, 100);
  for (let i = 0; i < count; i++) {
    text += (i === 0 ? "" : " ") + $string_padStart($number_toString($bytes_read(view, 1, i, true), 16), 2, "0");
  }
  if (length > count) text += " ... " + (length - count) + (length - count > 1 ? " more bytes" : " more byte");
  return ["[Uint8Contents]: <" + text + ">", "byteLength: " + length];
}

class DataView {
  constructor(buffer, offset = undefined, length = undefined) {
    if (this === undefined) throw new TypeError("Constructor DataView requires 'new'");
    if (!isBufferObject(buffer)) throw new TypeError("First argument to DataView constructor must be an ArrayBuffer");
    const start = offset === undefined ? 0 : toInteger(offset);
    if (!(start >= 0 && start <= 9007199254740991)) throw new RangeError("Start offset " + toText(offset) + " is outside the bounds of the buffer");
    const kept = $record_inner(buffer);
    if ($bytes_limit(kept) === -2) throw new TypeError("Cannot perform DataView on a detached ArrayBuffer");
    const whole = $bytes_length(kept);
    if (start > whole) throw new RangeError("Start offset " + start + " is outside the bounds of the buffer");
    let count = length === undefined ? -1 : toInteger(length);
    if (length !== undefined && !(count >= 0 && start + count <= whole)) {
      throw new RangeError("Invalid DataView length " + toText(length));
    }
    if (count < 0 && $bytes_limit(kept) < 0) count = whole - start;
    $record_setInner(this, $bytes_newView(kept, buffer, ELEMENT_ANY, start, count));
  }

  get buffer() {
    return $bytes_owner(dataOf(this, "buffer"));
  }

  get byteLength() {
    return $bytes_view(dataInside(this, "byteLength"), VIEW_LENGTH);
  }

  get byteOffset() {
    return $bytes_view(dataInside(this, "byteOffset"), VIEW_OFFSET);
  }

  getInt8(offset) {
    return readData(this, 0, offset, true, "getInt8");
  }

  getUint8(offset) {
    return readData(this, 1, offset, true, "getUint8");
  }

  getInt16(offset, isLittle?) {
    return readData(this, 3, offset, isLittle, "getInt16");
  }

  getUint16(offset, isLittle?) {
    return readData(this, 4, offset, isLittle, "getUint16");
  }

  getInt32(offset, isLittle?) {
    return readData(this, 5, offset, isLittle, "getInt32");
  }

  getUint32(offset, isLittle?) {
    return readData(this, 6, offset, isLittle, "getUint32");
  }

  getFloat16(offset, isLittle?) {
    return readData(this, 7, offset, isLittle, "getFloat16");
  }

  getFloat32(offset, isLittle?) {
    return readData(this, 8, offset, isLittle, "getFloat32");
  }

  getFloat64(offset, isLittle?) {
    return readData(this, 9, offset, isLittle, "getFloat64");
  }

  getBigInt64(offset, isLittle?) {
    return readData(this, 10, offset, isLittle, "getBigInt64");
  }

  getBigUint64(offset, isLittle?) {
    return readData(this, 11, offset, isLittle, "getBigUint64");
  }

  setInt8(offset, value) {
    writeData(this, 0, offset, value, true, "setInt8");
  }

  setUint8(offset, value) {
    writeData(this, 1, offset, value, true, "setUint8");
  }

  setInt16(offset, value, isLittle?) {
    writeData(this, 3, offset, value, isLittle, "setInt16");
  }

  setUint16(offset, value, isLittle?) {
    writeData(this, 4, offset, value, isLittle, "setUint16");
  }

  setInt32(offset, value, isLittle?) {
    writeData(this, 5, offset, value, isLittle, "setInt32");
  }

  setUint32(offset, value, isLittle?) {
    writeData(this, 6, offset, value, isLittle, "setUint32");
  }

  setFloat16(offset, value, isLittle?) {
    writeData(this, 7, offset, value, isLittle, "setFloat16");
  }

  setFloat32(offset, value, isLittle?) {
    writeData(this, 8, offset, value, isLittle, "setFloat32");
  }

  setFloat64(offset, value, isLittle?) {
    writeData(this, 9, offset, value, isLittle, "setFloat64");
  }

  setBigInt64(offset, value, isLittle?) {
    writeData(this, 10, offset, value, isLittle, "setBigInt64");
  }

  setBigUint64(offset, value, isLittle?) {
    writeData(this, 11, offset, value, isLittle, "setBigUint64");
  }

  static {
    $property_define(DataView.prototype, symbolToStringTag, "DataView", IS_CONFIGURABLE);
  }

  $clone(copies) {
    const view = dataOf(this, "buffer");
    const buffer = cloneValue($bytes_owner(view), copies);
    const length = $bytes_view(view, VIEW_IS_TRACKING) === 1 ? -1 : $bytes_view(view, VIEW_LENGTH);
    const copy = $record_new(DataView.prototype);
    $record_setInner(copy, $bytes_newView($record_inner(buffer), buffer, ELEMENT_ANY, $bytes_view(view, VIEW_OFFSET), length));
    $table_set(copies, this, copy);
    return copy;
  }

  $inspect() {
    return isDataView(this) ? ["DataView", undefined, inspectData, undefined, undefined] : undefined;
  }
}

function isDataView(x): boolean {
  return $value_kind(x) === KIND_RECORD && $bytes_view($record_inner(x), VIEW_ELEMENT) === ELEMENT_ANY;
}

function dataOf(x, method: string): any {
  if (isDataView(x)) return $record_inner(x);
  throw new TypeError("Method DataView.prototype." + method + " called on incompatible receiver " + describe(x));
}

function dataInside(x, method: string): any {
  const view = dataOf(x, method);
  if ($bytes_view(view, VIEW_IS_OUTSIDE) === 0) return view;
  if ($bytes_limit($record_inner($bytes_owner(view))) !== -2) throw new TypeError("Invalid DataView accessor " + method + ": out of bounds");
  throw new TypeError("Cannot perform DataView.prototype." + method + " on a detached ArrayBuffer");
}

function dataOffset(offset): number {
  const place = toInteger(offset);
  if (!(place >= 0 && place <= 9007199254740991)) throw new RangeError("Offset is outside the bounds of the DataView");
  return place;
}

function readData(x, element: number, offset, isLittle, method: string): any {
  dataOf(x, method);
  const place = dataOffset(offset);
  const value = $bytes_read(dataInside(x, method), element, place, isLittle ? true : false);
  if ($value_isAbsent(value)) throw new RangeError("Offset is outside the bounds of the DataView");
  return value;
}

function writeData(x, element: number, offset, value, isLittle, method: string): void {
  dataOf(x, method);
  const place = dataOffset(offset);
  const converted = element >= ELEMENT_BIG_INT64 ? toBigInt(value) : toNumber(value);
  if (!$bytes_write(dataInside(x, method), element, place, converted, isLittle ? true : false)) {
    throw new RangeError("Offset is outside the bounds of the DataView");
  }
}

function inspectData(x, depth: number): any {
  const view = $record_inner(x);
  inspectIndentation += 2;
  const buffer = inspectValue($bytes_owner(view), depth);
  inspectIndentation -= 2;
  return ["byteLength: " + $bytes_view(view, VIEW_LENGTH), "byteOffset: " + $bytes_view(view, VIEW_OFFSET), "buffer: " + buffer];
}
