import { type Bilingual, pick } from '../bilingual.ts'

/** Says what is going on, one line a step, with the seconds since the start. */
export class Progress {
  private readonly print: (line: string) => void
  private readonly start = performance.now()

  constructor(print: (line: string) => void) {
    this.print = print
  }

  step(sentence: Bilingual): void {
    this.print(`${this.seconds()}  ${pick(sentence)}…`)
  }

  done(): void {
    this.print(`${this.seconds()}  ${pick({ fr: 'Tout est prêt.', en: 'All is ready.' })}\n`)
  }

  private seconds(): string {
    return `${((performance.now() - this.start) / 1000).toFixed(1).padStart(5)} s`
  }
}
