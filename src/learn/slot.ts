// What a map holds under a key, made where it is asked for first.

export function slot<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

export const emptyMap = <K, V>(): Map<K, V> => new Map<K, V>();
