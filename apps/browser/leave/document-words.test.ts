import { beforeAll, expect, it } from 'vitest'
import { readCategories } from '../../shared/known-categories.ts'
import { documentWords } from './document-words.ts'

const pod = 'https://pod.example/alice/'
const words = (paths: readonly string[]) =>
  documentWords(paths, pod, []).map((it) => it.replace(/[\u00a0\u202f]/g, ' '))

beforeAll(readCategories)

it('are those of the access log for what it knows, each sort once', () => {
  const id = '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01'
  expect(
    words([`consents/${id}`, `consents/${id}b`, 'log/2026-11-26', 'data/bank/banque/a1b2c3d4/2025-01.ttl']),
  ).toEqual([
    'Vos autorisations : 2 documents',
    'Le journal lui-même',
    'Comptes et opérations bancaires, Banque, janvier 2025',
  ])
})

it('are the name and the folder of anything else', () => {
  expect(words(['notes/a.ttl', 'notes/%C3%A9t%C3%A9%20!.pdf', 'a.ttl', 'b/c/d', '%E0%A4%A'])).toEqual([
    '« a », dans « notes »',
    '« été !.pdf », dans « notes »',
    '« a »',
    '« d », dans « b/c »',
    '« %E0%A4%A »',
  ])
})
