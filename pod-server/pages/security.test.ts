import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'

it('SECURITY.md names no test that is not there', () => {
  const text = readFileSync(join(packageRoot, 'SECURITY.md'), 'utf8')
  const named = [...text.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([])
})
