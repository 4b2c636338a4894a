import { expect, it } from 'vitest'
import { elided } from './elided.ts'

it.each([
  ['octobre 2026', 'd’octobre 2026'],
  ['avril', 'd’avril'],
  ['janvier 2025', 'de janvier 2025'],
])('says what is of a month as French does: %s', (month, said) => expect(elided(month)).toBe(said))
