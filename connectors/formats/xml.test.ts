import { describe, expect, it } from 'vitest'
import { ConnectorError } from '../errors.ts'
import { all, neededAt, readAt, readXml, textAt } from './xml.ts'

const said = `<?xml version="1.0" encoding="UTF-8"?>
<a:Doc xmlns:a="urn:a" xmlns="urn:b">
  <Line id="1"><Name>Épicerie &amp; fils</Name></Line>
  <Line id="2"><Name><![CDATA[<rien>]]></Name>
    <Sum>12</Sum></Line>
</a:Doc>`

const named = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ')

describe('XML with lines', () => {
  it('is a tree of local names, namespaces, attributes and text', () => {
    const root = readXml(said)
    expect([root.name, root.namespace, root.line]).toEqual(['Doc', 'urn:a', 2])
    expect(all(root, 'Line').map(({ attributes, line }) => [attributes.get('id'), line])).toEqual([
      ['1', 3],
      ['2', 4],
    ])
    expect(all(root, 'Line/Name').map(({ text, namespace }) => [text, namespace])).toEqual([
      ['Épicerie & fils', 'urn:b'],
      ['<rien>', 'urn:b'],
    ])
    expect(textAt(root, 'Line/Sum')).toBe('12')
    expect(textAt(root, 'Line/Other')).toBeUndefined()
  })

  it.each([
    ['<a><b></a>', 'malformed', 1],
    ['<a>\n<b>', 'truncated', 2],
    ['<a>\n&more;</a>', 'malformed', 2],
    ['<a/>\n<b/>', 'malformed', 2],
    ['', 'truncated', 1],
    ['<x:a/>', 'malformed', 1],
    ['<a>'.repeat(65), 'malformed', 1],
    [`<a>\n<b ${named(65)}/></a>`, 'malformed', 2],
    ['<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', 'unsupported', 1],
  ])('%.30s is refused: %s', (text, code, line) => {
    try {
      readXml(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ConnectorError)
      expect(error).toMatchObject({ code, line })
    }
  })

  it('of a tag without an end in sight is refused, whatever it is made of', () => {
    for (const blank of ['\r', '\t'])
      expect(() => readXml(`<a>\n<b c="${blank.repeat(2 ** 21)}"/></a>`)).toThrow(
        expect.objectContaining({ code: 'too-long', line: 2 }),
      )
    expect(readXml(`<a c="${'x '.repeat(2 ** 18)}"/>`).attributes.get('c')).toHaveLength(2 ** 19)
    expect(readXml(`<a>${'x\n'.repeat(2 ** 20)}</a>`).text).toHaveLength(2 ** 21 - 1)
  })

  it('may have 64 attributes a place', () => {
    expect(readXml(`<a ${named(64)}/>`).attributes.size).toBe(64)
  })

  it('of too many elements is refused', () => {
    expect(() => readXml(`<a>${'<b/>'.repeat(200_001)}</a>`)).toThrow('too-many-records')
  })

  it('names the field that is missing, too long or unreadable, and its line', () => {
    const root = readXml(said)
    const [, second] = all(root, 'Line')
    if (second === undefined) throw new Error('no line')
    expect(() => neededAt(second, 'Date')).toThrow('missing-field: A required field is missing')
    expect(() => textAt(second, 'Name', 3)).toThrow('line 4, field Name, 3 at most')
    expect(() => readAt(second, 'Sum', () => undefined)).toThrow('line 5, field Sum')
    expect(readAt(second, 'Sum', Number)).toBe(12)
  })
})
