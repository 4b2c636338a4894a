import { expect, it } from 'vitest'
import { labelOf, nameOf } from './credentials-label.ts'

it.each(['déménagement', 'Clé de l’été (2026) ~ n° 1_a', 'tool', 'a_b-c', '鍵', '~eA'])(
  'keeps a name whole in an id that any program can hold: %s',
  (name) => {
    const label = labelOf(name)
    expect(label).toMatch(/^[\w~-]+_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(nameOf(label)).toBe(name)
    expect(labelOf(name)).not.toBe(label)
  },
)

it('begins with what can be read of it, and is short where that is all', () => {
  expect(labelOf('Mes étés')).toMatch(/^Mes-etes~/)
  expect(labelOf('tool')).toMatch(/^tool_/)
})

it('is bounded, whatever the letters of a name stand for', () => {
  const name = '\ufdfa'.repeat(60)
  expect(labelOf(name).length).toBeLessThan(400)
  expect(nameOf(labelOf(name))).toBe(name)
})

it('takes what the account API made as it stands', () =>
  expect(nameOf('my-token_562cdeb5-d4b2-4905-9e62-8969ac10daaa')).toBe('my-token'))
