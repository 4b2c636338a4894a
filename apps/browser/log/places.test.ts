import { expect, it } from 'vitest'
import { placesOf } from './places.ts'

const base = 'https://pod.example/'
const named = (resource: string) => placesOf([resource], base, `${base}alice/`, []).map(({ name }) => name)

it('a folder that we know is called in words, and any other by its name', () => {
  expect(named('alice/inbox/1')).toEqual(['Votre boîte de réception'])
  expect(named('alice/photos/1')).toEqual(['photos/1'])
})

it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
  'whoever asks for %s is shown in the log as whoever asks for anything else',
  (name) => {
    expect(named(`alice/${name}`)).toEqual([name])
    expect(named(`alice/data/${name}/x`)).toHaveLength(1)
  },
)
