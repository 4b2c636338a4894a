import { SaxesParser } from 'saxes'
import { ConnectorError } from '../errors.ts'
import { DayTotals } from './day-totals.ts'
import type { WellbeingRow } from './rows.ts'

const maxDepth = 64
const maxAttributes = 64
/** Apple writes a handful; what comes after tells no entry from another. */
const maxMetadata = 2048
/** No tag, text or document type is as long: what has no end in sight is not kept waiting for it. */
const maxQuiet = 1024 * 1024
const step = 64 * 1024

/**
 * Reads Apple's `export.xml` as it comes; what is kept are a day's totals. Its document type is passed over: none of its
 * entities is known, and one that is used makes the file malformed.
 */
export class ExportReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  readonly #totals = new DayTotals()
  #depth = 0
  #record: { readonly attributes: Readonly<Record<string, string>>; readonly line: number } | undefined
  #metadata = ''
  #attributes = 0
  #quiet = 0
  #ended = false

  constructor() {
    const parser = this.#parser
    const heard = (): void => {
      this.#quiet = 0
    }
    parser.on('error', () => {
      throw new ConnectorError(this.#ended ? 'truncated' : 'malformed', { line: parser.line })
    })
    parser.on('doctype', heard)
    parser.on('text', heard)
    parser.on('comment', heard)
    parser.on('cdata', heard)
    parser.on('opentagstart', () => {
      heard()
      this.#attributes = 0
    })
    parser.on('attribute', () => {
      heard()
      this.#attributes += 1
      if (this.#attributes > maxAttributes) throw new ConnectorError('malformed', { line: parser.line })
    })
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes as Record<string, string>))
    parser.on('closetag', () => {
      heard()
      this.#depth -= 1
      if (this.#depth === 1) this.#close()
    })
  }

  /** @throws ConnectorError at the first thing that cannot be read, with its line. */
  write(text: string): void {
    for (let at = 0; at < text.length; at += step) {
      const piece = text.slice(at, at + step)
      this.#quiet += piece.length
      this.#parser.write(piece)
      if (this.#quiet > maxQuiet) {
        throw new ConnectorError('too-long', { line: this.#parser.line, limit: '1 MiB' })
      }
    }
  }

  /** @throws ConnectorError `truncated`, `empty`. */
  end(): WellbeingRow[] {
    this.#ended = true
    this.#parser.close()
    return this.#totals.rows()
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#quiet = 0
    this.#depth += 1
    const { line } = this.#parser
    if (this.#depth === 1 && name !== 'HealthData') throw new ConnectorError('unknown-layout', { line })
    if (this.#depth > maxDepth) throw new ConnectorError('malformed', { line })
    if (this.#depth === 3 && name === 'MetadataEntry' && this.#metadata.length < maxMetadata)
      this.#metadata += `${attributes['key']}=${attributes['value']}|`
    // A record within a correlation stands at the top level too.
    if (this.#depth !== 2) return
    if (name === 'Record') this.#record = { attributes, line }
    else if (name === 'Workout') this.#totals.workout(attributes, line)
  }

  /** An entry of the top level ends: all that it says is known. */
  #close(): void {
    if (this.#record !== undefined)
      this.#totals.record(this.#record.attributes, this.#record.line, this.#metadata)
    this.#record = undefined
    this.#metadata = ''
  }
}
