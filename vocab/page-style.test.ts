import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PAGE_STYLE } from './page-style.ts'

it('has the colours of the apps, by day and by night', () => {
  const tokens = readFileSync(new URL('../apps/shared/ui/tokens.css', import.meta.url), 'utf8')
  const colours = PAGE_STYLE.text.match(/--[\w-]+: #\w+;/g) ?? []
  expect(colours).toHaveLength(16)
  expect(colours.filter((colour) => !tokens.includes(colour))).toEqual([])
})
