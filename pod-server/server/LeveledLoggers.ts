import {
  BaseLogger,
  type Logger,
  type LoggerFactory,
  type LogLevel,
  type LogMetadata,
} from '@solid/community-server'

/** From what matters most. */
const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'verbose', 'debug', 'silly']

/**
 * Lines of one kind of object in a minute: whoever sends what is wrong causes one each time. Warnings are for an operator
 * who asks for them, and reads why an app is refused.
 */
const mostInMinute = { error: 10, warn: 60 } as const
/** Characters of such a line, which may have some of a request in it. */
const mostCharacters = 500
const minuteMs = 60_000

type Bounded = keyof typeof mostInMinute

/** What CSS calls an error, and is somebody who has left before all was sent. */
const departure =
  /^(?:(?:Request error|Response error|No error listener was attached but error was thrown): (?:aborted|premature close)|Aborting streaming response because of server error; headers already sent\.)$/

/** Lines that were written, and left out, in the last minute that had any. */
interface Minute {
  readonly minute: number
  readonly written: number
  readonly left: number
}

/**
 * Loggers that do nothing for what is below the level: the stock ones make each message before they drop it. Of errors and
 * warnings, of which anybody can cause any number, they write so many, and how many more there were.
 */
export class LeveledLoggers implements LoggerFactory {
  private readonly source: LoggerFactory
  private readonly most: number
  /** By label and level; labels are the names of classes. */
  private readonly minutes = new Map<string, Minute>()

  constructor(source: LoggerFactory, level: LogLevel) {
    this.source = source
    this.most = levels.indexOf(level)
  }

  createLogger(label: string): Logger {
    return new LeveledLogger(this.source.createLogger(label), this.most, (level) => this.admit(label, level))
  }

  /** Whether there is room for one line more, and what is to be said with it. */
  private admit(label: string, level: Bounded): { readonly isIn: boolean; readonly note?: string } {
    const minute = Math.floor(Date.now() / minuteMs)
    const key = `${level} ${label}`
    const last = this.minutes.get(key)
    const { written, left } = last?.minute === minute ? last : { written: 0, left: 0 }
    const isIn = written < mostInMinute[level]
    this.minutes.set(key, { minute, written: written + (isIn ? 1 : 0), left: left + (isIn ? 0 : 1) })
    if (!isIn)
      return left === 0
        ? { isIn, note: 'More of these are only counted until the minute is over.' }
        : { isIn }
    const before = last && last.minute !== minute ? last.left : 0
    return before > 0 ? { isIn, note: `${before} more of these were not written down.` } : { isIn }
  }
}

class LeveledLogger extends BaseLogger {
  private readonly source: Logger
  private readonly most: number
  private readonly admit: (level: Bounded) => { readonly isIn: boolean; readonly note?: string }

  constructor(source: Logger, most: number, admit: LeveledLogger['admit']) {
    super()
    this.source = source
    this.most = most
    this.admit = admit
  }

  override log(level: LogLevel, message: string, meta?: LogMetadata): Logger {
    if (levels.indexOf(level) > this.most) return this
    if (level !== 'error' && level !== 'warn') {
      this.source.log(level, message, meta)
      return this
    }
    if (departure.test(message)) return this
    const { isIn, note } = this.admit(level)
    if (note !== undefined) this.source.log(level, note, meta)
    if (isIn) this.source.log(level, oneLine(message), meta)
    return this
  }
}

/** No line is another's, whatever a request has in it. */
function oneLine(message: string): string {
  const line = message.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line
}
