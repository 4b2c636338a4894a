import { describe, expect, it } from 'vitest'
import { eraseContainer } from './erase-container.ts'

const container = 'https://pods.example/alice/data/bank/banque/'

/** A pod with documents below that container, of which some are never erased. */
function podOf(paths: readonly string[], kept: readonly string[] = []) {
  const there = new Set(paths.map((path) => container + path))
  const asked: string[] = []
  const list = async (folder: string) =>
    [...there].flatMap((url) => {
      if (!url.startsWith(folder) || url === folder) return []
      const [, ...rest] = url.slice(folder.length).split('/')
      const isOwn = rest.length === 0 || (rest.length === 1 && rest[0] === '')
      return isOwn ? [{ url, isContainer: url.endsWith('/'), size: 1 }] : []
    })
  const fetch = async (url: string) => {
    asked.push(url)
    if (kept.some((path) => url === container + path)) return new Response('', { status: 403 })
    there.delete(url)
    return new Response(null, { status: 205 })
  }
  return { there, asked, list, manner: { fetch, signal: new AbortController().signal } }
}

describe('erasing', () => {
  it('takes all that is in a container, the deepest first, and leaves itself', async () => {
    const pod = podOf(['a/', 'a/1.ttl', 'a/b/', 'a/b/2.ttl', '3.pdf'])
    const steps: number[] = []
    const erased = await eraseContainer(container, pod.list, pod.manner, (done) => steps.push(done))
    expect(erased).toEqual({ documents: 3, left: [] })
    expect([...pod.there]).toEqual([])
    expect(pod.asked).not.toContain(container)
    expect(pod.asked.indexOf(`${container}a/b/`)).toBeLessThan(pod.asked.indexOf(`${container}a/`))
    expect(steps).toEqual([1, 2, 3])
  })

  it('says what it could not erase, and leaves the folders that hold it', async () => {
    const pod = podOf(['a/', 'a/1.ttl', 'a/2.ttl', 'b/', 'b/3.ttl'], ['a/1.ttl'])
    const erased = await eraseContainer(container, pod.list, pod.manner, () => {})
    expect(erased).toEqual({ documents: 2, left: [`${container}a/1.ttl`] })
    expect([...pod.there]).toEqual([`${container}a/`, `${container}a/1.ttl`])
  })

  it('says so of a folder that it cannot look into', async () => {
    const pod = podOf(['a/', 'a/1.ttl'])
    const list = async (folder: string) => {
      if (folder !== container) throw new Error('no')
      return pod.list(folder)
    }
    expect(await eraseContainer(container, list, pod.manner, () => {})).toEqual({
      documents: 0,
      left: [`${container}a/`],
    })
  })
})
