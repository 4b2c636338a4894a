import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { PartnerRegistry, type RegisteredPartner } from '../agent/registry.ts'
import { readSettings } from '../settings.ts'
import { defaultLimits } from './limits.ts'
import { RequestLimits } from './RequestLimits.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'traboule-limits-'))
afterAll(() => rmSync(dataFolder, { recursive: true }))

const slow = (burst: number) => ({ perSecond: 0.01, burst })
const limits = { ...defaultLimits, address: slow(40), webId: slow(10), partner: slow(12), costly: slow(3) }
const settings = {
  ...readSettings({ flags: { 'base-url': 'https://pods.example/' }, env: {} }),
  limits,
  dataFolder,
}
const bank = 'https://bank.example/#me'
/** A partner that may ask as much as it likes, once the list says so. */
const probe = 'https://probe.example/#me'
const alice = 'https://pods.example/alice/profile/card#me'
const app = (name: string) => ({
  agent: { webId: alice },
  client: { clientId: `https://${name}.example/id` },
})

const requestOf = (address: string) =>
  ({
    method: 'GET',
    url: '/alice/',
    headers: {},
    socket: { remoteAddress: address },
  }) as unknown as IncomingMessage
/** How many of so many pass. */
const passed = (times: number, ask: (index: number) => number) =>
  Array.from({ length: times }, (_, index) => ask(index)).filter((wait) => wait === 0).length

/** Waits until the operator's list has been read, for which nobody that asks waits. */
function untilRead(all: RequestLimits): Promise<void> {
  const ask = () => all.ofWebId(requestOf('192.0.2.250'), { agent: { webId: probe } }, 0)
  expect(passed(100, ask)).toBeLessThan(100)
  return vi.waitFor(() => expect(ask()).toBe(0))
}

describe('a partner', () => {
  it('counts for its address where its own rate refuses, and not where it lets through', async () => {
    const partner = { id: 'bank', name: 'Bank', domain: 'finance', connector: 'bank', webId: bank }
    const rate = { perSecond: 1000, burst: 1_000_000 }
    const registry = new PartnerRegistry(dataFolder)
    await registry.add(partner as RegisteredPartner)
    await registry.add({ ...partner, id: 'probe', webId: probe, rate } as RegisteredPartner)
    const all = new RequestLimits(settings)
    const ask = (address: string) => {
      const request = requestOf(address)
      return all.ofAddress(request, 0) || all.ofWebId(request, { agent: { webId: bank } }, 0)
    }
    // The first has the list read.
    ask('192.0.2.1')
    await untilRead(all)
    expect(passed(300, () => ask('192.0.2.2'))).toBe(limits.partner.burst - 1)
    expect(all.ofAddress(requestOf('192.0.2.2'), 0)).toBeGreaterThan(0)
    expect(all.ofAddress(requestOf('192.0.2.3'), 0)).toBe(0)
    const other = new RequestLimits({ ...settings, limits: { ...limits, partner: slow(200) } })
    other.ofWebId(requestOf('192.0.2.2'), { agent: { webId: bank } }, 0)
    await untilRead(other)
    const passes = () => {
      const request = requestOf('192.0.2.2')
      return other.ofAddress(request, 0) || other.ofWebId(request, { agent: { webId: bank } }, 0)
    }
    expect(passed(150, passes)).toBe(150)
  })
})

describe('an app of a citizen', () => {
  it('uses up what is its own, and leaves room for the citizen’s others', () => {
    const all = new RequestLimits(settings)
    const ask = (name: string) => all.ofWebId(requestOf('192.0.2.1'), app(name), 0)
    expect(passed(100, () => ask('greedy'))).toBe(limits.webId.burst)
    expect(passed(5, () => ask('home'))).toBe(5)
  })

  it('has no more by being many', () => {
    const all = new RequestLimits(settings)
    expect(passed(100, (index) => all.ofWebId(requestOf('192.0.2.1'), app(`app${index}`), 0))).toBe(
      4 * limits.webId.burst,
    )
  })
})
