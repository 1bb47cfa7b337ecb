/** The first of these that take no more than `bytes` as JSON. */
export function fitting<T>(values: readonly T[], bytes: number): T[] {
  let left = bytes;
  return values.filter((value) => (left -= Buffer.byteLength(JSON.stringify(value)) + 1) > 0);
}
