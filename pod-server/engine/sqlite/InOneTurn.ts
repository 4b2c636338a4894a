interface Asked<Ask, Answer> {
  readonly ask: Ask
  readonly done: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

/** Answers all that is asked in a turn of the event loop at once: a query costs libsql more than what it finds. */
export class InOneTurn<Ask, Answer> {
  private readonly answer: (asks: readonly Ask[]) => readonly Answer[]
  private asked: Asked<Ask, Answer>[] = []

  /** `answer`: all, in their order, of one moment. */
  constructor(answer: (asks: readonly Ask[]) => readonly Answer[]) {
    this.answer = answer
  }

  /** @returns what is so at a moment after the call. */
  of(ask: Ask): Promise<Answer> {
    return new Promise((done, fail) => {
      if (this.asked.push({ ask, done, fail }) === 1) setImmediate(() => this.answerAll())
    })
  }

  private answerAll(): void {
    const asked = this.asked
    this.asked = []
    try {
      const answers = this.answer(asked.map(({ ask }) => ask))
      for (const [index, { done }] of asked.entries()) done(answers[index] as Answer)
    } catch (error) {
      for (const { fail } of asked) fail(error)
    }
  }
}
