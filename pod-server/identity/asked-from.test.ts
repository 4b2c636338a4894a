import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { askedFrom, askingAddress } from './asked-from.ts'

const from = (remoteAddress: string) => ({ socket: { remoteAddress }, headers: {} }) as IncomingMessage
const moment = () => new Promise((done) => setImmediate(done))

describe('who asks', () => {
  it('is known within what was asked, whoever else asks meanwhile and is done before', async () => {
    let end = (): void => undefined
    const held = new Promise<void>((done) => {
      end = done
    })
    const first = askedFrom(from('203.0.113.1'), async () => {
      await held
      return askingAddress()
    })
    const second = askedFrom(from('2001:db8:1:2:3::4'), async () => {
      await moment()
      return askingAddress()
    })
    expect(await second).toBe('2001:db8:1:2')
    expect(askingAddress()).toBe('nobody')
    end()
    expect(await first).toBe('203.0.113.1')
  })

  it('is known again after nobody asked, also when what was asked fails', async () => {
    await expect(askedFrom(from('203.0.113.1'), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(askingAddress()).toBe('nobody')
    const again = askedFrom(from('203.0.113.2'), async () => {
      await moment()
      return askingAddress()
    })
    expect(await again).toBe('203.0.113.2')
  })
})
