/** The first number from `first` to `last` whose moment is not before the one asked for; else `last + 1`. Moments never go back. */
export function placeOf(
  moment: number,
  first: number,
  last: number,
  recorded: (number: number) => number | undefined,
): number {
  let [low, high] = [first, last + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    // A line that is missing is no reason to find none of the others.
    if ((recorded(middle) ?? Number.NEGATIVE_INFINITY) < moment) low = middle + 1
    else high = middle
  }
  return low
}
