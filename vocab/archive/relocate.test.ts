import { Parser, Writer } from 'n3'
import { expect, it } from 'vitest'
import { moved, relocated } from './relocate.ts'

const from = { pod: 'https://a.example/alice/', webId: 'https://id.example/alice' }
const to = { pod: 'https://b.example/', webId: 'https://b.example/profile/card#me' }

it('takes what is in a pod, and whose it is, to the other, and leaves what is elsewhere', () => {
  expect(moved('https://a.example/alice/', from, to)).toBe('https://b.example/')
  expect(moved('https://a.example/alice/x%20y/z.ttl#it', from, to)).toBe('https://b.example/x%20y/z.ttl#it')
  expect(moved('https://id.example/alice', from, to)).toBe(to.webId)
  for (const other of ['https://a.example/alicea', 'https://a.example/bob/x', 'https://id.example/alice2'])
    expect(moved(other, from, to)).toBe(other)
})

it('changes addresses alone: no literal, and no blank node', () => {
  const said = `<${from.pod}x> <${from.pod}p> "${from.pod}x", <${from.webId}>, _:b . _:b <https://c.example/> <${from.pod}y> .`
  const quads = relocated(new Parser().parse(said), from, to)
  expect(new Writer().quadsToString(quads).trim().split('\n')).toEqual([
    `<${to.pod}x> <${to.pod}p> "${from.pod}x" .`,
    `<${to.pod}x> <${to.pod}p> <${to.webId}> .`,
    expect.stringMatching(/^<https:\/\/b.example\/x> <https:\/\/b.example\/p> _:\S+ \.$/),
    expect.stringMatching(/^_:\S+ <https:\/\/c.example\/> <https:\/\/b.example\/y> \.$/),
  ])
})
