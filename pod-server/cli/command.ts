import type { Settings } from '../settings.ts'

/** What a command is given: the settings, the words after its name, the flags. */
export interface Command {
  readonly settings: Settings
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, string | undefined>>
  /** Flags that take no value, where given. */
  readonly switches: ReadonlySet<string>
  readonly print: (line: string) => void
}
