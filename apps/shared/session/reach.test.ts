import { describe, expect, it } from 'vitest'
import type { AppConfig } from '../config.ts'
import { reach } from './reach.ts'

const config: AppConfig = {
  issuer: 'https://pods.example/',
  agent: 'https://pods.example/.agent/',
  clientId: 'https://budget.example/id',
  apps: {},
  otherProviders: false,
}
const own = [
  'https://pods.example/.agent/',
  'https://pods.example/.oidc/',
  'https://pods.example/.well-known/',
]

describe('what a page may call', () => {
  it('is its own origin, the issuer’s own paths and the citizen’s pods', () => {
    expect(reach(config, ['https://pods.example/alice/', 'https://pods.example/studio/'])).toBe(
      ["'self'", ...own, 'https://pods.example/alice/', 'https://pods.example/studio/'].join(' '),
    )
    expect(reach(config, [], ['.keys/'])).toContain(' https://pods.example/.keys/ ')
  })

  it('is a socket where notifications are listened to, and nowhere else', () => {
    expect(reach(config, ['https://pods.example/alice/'])).not.toContain('wss:')
    expect(
      reach(config, [], ['.notifications/'])
        .split(' ')
        .filter((it) => /notif|ws/.test(it)),
    ).toEqual(['https://pods.example/.notifications/', 'wss://pods.example/.notifications/'])
  })

  it('is the same in whatever order the pods are told', () => {
    const [one, other] = ['https://pods.example/alice/', 'https://pods.example/studio/']
    expect(reach(config, [one, other])).toBe(reach(config, [other, one]))
  })

  it.each(['; script-src *', ', connect-src *', " 'unsafe-inline'", '?x=; script-src *', '#; script-src *'])(
    'is no more than the address of a pod whose name goes on: %s',
    (more) => {
      const said = reach(config, [`https://pods.example/alice${more}/`])
      expect(said).not.toMatch(/[;,]/)
      expect(said.split(' ')).toHaveLength(5)
      expect(said).not.toContain("'unsafe-inline'")
    },
  )
})
