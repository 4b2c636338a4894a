/** Whether a text names files: `{customer}` once, no folder, at most one `*`. */
export function isFilePattern(text: string): boolean {
  const isPlain = text.length <= 200 && !/[/\\\0]/.test(text)
  return isPlain && text.split('{customer}').length === 2 && text.split('*').length <= 2
}

/**
 * Whose a file can be, by its name alone: each way to read the customer's part, where a `*` leaves more than one open. None
 * for a file that is not named so.
 */
export function readingsOf(pattern: string): (fileName: string) => readonly string[] {
  const [before = '', after = ''] = pattern.split('{customer}')
  const [first = '', nextToCustomer] = before.split('*')
  const [behind = '', last] = after.split('*')
  return (fileName) => {
    if (fileName.length > 255 || !fileName.startsWith(first)) return []
    const ending = last ?? behind
    const middle = fileName.slice(first.length, fileName.length - ending.length)
    if (!fileName.endsWith(ending) || first.length + ending.length >= fileName.length) return []
    const cuts = Array.from({ length: middle.length + 1 }, (_, at) => at)
    if (nextToCustomer !== undefined) {
      return cuts
        .filter((at) => at < middle.length && middle.slice(0, at).endsWith(nextToCustomer))
        .map((at) => middle.slice(at))
    }
    if (last === undefined) return [middle]
    return cuts.filter((at) => at > 0 && middle.startsWith(behind, at)).map((at) => middle.slice(0, at))
  }
}
