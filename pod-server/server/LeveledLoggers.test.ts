import { BaseLogger, type Logger, type LogLevel } from '@solid/community-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LeveledLoggers } from './LeveledLoggers.ts'

class Heard extends BaseLogger {
  readonly levels: string[] = []
  readonly lines: string[] = []

  override log(level: LogLevel, message: string): Logger {
    this.levels.push(level)
    this.lines.push(message)
    return this
  }
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

function opened(level: LogLevel) {
  const heard = new Heard()
  const loggers = new LeveledLoggers({ createLogger: () => heard }, level)
  return { heard, loggers, logger: loggers.createLogger('any') }
}

describe('loggers', () => {
  it.each([
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['silly', ['error', 'warn', 'info', 'verbose', 'debug', 'silly']],
  ] as const)('of %s pass on nothing below it', (level, passed) => {
    const { heard, logger } = opened(level)
    for (const one of ['error', 'warn', 'info', 'verbose', 'debug', 'silly'] as const) logger[one]('said')
    expect(heard.levels).toEqual(passed)
  })

  it('write so many lines a minute of what anybody can cause, and how many more there were', () => {
    const { heard, loggers, logger } = opened('warn')
    vi.setSystemTime(0)
    // There is one for each object, and many objects of a kind.
    for (let n = 0; n < 5000; n++) loggers.createLogger('any').error(`wrong ${n}`)
    const ten = Array.from({ length: 10 }, (_, n) => `wrong ${n}`)
    expect(heard.lines).toEqual([...ten, expect.stringContaining('only counted')])
    // What else is wrong is written all the same.
    for (let n = 0; n < 100; n++) logger.warn('a warning')
    expect(heard.lines.splice(11, 61)).toEqual([
      ...Array<string>(60).fill('a warning'),
      expect.stringContaining('only counted'),
    ])
    loggers.createLogger('other').error('another')
    expect(heard.lines.slice(11)).toEqual(['another'])
    vi.setSystemTime(60_000)
    logger.error('later')
    logger.error('and later')
    expect(heard.lines.slice(12)).toEqual(['4990 more of these were not written down.', 'later', 'and later'])
  })

  it('leave out nothing of what an operator asks for', () => {
    const { heard, logger } = opened('info')
    for (let n = 0; n < 50; n++) logger.info('a request')
    expect(heard.lines).toHaveLength(50)
  })

  it('keep a line one line, and short', () => {
    const { heard, logger } = opened('warn')
    logger.warn('bad header: x\r\n2026-01-01 [Forged] error: y\u2028z')
    logger.error('x'.repeat(7000))
    expect(heard.lines).toEqual(['bad header: x 2026-01-01 [Forged] error: y z', `${'x'.repeat(500)}…`])
  })

  it('say nothing of who has left before all was sent', () => {
    const { heard, logger } = opened('warn')
    logger.error('Request error: aborted')
    logger.error('No error listener was attached but error was thrown: premature close')
    logger.error('Response error: premature close')
    expect(heard.lines).toEqual([])
    logger.error('Response error: the disk is full')
    expect(heard.lines).toHaveLength(1)
  })
})
