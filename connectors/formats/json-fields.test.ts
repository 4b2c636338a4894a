import { describe, expect, it } from 'vitest'
import { heldBytes } from '../testing/heap.ts'
import { readJson } from './json.ts'
import { fieldsOf } from './json-fields.ts'

const of = (text: string) => {
  const json = readJson(text)
  return fieldsOf(json.value, json, 'data')
}

describe('the fields of a JSON object', () => {
  it('are read, and absent when null or empty', () => {
    const it = of('{"a": " x ", "b": null, "c": "", "d": 12.5, "e": false, "f": [{"g": 1}], "h": {}}')
    expect([it.text('a'), it.text('b'), it.text('c'), it.text('z')]).toEqual([
      'x',
      undefined,
      undefined,
      undefined,
    ])
    expect(it.cents('d')).toBe(1250)
    expect(it.flag('e')).toBe(false)
    expect(it.list('f')[0]?.text('g')).toBe('1')
    expect(it.object('h')?.line).toBe(1)
    expect([it.has('a'), it.has('b'), it.object('b'), it.list('b')]).toEqual([true, false, undefined, []])
  })

  it.each([
    ['{"a": true}', 'text', 'bad-field'],
    ['{"a": "yes"}', 'flag', 'bad-field'],
    ['{"a": {}}', 'list', 'bad-field'],
    ['{"a": [1]}', 'list', 'bad-field'],
    ['{"a": 1}', 'object', 'bad-field'],
    ['{"a": 0.125}', 'cents', 'bad-field'],
    ['{"a": 12.3400000000000000001}', 'cents', 'bad-field'],
    ['{"a": 0.00999999999999999999}', 'cents', 'bad-field'],
    ['{"a": null}', 'needed', 'missing-field'],
    [`{"a": "${'x'.repeat(301)}"}`, 'text', 'too-long'],
  ] as const)('%s is refused as %s', (text, how, code) => {
    expect(() => of(`\n${text}`)[how]('a')).toThrow(expect.objectContaining({ code, line: 2, field: 'a' }))
  })

  it('are those of an object alone', () => {
    expect(() => of('[]')).toThrow(expect.objectContaining({ code: 'bad-field', field: 'data' }))
  })

  it('of two hundred thousand objects take less than their file', () => {
    const json = readJson(
      `{"f": [${Array.from({ length: 200_000 }, (_, at) => `{"value": "number ${at}"}`).join(',')}]}`,
    )
    const before = heldBytes()
    const list = fieldsOf(json.value, json, 'data').list('f')
    expect(heldBytes() - before).toBeLessThan(20e6)
    expect(list.at(-1)?.text('value')).toBe('number 199999')
  })
})
