import { fail } from './Reader.ts'

/** Undoes a PNG predictor (ISO 32000-1 §7.4.4.4) of one byte a column, as cross-reference streams have it. */
export function undoPredictor(bytes: Uint8Array, columns: number): Uint8Array {
  if (!(columns >= 1 && columns <= 64)) fail()
  const rows = Math.floor(bytes.length / (columns + 1))
  const told = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column > 0 ? (told[at - 1] ?? 0) : 0
      const up = row > 0 ? (told[at - columns] ?? 0) : 0
      const upLeft = column > 0 && row > 0 ? (told[at - columns - 1] ?? 0) : 0
      told[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + guess(kind, left, up, upLeft)
    }
  }
  return told
}

function guess(kind: number, left: number, up: number, upLeft: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return Math.floor((left + up) / 2)
  if (kind !== 4) return fail()
  const paeth = left + up - upLeft
  const [a, b, c] = [Math.abs(paeth - left), Math.abs(paeth - up), Math.abs(paeth - upLeft)]
  return a <= b && a <= c ? left : b <= c ? up : upLeft
}
