import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { outputs } from './outputs.ts'

const folder = new URL('../generated/', import.meta.url)

it.each([...outputs()])('%s is up to date: otherwise run `npm run vocab`', (name, text) => {
  expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text)
})

it('leaves no other file in the folder', () => {
  expect(readdirSync(folder).sort()).toEqual([...outputs().keys()].sort())
})
