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
    for (let i = 0; i < list.length; i++) list[i] = reviveJson(value, $dynamic_toText(i), reviver);
  } else if (kind === KIND_RECORD) {
    const keys: $List = $property_keys(value, 1);
    for (let i = 0; i < keys.length; i++) {
      const revived = reviveJson(value, keys[i], reviver);
      if (revived === undefined) $property_delete(value, keys[i]);
      else $property_define(value, keys[i], revived, 7);
    }
  }
  return $call(reviver, holder, key, value);
}
