import { ConnectorError } from '../errors.ts'
import { splitEscaped, unescapeText } from '../formats/components.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { decode } from '../formats/decode.ts'
import { decodeQuotedPrintable } from '../formats/quoted-printable.ts'

/** Characters that one may be written with: three a byte, four bytes at most, and room for what is escaped. */
const maxEncodedLength = 16
/** A name has five, an address seven. */
const maxParts = 32

/**
 * The text of a value, or of a part of one: decoded, unescaped, on one line.
 *
 * @throws ConnectorError `bad-field`, `too-long`.
 */
export function textOf(property: ContentLine, part = property.value, maxLength = 300): string {
  const { name, line } = property
  const tooLong = (): never => {
    throw new ConnectorError('too-long', { line, field: name, limit: String(maxLength) })
  }
  if (part.length > maxLength * maxEncodedLength) tooLong()
  const text = unescapeText(isQuotedPrintable(property) ? decodePart(part, property) : part)
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > maxLength ? tooLong() : plain
}

/**
 * The texts between the semicolons of a value.
 *
 * @throws ConnectorError as `textOf`; `too-long`.
 */
export function partsOf(property: ContentLine): string[] {
  const { name, line, value } = property
  const parts = splitEscaped(value, ';', maxParts)
  if (parts === undefined)
    throw new ConnectorError('too-long', { line, field: name, limit: String(maxParts) })
  return parts.map((part) => textOf(property, part))
}

/** Every TYPE of a property, in small letters: `TYPE=HOME,CELL`, `TYPE=home;TYPE=cell`, `;HOME;CELL`. */
export function typesOf({ params }: ContentLine): Set<string> {
  return new Set((params.get('TYPE') ?? []).flatMap((it) => it.toLowerCase().split(',')))
}

export function param({ params }: ContentLine, name: string): string | undefined {
  return params.get(name)?.[0]
}

function isQuotedPrintable({ params }: ContentLine): boolean {
  return (params.get('ENCODING') ?? []).some((it) => it.toUpperCase() === 'QUOTED-PRINTABLE')
}

/** Its CHARSET is not believed: bytes decide, as everywhere. */
function decodePart(part: string, { name, line }: ContentLine): string {
  const bytes = decodeQuotedPrintable(part)
  if (bytes === undefined) throw new ConnectorError('bad-field', { line, field: name })
  if (bytes.length === 0) return ''
  try {
    return decode(bytes)
  } catch {
    throw new ConnectorError('bad-field', { line, field: name })
  }
}
