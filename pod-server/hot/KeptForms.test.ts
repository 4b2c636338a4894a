import { describe, expect, it } from 'vitest'
import { KeptForms } from './KeptForms.ts'

const megabyte = 1024 * 1024
const form = (megabytes: number) => async () => Buffer.alloc(megabytes * megabyte)

describe('forms that are kept', () => {
  it('never take more than their bound, and the longest unused go first', async () => {
    const forms = new KeptForms()
    for (let n = 0; n < 20; n++) {
      await forms.of(`${n}`, 'text/turtle', 1, form(7))
      await forms.of('0', 'text/turtle', 1, form(7))
      expect(forms.size.kept).toBeLessThanOrEqual(forms.size.most)
    }
    expect(forms.size.kept).toBeGreaterThan(forms.size.most - 8 * megabyte)
    const made: string[] = []
    for (const name of ['0', '1', '19']) {
      await forms.of(name, 'text/turtle', 1, async () => {
        made.push(name)
        return Buffer.alloc(1)
      })
    }
    expect(made).toEqual(['1'])
  })

  it('weigh something even when they are empty, and are not kept when one is too large', async () => {
    const forms = new KeptForms()
    await forms.of('empty', 'text/turtle', 1, form(0))
    expect(forms.size.kept).toBe(512)
    await forms.of('large', 'text/turtle', 1, form(8))
    expect(forms.size.kept).toBe(512)
  })

  it('are made anew for another version, and take the place of the old one', async () => {
    const forms = new KeptForms()
    await forms.of('a', 'text/turtle', 1, form(2))
    expect(await forms.of('a', 'text/turtle', 2, async () => Buffer.from('new'))).toBe('new')
    expect(forms.size.kept).toBe(515)
  })
})
