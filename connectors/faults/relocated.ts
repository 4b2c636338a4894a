/**
 * A PDF into which bytes were put, whose cross-reference table (ISO 32000-1 §7.5.4) leads to where its objects are now.
 *
 * @param at where they were put.
 */
export function relocated(pdf: Buffer, at: number, added: number): Buffer {
  const table = pdf.lastIndexOf('\nxref')
  const moved = (told: string): string => {
    const offset = Number(told)
    return `${offset >= at ? offset + added : offset}`.padStart(told.length, '0')
  }
  if (table < 0) return pdf
  const text = pdf
    .subarray(table)
    .toString('latin1')
    .replace(/^\d{10}(?= \d{5} n)/gm, moved)
    .replace(/(?<=startxref\s+)\d+/, moved)
  return Buffer.concat([pdf.subarray(0, table), Buffer.from(text, 'latin1')])
}
