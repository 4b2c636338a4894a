import { ConnectorError } from '../../errors.ts'
import { maxFileBytes } from '../decode.ts'
import { PdfDocument } from './Document.ts'
import { isList, type PdfDict, PdfRef, type PdfValue } from './values.ts'

export interface Attachment {
  readonly name: string
  /** @throws ConnectorError `malformed`, `archive-too-large`, `unsupported`. */
  bytes(): Uint8Array
}

const maxNodes = 1000

export function isPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte)
}

/**
 * The files that a PDF carries, each once: those of its name tree and those associated with it (ISO 32000-1 §7.11.4, 19005-3 §6.8).
 * What each holds is read when it is asked for.
 *
 * @throws ConnectorError `too-large`, `malformed`, `truncated`, `protected`, `archive-too-large`.
 */
export function attachmentsOf(bytes: Uint8Array): Attachment[] {
  if (bytes.length > maxFileBytes) throw new ConnectorError('too-large', { limit: '16 MiB' })
  const document = new PdfDocument(bytes)
  const root = document.dict(document.trailer.get('Root'))
  if (root === undefined) throw new ConnectorError('malformed')
  const associated = document.resolve(root.get('AF'))
  const files = [
    ...namedFiles(document, document.dict(root.get('Names'))?.get('EmbeddedFiles')),
    ...(isList(associated) ? associated.slice(0, maxNodes) : []),
  ]
  const found = new Map<number, Attachment>()
  for (const file of files) {
    const specification = document.dict(file)
    const embedded = specification && document.dict(specification.get('EF'))
    const stream = embedded?.get('UF') ?? embedded?.get('F')
    if (specification === undefined || !(stream instanceof PdfRef)) continue
    found.set(stream.number, {
      name: nameOf(document, specification),
      bytes: () => document.streamBytes(document.object(stream)),
    })
  }
  return [...found.values()]
}

/** The values of a name tree (§7.9.6), which may lead back to itself. */
function namedFiles(document: PdfDocument, root: PdfValue | undefined): PdfValue[] {
  const files: PdfValue[] = []
  const waiting: PdfValue[] = root === undefined ? [] : [root]
  for (let nodes = 0; waiting.length > 0; nodes += 1) {
    if (nodes > maxNodes) throw new ConnectorError('archive-too-large', { limit: String(maxNodes) })
    const node = document.dict(waiting.shift())
    const names = document.resolve(node?.get('Names'))
    if (isList(names)) files.push(...names.filter((_, at) => at % 2 === 1).slice(0, maxNodes))
    const kids = document.resolve(node?.get('Kids'))
    if (isList(kids)) waiting.push(...kids.slice(0, maxNodes))
  }
  return files
}

/** A text string is UTF-16 after its byte order mark, else one byte a character (§7.9.2.2). */
function nameOf(document: PdfDocument, specification: PdfDict): string {
  const told = document.resolve(specification.get('UF') ?? specification.get('F'))
  if (typeof told !== 'string') return ''
  if (!told.startsWith('\u00fe\u00ff')) return told
  return new TextDecoder('utf-16be').decode(Uint8Array.from(told.slice(2), (char) => char.charCodeAt(0)))
}
