import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PodError } from './errors.ts'
import { defaultLimits } from './limits/limits.ts'
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

  it('take a certificate and its key together, for https addresses alone', () => {
    const both = { 'tls-key': 'key.pem', 'tls-cert': '/etc/cert.pem' }
    const { tls } = read({ ...both, 'base-url': 'https://pods.example' })
    expect(tls).toEqual({ key: resolve('key.pem'), cert: '/etc/cert.pem' })
    expect(read().tls).toBeUndefined()
    expect(() => read(both)).toThrow(/https/)
    const half = { 'tls-cert': 'cert.pem', 'base-url': 'https://pods.example' }
    expect(() => read(half)).toThrow(/--tls-key and --tls-cert go together/)
    const mixed = { ...both, 'base-url': 'https://pods.example', 'app-origin': 'http://{app}.example' }
    expect(() => read(mixed)).toThrow(/https/)
  })
})

describe('limits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traboule-limits-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (text: string) => {
    writeFileSync(join(folder, 'limits.json'), text)
    return { limits: join(folder, 'limits.json') }
  }

  it('are the defaults, but for what a file says', () => {
    expect(read().limits).toEqual(defaultLimits)
    const webId = { perSecond: 0.5, burst: 20 }
    const { limits } = read(file(JSON.stringify({ webId, podBytes: 2 ** 31 })))
    expect(limits).toEqual({ ...defaultLimits, webId, podBytes: 2 ** 31 })
    expect(read({}, { TRABOULE_LIMITS: join(folder, 'limits.json') }).limits.webId).toEqual(webId)
  })

  it.each([
    ['', /--limits must be a JSON file/],
    ['[1]', /--limits must be a JSON file/],
    ['{"webid":1}', /webid is no limit/],
    ['{"__proto__":1}', /__proto__ is no limit/],
    ['{"webId":100}', /webId must be as/],
    ['{"webId":{"perSecond":0,"burst":1}}', /webId must be as/],
    ['{"webId":{"perSecond":1e999,"burst":1}}', /webId must be as/],
    ['{"webId":{"perSecond":1,"burst":1.5}}', /webId must be as/],
    ['{"webId":{"perSecond":1,"burst":1,"perMinute":1}}', /webId must be as/],
    ['{"address":null}', /address must be as/],
    ['{"headerBytes":100}', /headerBytes must be a whole number, 4096 to 1048576/],
    ['{"podBytes":"1 GB"}', /podBytes must be a whole number/],
    ['{"requestSeconds":10}', /requestSeconds must be headSeconds at least/],
  ])('refuse nonsense, and say what: %s', (text, message) => {
    expect(() => read(file(text))).toThrow(message)
  })

  it('refuse a file that is not there, with all else that is wrong', () => {
    const attempt = () => read({ limits: join(folder, 'none.json'), port: 'abc' })
    expect(attempt).toThrow(/--port.*--limits/)
  })
})
