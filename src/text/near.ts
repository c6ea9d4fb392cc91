/**
 * True when one letter more, less, exchanged or swapped with its neighbour makes one name of the other. Short names and
 * mere digits do not count: `boto` and `boto3` are two packages.
 */
export function isNear(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  if (shorter < 4 || Math.abs(left.length - right.length) > 1 || letters(left) === letters(right)) return false;
  return distance(left, right) === 1;
}

function letters(name: string): string {
  return name.replaceAll(/\d/g, "");
}

/** Optimal string alignment: letters more, less, other, or swapped with their neighbour. */
export function distance(first: string, second: string): number {
  const rows: number[][] = [Array.from({ length: second.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= first.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= second.length; column++) {
      const isSame = first[row - 1] === second[column - 1];
      const plain = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      rows[row]?.push(isSwap ? Math.min(plain, at(row - 2, column - 2) + 1) : plain);
    }
  }
  return at(first.length, second.length);
}
