import { expect, it } from 'vitest'
import { inPieces } from './in-pieces.ts'

const lines = (piece: string): string => piece.replace(/\r\n?/g, '\n')

it('a text is replaced as if it were at once', () => {
  for (const length of [0, 1, 65_535, 65_536, 65_537]) {
    for (const end of ['', '\r', '\n', '\r\n', '\r\r\n', '\r\n\r\nx']) {
      const text = 'x'.repeat(length) + end
      expect(inPieces(text, lines) === lines(text)).toBe(true)
    }
  }
})
