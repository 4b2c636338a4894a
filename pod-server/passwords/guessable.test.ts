import { describe, expect, it } from 'vitest'
import { isGuessable } from './guessable.ts'

const known = ['claire.martin@example.org', 'claire', 'martin', 'example', 'traboule']

describe('a password', () => {
  it.each([
    'password1234',
    'azertyuiop12',
    'qwertyuiop123',
    '123456789012',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'azerty123456',
    'soleil123456',
    'bonjourbonjour',
    'jetaimejetaime',
    'marseille1234',
    'P@ssw0rd!2026',
    'iloveyou2024',
    'marie-claire1985',
    'claire.martin@example.org',
    'claireclaire',
    'martinmartin12',
    'traboule1234',
    'x'.repeat(200),
  ])('is found in few guesses: %s', (password) => {
    expect(isGuessable(password, known)).toBe(true)
  })

  it.each([
    'un mot de passe de test',
    'pont-de-la-guillotiere',
    'place-des-terreaux',
    'correct horse battery staple',
    'xkq7-wv2m-9tbd',
    'tartine vélo nuage',
    'le chat mange la souris bleue',
  ])('is not: %s', (password) => {
    expect(isGuessable(password, known)).toBe(false)
  })

  it('is looked at for its first forty characters: more of them would take seconds', () => {
    expect(isGuessable(`${'a'.repeat(40)} tartine vélo nuage escalier`, known)).toBe(true)
    expect(isGuessable(`${'a'.repeat(10)} tartine vélo nuage escalier`, known)).toBe(false)
  })
})
