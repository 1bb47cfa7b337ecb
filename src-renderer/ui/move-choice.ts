/** A list with one of its elements in another place; a place beyond an end is that end. */
export function moveChoice(chosen: readonly string[], from: number, to: number): string[] {
  const moved = [...chosen];
  const [key] = moved.splice(from, 1);
  if (key !== undefined) moved.splice(Math.max(0, Math.min(to, moved.length)), 0, key);
  return moved;
}
