import { SaxesParser } from 'saxes'
import { ConnectorError } from '../errors.ts'
import { feedXml } from './feed-xml.ts'
import { headIn, namesIn, unzip } from './zip.ts'

/** A row's cells, by column from 0; a cell that is not written is empty. */
export interface SheetRow {
  readonly cells: readonly string[]
  /** The row's number in the sheet, from 1. */
  readonly line: number
}

/** Whether the names of an archive's files are those of a workbook. */
export function isWorkbook(names: readonly string[]): boolean {
  return names.some((name) => sheetName.test(name))
}

const maxRows = 100_000
const maxColumns = 256
const maxCells = 300_000
const maxTextLength = 32_767
const maxAttributes = 64
const titleSheets = 3
/** Titles and a header take a few kilobytes, and their texts stand first among those that are shared. */
const headBytes = 2 ** 20

/**
 * The rows of each sheet of a workbook (ECMA-376, SpreadsheetML), in the order of their files, as the texts that were
 * stored: a number as it was written, never through a format, so a date cell is the number of its day.
 *
 * @throws ConnectorError `malformed`, `protected`, `archive-too-large`, `too-many-records`, `too-long`.
 */
export function readXlsx(bytes: Uint8Array): SheetRow[][] {
  const sheets = sheetsIn(bytes)
  const files = unzip(bytes, (name) => name === shared || sheets.includes(name))
  return rowsOfSheets(sheets, (name) => {
    const file = files.get(name)
    return file && { xml: textOf(file), isWhole: true }
  })
}

/**
 * The first rows of the first three sheets, to recognise a workbook: what stands below, or far into a file, is not looked at.
 *
 * @throws ConnectorError `malformed`, `protected`, `archive-too-large`, `too-long`.
 */
export function readXlsxHead(bytes: Uint8Array, mostRows: number): SheetRow[][] {
  const read = (name: string): Xml | undefined => {
    const file = headIn(bytes, name, headBytes)
    return file && { xml: textOf(file.head, file.isWhole), isWhole: file.isWhole }
  }
  return rowsOfSheets(sheetsIn(bytes).slice(0, titleSheets), read, mostRows)
}

interface Xml {
  readonly xml: string
  /** The beginning alone breaks off somewhere. */
  readonly isWhole: boolean
}

function rowsOfSheets(
  sheets: readonly string[],
  read: (name: string) => Xml | undefined,
  mostRows?: number,
): SheetRow[][] {
  const strings = read(shared)
  const texts = strings === undefined ? [] : sharedStrings(strings)
  const spend = budget(maxCells)
  return sheets.map((name) => rowsOf(read(name) ?? { xml: '', isWhole: true }, texts, spend, mostRows))
}

function sheetsIn(bytes: Uint8Array): string[] {
  const sheets = namesIn(bytes)
    .filter((name) => sheetName.test(name))
    .sort((one, other) => numberOf(one) - numberOf(other))
  if (sheets.length === 0) throw new ConnectorError('malformed')
  return sheets
}

const shared = 'xl/sharedStrings.xml'
const sheetName = /^xl\/worksheets\/sheet(\d{1,3})\.xml$/
const numberOf = (name: string): number => Number(sheetName.exec(name)?.[1])

/** Of what is cut, a character that is cut too is left out. */
function textOf(bytes: Uint8Array, isWhole = true): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
  } catch {
    throw new ConnectorError('malformed')
  }
}

/** §18.4.9: the texts of `si`, of whose phonetic runs (`rPh`) nothing is kept. */
function sharedStrings(xml: Xml): string[] {
  const texts: string[] = []
  let aside = false
  walk(xml, {
    open: (name) => {
      if (name === 'si' && texts.push('') > maxCells)
        throw new ConnectorError('too-many-records', { limit: String(maxCells) })
      if (name === 'rPh') aside = true
      return undefined
    },
    text: (name, words) => {
      if (name === 't' && !aside) texts[texts.length - 1] = bounded(`${texts.at(-1) ?? ''}${words}`)
    },
    close: (name) => {
      if (name === 'rPh') aside = false
    },
  })
  return texts
}

/** §18.3.1.73 (row), §18.3.1.4 (c): a cell says its place, its type and its value. */
function rowsOf(
  xml: Xml,
  texts: readonly string[],
  spend: (count: number) => void,
  mostRows = Number.POSITIVE_INFINITY,
): SheetRow[] {
  const rows: { cells: string[]; line: number }[] = []
  let column = -1
  let type = ''
  let value = ''
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        if (rows.length >= mostRows) return 'enough'
        if (rows.length >= maxRows) throw new ConnectorError('too-many-records', { limit: String(maxRows) })
        const line = Number(attributes['r'] ?? (rows.at(-1)?.line ?? 0) + 1)
        if (!Number.isSafeInteger(line)) throw new ConnectorError('malformed')
        rows.push({ cells: [], line })
        column = -1
      }
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        if (!(column >= 0 && column < maxColumns)) throw new ConnectorError('malformed')
        // Those that are left out before it are made too.
        spend(Math.max(1, column + 1 - (rows.at(-1)?.cells.length ?? 0)))
        type = attributes['t'] ?? 'n'
        value = ''
      }
      return undefined
    },
    text: (name, words) => {
      if (name === 'v' || name === 't') value = bounded(value + words)
    },
    close: (name) => {
      const row = rows.at(-1)
      if (name !== 'c' || row === undefined) return
      while (row.cells.length < column) row.cells.push('')
      row.cells[column] = (type === 's' && value !== '' ? (texts[Number(value)] ?? '') : value).trim()
    },
  })
  return rows
}

/** Of cells, over all the sheets. @throws ConnectorError `too-many-records`. */
function budget(most: number): (count: number) => void {
  let spent = 0
  return (count) => {
    spent += count
    if (spent > most) throw new ConnectorError('too-many-records', { limit: String(most) })
  }
}

interface Listener {
  /** `enough` ends the walk. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => 'enough' | undefined
  readonly text: (name: string, words: string) => void
  readonly close: (name: string) => void
}

function walk({ xml, isWhole }: Xml, { open, text, close }: Listener): void {
  const parser = new SaxesParser({ position: false })
  const names: string[] = []
  const refuse = (): never => {
    throw new ConnectorError('malformed')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  let attributes = 0
  let isInTag = false
  parser.on('opentagstart', () => {
    attributes = 0
    isInTag = true
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > maxAttributes) refuse()
  })
  parser.on('opentag', ({ name, attributes }) => {
    isInTag = false
    const local = name.replace(/^.*:/, '')
    if (names.length > 32) refuse()
    names.push(local)
    if (open(local, attributes as Record<string, string>) === 'enough') throw enough
  })
  parser.on('text', (words) => text(names.at(-1) ?? '', words))
  parser.on('cdata', (words) => text(names.at(-1) ?? '', words))
  parser.on('closetag', () => close(names.pop() ?? ''))
  try {
    feedXml(parser, xml, () => isInTag, refuse)
    if (isWhole) parser.close()
  } catch (error) {
    if (error !== enough) throw error
  }
}

/** The parser has no other way to stop. */
const enough = Symbol('enough')

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  const [letters = ''] = /^[A-Z]{1,3}/.exec(reference) ?? []
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function bounded(text: string): string {
  if (text.length > maxTextLength) throw new ConnectorError('too-long', { limit: String(maxTextLength) })
  return text
}
