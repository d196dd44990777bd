/**
 * Unpacks base64 of `(gap to the next cell as a varint, weight as a signed byte)*` into `cells` weights. The form holds
 * sparse weights as text that a module can carry.
 */
export function unpack(packed: string, cells: number): Int8Array {
  const bytes = atob(packed);
  const weights = new Int8Array(cells);
  let cell = -1;
  for (let i = 0; i < bytes.length; ) {
    let gap = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes.charCodeAt(i++);
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
      shift += 7;
    }
    cell += gap;
    weights[cell] = (bytes.charCodeAt(i++) << 24) >> 24;
  }
  return weights;
}

/** The other way round; for the scripts that train. */
export function pack(weights: Int8Array): string {
  const bytes: number[] = [];
  let last = -1;
  for (let cell = 0; cell < weights.length; cell++) {
    if (!weights[cell]) continue;
    let gap = cell - last;
    last = cell;
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap & 127) | 128);
    bytes.push(gap, (weights[cell] as number) & 255);
  }
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.slice(i, i + 8192));
  return btoa(text);
}
