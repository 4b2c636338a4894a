import { describe, expect, it } from 'vitest'
import { politely } from './polite.ts'

function server(...answers: (Response | Error)[]) {
  const waits: number[] = []
  let asked = 0
  const fetch = async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)]
    if (!answer || answer instanceof Error) throw answer
    return answer
  }
  const wait = async (ms: number) => void waits.push(ms)
  return { manner: { fetch, wait, signal: new AbortController().signal }, waits, asked: () => asked }
}

const busy = (headers: Record<string, string> = {}) => new Response('', { status: 429, headers })

describe('a request', () => {
  it('waits as long as the server asks', async () => {
    const { manner, waits } = server(busy({ 'retry-after': '7' }), new Response('ok'))
    expect(await (await politely(manner, 'https://a.example/', {})).text()).toBe('ok')
    expect(waits).toEqual([7000])
  })

  it('waits longer each time, and is given up', async () => {
    const { manner, waits, asked } = server(busy())
    await expect(politely(manner, 'https://a.example/', {})).rejects.toMatchObject({ status: 429 })
    expect([waits, asked()]).toEqual([[500, 1000, 2000, 4000, 8000], 6])
  })

  it('is sent again where no answer came', async () => {
    const { manner, asked } = server(new TypeError('gone'), new Response('ok'))
    await politely(manner, 'https://a.example/', {})
    expect(asked()).toBe(2)
  })

  it('is not sent again where waiting would change nothing', async () => {
    const { manner, asked } = server(new Response('', { status: 403 }))
    await expect(politely(manner, 'https://a.example/', {})).rejects.toMatchObject({ kind: 'refused' })
    expect(asked()).toBe(1)
  })

  it('takes what it was told to take', async () => {
    const { manner } = server(new Response('', { status: 412 }))
    expect((await politely(manner, 'https://a.example/', {}, [412])).status).toBe(412)
  })

  it('ends with its signal', async () => {
    const { manner, asked } = server(new Response('ok'))
    const signal = AbortSignal.abort(new Error('left'))
    await expect(politely({ ...manner, signal }, 'https://a.example/', {})).rejects.toThrow('left')
    expect(asked()).toBe(0)
  })
})
