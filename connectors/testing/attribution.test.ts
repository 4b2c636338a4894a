import { expect, it } from 'vitest'
import { attributed, isFree } from './attribution.ts'

const text = `# Where these files come from

| file            | source         | licence    |
| --------------- | -------------- | ---------- |
| \`a.csv\`, \`b.csv\` | them, the file \`c.csv\` | CC-BY-4.0  |
| all the others  | made for these | MIT (ours) |

MIT, Apache-2.0 and GPL are licences | of others.
`

it('reads whose each file is, from the first cell and the last', () => {
  expect(attributed(text)).toEqual([
    { files: ['a.csv', 'b.csv'], licence: 'CC-BY-4.0' },
    { files: [], licence: 'MIT (ours)' },
  ])
  expect(attributed('All were made for these tests (MIT, ours).')).toEqual([])
})

it.each(['MIT', 'Apache-2.0', 'BSD-3-Clause', 'CC0-1.0'])('%s is free', (id) => expect(isFree(id)).toBe(true))
it.each(['MIT (ours)', 'ours', '', 'AGPL-3.0-only', 'MPL-2.0', 'EUPL-1.2', 'the same', 'CC-BY-NC-4.0'])(
  '"%s" is not',
  (id) => expect(isFree(id)).toBe(false),
)
