import { expect, it } from 'vitest'
import { readShapes } from '../shape-model.ts'
import { shapeQuads } from '../sources.ts'
import { patternText } from './pattern.ts'

const patterns = readShapes(shapeQuads()).flatMap(({ properties }) =>
  properties.flatMap((it) => it.pattern ?? []),
)

it('writes days and instants as people do', () => {
  const day = patterns.find((it) => it.startsWith('^[0-9]{4}') && it.endsWith('3[01])$')) ?? expect.fail()
  expect([patternText(day, 'fr'), patternText(day, 'en')]).toEqual(['AAAA-MM-JJ', 'YYYY-MM-DD'])
  const instant = day.replace('$', 'T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$')
  expect(patterns).toContain(instant)
  expect(patternText(instant, 'en')).toBe('YYYY-MM-DDThh:mm:ssZ')
})

it('leaves any other as it is', () => {
  expect(patternText('^[A-Z]{3}$', 'fr')).toBe('^[A-Z]{3}$')
  expect(patternText('', 'fr')).toBe('')
})
