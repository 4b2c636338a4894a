import { expect, it } from 'vitest'
import { withdrawText } from './withdraw-question.ts'

const ending = (kind: 'app' | 'partner' | 'person', category: string, site?: string) =>
  withdrawText({ kind, categories: [category], recipient: { name: 'x', ...(site ? { site } : {}) } })

it('says that what was copied stays copied, but by an app that the operator serves', () => {
  expect(ending('app', 'bank')).not.toContain('copié')
  expect(ending('app', 'bank', 'app.example')).toContain('copié ailleurs')
  expect(ending('person', 'bank')).toContain('copié ailleurs')
})

it('says what an app could do that could write and erase', () => {
  expect(ending('app', 'bank')).not.toContain('effacé')
  expect(ending('app', 'whole-space', 'app.example')).toContain('modifié ni effacé')
})

it('says of a partner that it adds no more', () => {
  expect(ending('partner', 'bank')).toContain('n’ajoutera plus rien')
})
