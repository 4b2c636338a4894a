import { describe, expect, it } from 'vitest'
import { PodError } from './errors.ts'
import { readSettings } from './settings.ts'

const read = (flags: Record<string, string> = {}, env: Record<string, string> = {}) =>
  readSettings({ flags, env })

describe('settings', () => {
  it('listen on the loopback and serve localhost, unless told otherwise', () => {
    expect(read()).toMatchObject({ host: '127.0.0.1', port: 3000, baseUrl: 'http://localhost:3000/' })
  })

  it('take flags before the environment', () => {
    expect(read({ port: '3100' }, { TRABOULE_PORT: '3200' }).baseUrl).toBe('http://localhost:3100/')
    expect(read({}, { TRABOULE_PORT: '3200' }).port).toBe(3200)
  })

  it('give each app its own origin, and its Client ID document there', () => {
    const { apps } = read({ 'base-url': 'https://pods.example', 'app-origin': 'https://{app}.apps.example' })
    expect(apps.map(({ clientId }) => clientId)).toEqual([
      'https://home.apps.example/id',
      'https://budget.apps.example/id',
      'https://energy.apps.example/id',
    ])
  })

  it('let whoever comes make an account on this machine, and elsewhere whoever is invited, unless told otherwise', () => {
    expect(read().signUp).toBe('open')
    expect(read({ 'sign-up': 'invited' }).signUp).toBe('invited')
    const at = { 'base-url': 'https://pods.example' }
    expect([read(at).signUp, read(at, { TRABOULE_SIGN_UP: 'open' }).signUp]).toEqual(['invited', 'open'])
    expect(() => read({ 'sign-up': 'closed' })).toThrow('--sign-up must be invited or open, not "closed"')
  })

  it('report every problem at once, in both languages', () => {
    const attempt = () =>
      read({ port: '99999', log: 'loud', 'base-url': 'ftp://x', 'app-origin': 'http://x' })
    expect(attempt).toThrow(PodError)
    try {
      attempt()
    } catch (error) {
      const { sentence, code } = error as PodError
      expect(code).toBe('bad-settings')
      for (const language of ['fr', 'en'] as const) {
        for (const name of ['--port', '--log', '--base-url', '--app-origin'])
          expect(sentence[language]).toContain(name)
      }
    }
  })

  it.each([
    [{ port: 'abc' }, '--port must be 1 to 65535, not "abc"'],
    [{ 'base-url': 'nowhere' }, '--base-url must be an http or https address, not "nowhere"'],
    [{ 'app-origin': 'ftp://{app}.x' }, '--app-origin must be an http or https address, not "ftp://{app}.x"'],
  ])('report %j alone, not what follows from it', (flags, message) => {
    expect(() => read(flags)).toThrow(expect.objectContaining({ message }))
  })

  it('refuse an app on the origin of accounts and pods, and a base address with a path', () => {
    expect(() => read({ 'app-origin': 'http://localhost:3000/{app}' })).toThrow(/app-origin/)
    expect(() => read({ 'base-url': 'http://localhost:3000/pods/' })).toThrow(/path/)
  })
})
