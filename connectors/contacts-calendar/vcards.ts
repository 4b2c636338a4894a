import { ConnectorError } from '../errors.ts'
import { type Component, property } from '../formats/components.ts'
import type { ContentLine } from '../formats/content-lines.ts'
import { readBirthday } from './birthday.ts'
import { type ContactRow, type LeftOut, sayingOf } from './rows.ts'
import { partsOf, textOf, typesOf } from './text-value.ts'

const maxContacts = 10_000

/**
 * Reads the cards of a vCard 2.1, 3.0 or 4.0 file: names, addresses of all kinds, phones, organisation, birthday. Pictures,
 * sounds, keys, notes and the rest are not looked at. Groups are counted and left out.
 *
 * @throws ConnectorError with the line.
 */
export function readVcards(cards: readonly Component[]): (ContactRow | LeftOut)[] {
  if (cards.length > maxContacts) throw new ConnectorError('too-many-records', { limit: String(maxContacts) })
  const rows = new Map<string, ContactRow | LeftOut>()
  cards.forEach((card, index) => {
    if (card.name !== 'VCARD') throw new ConnectorError('unsupported', { line: card.line, field: 'BEGIN' })
    const row = readCard(card, index)
    const key = row.type === 'contact' && row.key === '' ? sayingOf(row) : row.key
    const other = rows.get(key)
    if (other?.type === 'contact' && row.type === 'contact' && sayingOf(other) !== sayingOf(row))
      throw new ConnectorError('contradiction', { line: card.line, field: 'UID' })
    if (other === undefined) rows.set(key, row)
  })
  return [...rows.values()]
}

function readCard(card: Component, index: number): ContactRow | LeftOut {
  const version = property(card, 'VERSION')
  if (!['2.1', '3.0', '4.0'].includes(version?.value.trim() ?? ''))
    throw new ConnectorError(version === undefined ? 'missing-field' : 'unsupported', {
      line: version?.line ?? card.line,
      field: 'VERSION',
    })
  const named = (name: string): ContentLine[] => card.properties.filter((it) => it.name === name)
  const kind = [...named('KIND'), ...named('X-ADDRESSBOOKSERVER-KIND')][0]?.value.trim().toLowerCase()
  if (kind === 'group') return { type: 'left-out', key: `group/${index}`, why: 'group' }
  const texts = (name: string): string[] => distinct(named(name).map((it) => textOf(it)))
  const [organisation] = named('ORG').flatMap((it) => partsOf(it).filter(Boolean))
  const emails = texts('EMAIL').map((it) => it.replace(/^mailto:/i, ''))
  const phones = named('TEL').map((it) => ({ to: phoneKind(it), number: numberOf(it) }))
  const of = (to: ReturnType<typeof phoneKind>): string[] =>
    distinct(phones.filter((it) => it.to === to).map(({ number }) => number))
  const [name] = [
    ...texts('FN'),
    ...named('N').map(nameOf),
    organisation,
    ...emails,
    ...phones.map((it) => it.number),
  ].filter(Boolean)
  if (name === undefined) throw new ConnectorError('missing-field', { line: card.line, field: 'FN' })
  return {
    type: 'contact',
    key: texts('UID')[0] ?? '',
    name,
    emails,
    mobilePhones: of('mobile'),
    homePhones: of('home'),
    workPhones: of('work'),
    phones: of('other'),
    organisation,
    ...readBirthday(property(card, 'BDAY')),
    addresses: distinct(named('ADR').map(addressOf)),
    sourceLine: card.line,
  }
}

/** `tel:+33-6…;ext=1` is a number too (RFC 6350 §6.4.1). */
function numberOf(tel: ContentLine): string {
  const [number = ''] = textOf(tel, tel.value)
    .replace(/^tel:/i, '')
    .split(/;(?=ext=)/i)
  if (number.length > 64) throw new ConnectorError('too-long', { line: tel.line, field: 'TEL', limit: '64' })
  return number
}

function phoneKind(tel: ContentLine): 'mobile' | 'work' | 'home' | 'other' | 'none' {
  const types = typesOf(tel)
  if (types.has('fax') || types.has('pager')) return 'none'
  if (types.has('cell') || types.has('iphone')) return 'mobile'
  return types.has('work') ? 'work' : types.has('home') ? 'home' : 'other'
}

/** Family, given, additional names, before, after. */
function nameOf(n: ContentLine): string {
  const [family = '', given = ''] = partsOf(n)
  return `${given} ${family}`.trim()
}

/** Box, extension, street, town, region, code, country (RFC 6350 §6.3.1), on one line. */
function addressOf(adr: ContentLine): string {
  const parts = partsOf(adr).map((part) => part.replace(/,$/, ''))
  const [box = '', extension = '', street = '', town = '', region = '', code = '', country = ''] = parts
  const line = [extension, street, box, `${code} ${town}`.trim(), region, country].filter(Boolean).join(', ')
  if (line.length > 500) throw new ConnectorError('too-long', { line: adr.line, field: 'ADR', limit: '500' })
  return line
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter(Boolean))]
}
