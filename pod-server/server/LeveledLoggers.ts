import {
  BaseLogger,
  type Logger,
  type LoggerFactory,
  type LogLevel,
  type LogMetadata,
} from '@solid/community-server'

/** From what matters most. */
const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'verbose', 'debug', 'silly']

/** Loggers that do nothing for what is below the level: the stock ones make each message before they drop it. */
export class LeveledLoggers implements LoggerFactory {
  private readonly source: LoggerFactory
  private readonly most: number

  constructor(source: LoggerFactory, level: LogLevel) {
    this.source = source
    this.most = levels.indexOf(level)
  }

  createLogger(label: string): Logger {
    return new LeveledLogger(this.source.createLogger(label), this.most)
  }
}

class LeveledLogger extends BaseLogger {
  private readonly source: Logger
  private readonly most: number

  constructor(source: Logger, most: number) {
    super()
    this.source = source
    this.most = most
  }

  override log(level: LogLevel, message: string, meta?: LogMetadata): Logger {
    if (levels.indexOf(level) <= this.most) this.source.log(level, message, meta)
    return this
  }
}
