import { expect, it } from 'vitest'
import type { ImportRun } from '#vocab/generated/imports'
import { runFragment } from '#vocab/identity'
import { ownImports } from './own-imports.ts'
import { foldersBetween } from './undo-import.ts'

const container = 'https://pods.example/alice/data/bank/mes_fichiers/'
const run = (sha: string, endedAt: string, records = 1): ImportRun => ({
  connector: 'bank',
  connectorVersion: '1.0.0',
  sourceSha256: sha.repeat(64),
  endedAt,
  partner: 'https://pods.example/alice/profile/card#me',
  generated: Array.from({ length: records }, (_, n) => `${container}a/2025-01.ttl#${n}`),
})

it('a file is one import, in however many documents, the latest first', () => {
  const [january, february] = [`${container}a/2025-01.ttl`, `${container}a/2025-02.ttl`]
  const imports = ownImports({ container, category: 'bank' }, [
    { url: january, runs: [run('a', '2026-11-01T08:00:01Z', 2), run('b', '2026-11-20T08:00:00Z')] },
    { url: february, runs: [run('a', '2026-11-01T08:00:00Z', 3)] },
  ])
  const fragment = runFragment('bank', '1.0.0', 'a'.repeat(64))
  expect(imports.map(({ at, records, documents }) => [at, records, documents.length])).toEqual([
    ['2026-11-20T08:00:00Z', 1, 1],
    ['2026-11-01T08:00:00Z', 5, 2],
  ])
  expect(imports[1]?.documents).toEqual([
    { url: january, runIri: `${january}#${fragment}` },
    { url: february, runIri: `${february}#${fragment}` },
  ])
})

it('the folders of a document are those up to the own one, and none above', () => {
  expect(foldersBetween(container, `${container}a/b/2025-01.ttl`)).toEqual([
    `${container}a/b/`,
    `${container}a/`,
    container,
  ])
  expect(foldersBetween(container, `${container}contrats.ttl`)).toEqual([container])
})
