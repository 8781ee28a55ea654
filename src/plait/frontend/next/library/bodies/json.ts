// JSON.

class JSON {
  static parse(text, reviver) {
    const value = parseJson(toText(text));
    if (typeof reviver !== "function") return value;
    const root = newObject();
    $property_define(root, "", value, 7);
    return reviveJson(root, "", reviver);
  }

  static stringify(value, replacer, space) {
    return stringifyJson(value, replacer, space);
  }

  static {
    $property_define(JSON, symbolToStringTag, "JSON", IS_CONFIGURABLE);
  }
}

function reviveJson(holder, key, reviver): any {
  const value = getElement(holder, key);
  const kind = $value_kind(value);
  if (kind === KIND_LIST) {
    const list: $List = value;
    const length = list.length;
    for (let i = 0; i < length; i++) {
      const revived = reviveJson(value, $dynamic_toText(i), reviver);
      if (i < list.length && $list_isPlain(list) && revived !== undefined) list[i] = revived;
      else putRevived(value, $dynamic_toText(i), revived);
    }
  } else if (kind === KIND_RECORD) {
    const keys: $List = $property_keys(value, 1);
    for (let i = 0; i < keys.length; i++) putRevived(value, keys[i], reviveJson(value, keys[i], reviver));
  }
  return $call(reviver, holder, key, value);
}

// Gives an object what a reviver has made of a property, if it may have that.
function putRevived(o, key, value): void {
  if (value === undefined) {
    $property_delete(o, key);
    return;
  }
  const attributes = $property_attributes(o, key);
  const isFree = attributes < 0 ? $object_integrity(o) === 0 : (attributes & IS_CONFIGURABLE) !== 0;
  if (isFree) defineOwn(o, key, value, IS_WRITABLE | IS_ENUMERABLE | IS_CONFIGURABLE);
}
