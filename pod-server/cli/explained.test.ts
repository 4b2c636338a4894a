import { describe, expect, it } from 'vitest'
import { PodError } from '../errors.ts'
import { explain } from './explained.ts'

describe('what the system says of a file', () => {
  it.each(['ENOENT', 'EEXIST', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENOSPC', 'SQLITE_FULL', 'EIO', ''])(
    'is said in both languages, with a next step, and without its own words: %s',
    (code) => {
      const cause = Object.assign(new Error(`${code}: raw words of the system`), { code })
      const { sentence } = explain('/data/b.db', cause)
      expect(sentence.fr).toMatch(/^\/data\/b\.db : .+ ; .+\.$/)
      expect(sentence.en).toMatch(/^\/data\/b\.db: .*[^ ]; .+\.$/)
      expect(`${sentence.fr}${sentence.en}`).not.toContain('raw words')
    },
  )

  it('leaves what has a sentence already', () => {
    const error = new PodError('not-found', { fr: 'a', en: 'b' })
    expect(explain('/data', error)).toBe(error)
  })
})
