import { ConnectorError } from '../errors.ts'
import { unescapeText } from '../formats/components.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { decode } from '../formats/decode.ts'
import { decodeQuotedPrintable } from '../formats/quoted-printable.ts'

/** Three characters a byte, four bytes at most, and room for what is escaped. */
const maxEncodedLength = 16

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
  const isEncoded = isQuotedPrintable(property)
  if (isEncoded && part.length > maxLength * maxEncodedLength) tooLong()
  const text = unescapeText(isEncoded ? decodePart(part, property) : part)
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > maxLength ? tooLong() : plain
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
