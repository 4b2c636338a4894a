const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a text names files: `{customer}` once, no folder, at most one `*`. */
export function isFilePattern(text: string): boolean {
  const isPlain = text.length <= 200 && !/[/\\\0]/.test(text)
  return isPlain && text.split('{customer}').length === 2 && text.split('*').length <= 2
}

/**
 * Who a file is of, by its name; `undefined` for a file that is not named so. Where the pattern has a `*`, the customer's
 * part ends at the first character that follows it in the pattern: no name is read in two ways.
 */
export function customerIn(pattern: string): (fileName: string) => string | undefined {
  const [before = '', after = ''] = pattern.split('{customer}')
  const wild = (text: string): string => text.split('*').map(literally).join('.*')
  const isPlain = !pattern.includes('*')
  const own =
    isPlain || after === ''
      ? '.+'
      : after.startsWith('*')
        ? '[A-Za-z0-9]+'
        : `[^${literally(after[0] ?? '')}]+`
  const names = new RegExp(`^${wild(before)}(${own})${wild(after)}$`, 's')
  return (fileName) => (fileName.length > 255 ? undefined : names.exec(fileName)?.[1])
}
