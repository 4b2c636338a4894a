import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { seldom } from './load-later.ts'

const require = createRequire(createRequire(import.meta.url).resolve('@solid/community-server'))

it.each(seldom)('%s says of itself what its placeholder says', (name) => {
  expect(require(name).__esModule).toBe(true)
})

it('loads them when something of theirs is asked for, and not with CSS', () => {
  const script = `
    import { createRequire } from 'node:module'
    import { loadLater, seldom } from './dist/pod-server/server/load-later.js'
    loadLater()
    const { SparqlUpdatePatcher } = await import('@solid/community-server')
    const require = createRequire(import.meta.resolve('@solid/community-server'))
    const isLoaded = (name) => require.cache[require.resolve(name)].children.length > 0
    const before = seldom.filter(isLoaded)
    new SparqlUpdatePatcher()
    console.log(JSON.stringify({ before, after: seldom.filter(isLoaded), same: require(seldom[0]) === require(seldom[0]) }))`
  const args = ['--input-type=module', '--eval', script]
  const said = execFileSync(process.execPath, args, { cwd: packageRoot, encoding: 'utf8' })
  expect(JSON.parse(said)).toMatchObject({ before: [], after: [seldom[0]], same: true })
})
