import type { Bilingual } from '../errors.ts'
import type { Io } from './io.ts'

const width = 24

/** Shows how far a phase is: a bar that is redrawn on a terminal, a line a quarter elsewhere. */
export function progressBar(
  { lang, note, terminal }: Io,
  title: Bilingual,
): (done: number, total: number) => void {
  let quarter = 0
  return (done, total) => {
    if (terminal !== undefined) {
      const filled = Math.round((done / total) * width)
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
      terminal.write(`\r${title[lang]} ${bar} ${done}/${total}${done === total ? '\n' : ''}`)
      return
    }
    const reached = Math.floor((done / total) * 4)
    if (reached > quarter) note(`${title[lang]} ${done}/${total}`)
    quarter = reached
  }
}
