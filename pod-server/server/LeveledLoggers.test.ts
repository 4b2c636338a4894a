import { BaseLogger, type Logger, type LogLevel } from '@solid/community-server'
import { describe, expect, it } from 'vitest'
import { LeveledLoggers } from './LeveledLoggers.ts'

class Heard extends BaseLogger {
  readonly levels: string[] = []

  override log(level: LogLevel): Logger {
    this.levels.push(level)
    return this
  }
}

describe('loggers', () => {
  it.each([
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['silly', ['error', 'warn', 'info', 'verbose', 'debug', 'silly']],
  ] as const)('of %s pass on nothing below it', (level, passed) => {
    const heard = new Heard()
    const logger = new LeveledLoggers({ createLogger: () => heard }, level).createLogger('any')
    for (const one of ['error', 'warn', 'info', 'verbose', 'debug', 'silly'] as const) logger[one]('said')
    expect(heard.levels).toEqual(passed)
  })
})
