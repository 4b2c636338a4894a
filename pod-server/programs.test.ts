import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from './package-root.ts'

const programs = join(packageRoot, 'dist/programs')
const loader = join(packageRoot, 'bin/load.js')
const { compiled } = await import(loader)
const { placeholder, seldom } = (await import(join(packageRoot, 'scripts/seldom.mjs'))) as {
  placeholder: (name: string) => string
  seldom: readonly string[]
}

/** @returns what a program prints that has the loader's functions, in a process of its own. */
const said = (script: string) => {
  const program = `import { compiled, load } from ${JSON.stringify(loader)}; console.log(${script})`
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).trim()
}

it.each(readdirSync(programs).filter((name) => name.endsWith('.cjs')))(
  '%s is ASCII: a byte a character, as it is read',
  (name) => {
    expect(readFileSync(join(programs, name), 'latin1').search(/[\u0080-\u00ff]/)).toBe(-1)
  },
)

describe('what CSS loads with itself and this server seldom needs', () => {
  const ofCss = createRequire(createRequire(import.meta.url).resolve('@solid/community-server'))

  /** What a module exports whose text this is. */
  const exported = (text: string, require: (name: string) => unknown) => {
    const module: { exports: Record<string, unknown> } = { exports: {} }
    new Function('module', 'require', text)(module, require)
    return module.exports
  }

  it.each(seldom)('%s gives by its placeholder what a compiled import gets of it', (name) => {
    const real = ofCss(name)
    const stand = exported(placeholder(name), ofCss)
    // TypeScript's __importDefault.
    expect(stand['__esModule']).toBe(true)
    expect(stand['default']).toBe(real.__esModule ? real.default : real)
    for (const key of Object.keys(real).filter((it) => it !== 'default')) expect(stand[key]).toBe(real[key])
  })

  it('is loaded when something of it is asked for, and once', () => {
    const loaded: string[] = []
    const stand = exported(placeholder('x'), (name) => {
      loaded.push(name)
      return { query: 1 }
    })
    expect(stand['__esModule']).toBe(true)
    expect(loaded).toEqual([])
    expect([stand['query'], stand['none'], 'query' in stand]).toEqual([1, undefined, true])
    expect(loaded).toEqual(['x'])
  })

  it('is there in the program', () => {
    const css = `load(${JSON.stringify(join(programs, 'community-server.cjs'))})`
    expect(said(`typeof new (${css}.SparqlUpdatePatcher)().engine.query`)).toBe('function')
  })
})

describe('a class of oidc-provider, which stores what it makes under the name of its class', () => {
  const classes = /\bclass (\w+)/g
  const folder = join(packageRoot, 'node_modules/oidc-provider/lib/models')
  const program = readFileSync(join(programs, 'community-server.cjs'), 'latin1')

  it.each(readdirSync(folder).filter((it) => it.endsWith('.js')))(
    'has its own in the program: %s',
    (file) => {
      const [, from = ''] = program.split(`// node_modules/oidc-provider/lib/models/${file}\n`)
      const [part = ''] = from.split(/^ *\/\/ node_modules\//m)
      const names = (text: string) => [...text.matchAll(classes)].map(([, name]) => name)
      expect(names(part)).toEqual(names(readFileSync(join(folder, file), 'utf8')))
    },
  )
})

describe('the bytecode that is kept of a program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traboule-'))
  const copy = join(folder, 'pod.cjs')
  const [quoted, kept] = [JSON.stringify(copy), `${copy}.bytecode`]
  /** Whether it was refused, and whether the program is there. */
  const taken = () => said(`compiled(${quoted}).cachedDataRejected, typeof load(${quoted}).main`)

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(['community-server', 'pod', 'connect'])('is of %s, and for this version of V8', (name) => {
    expect(compiled(join(programs, `${name}.cjs`)).cachedDataRejected).toBe(false)
  })

  it('is not needed, and is left where it is not whole or of something else', () => {
    copyFileSync(join(programs, 'pod.cjs'), copy)
    expect(taken()).toBe('undefined function')
    copyFileSync(join(programs, 'pod.cjs.bytecode'), kept)
    expect(taken()).toBe('false function')
    truncateSync(kept, 100_000)
    expect(taken()).toBe('true function')
    copyFileSync(join(programs, 'connect.cjs.bytecode'), kept)
    expect(taken()).toBe('true function')
    writeFileSync(kept, 'none')
    expect(taken()).toBe('true function')
  })
})
