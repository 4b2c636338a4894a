import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { placeholder, seldom } from './seldom.mjs'

const css = '@solid/community-server'
/** What is resolved where CSS is, as CSS would. */
const require = createRequire(createRequire(import.meta.url).resolve(css))

/** What each program is made of, and what it loads before it is of use. */
const programs = {
  'community-server': `module.exports = require('${css}'); module.exports.n3 = require('n3')`,
  pod: `export { main } from './dist/pod-server/cli/main.js'
    export const load = () => Promise.all([import('./dist/pod-server/cli/serve.js'), import('#composition')])`,
  connect: `export { main } from './dist/connectors/cli/main.js'`,
}

/**
 * Makes a file of each program and what it requires: to find and read two thousand modules was most of a start. CSS is a
 * file of its own, which only commands that serve load. V8's bytecode is kept beside each (see bin/load.js).
 */
export async function bundle(root) {
  const folder = join(root, 'dist/programs')
  // Never a file beside the bytecode of another.
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const make = ([name, contents]) => {
    const isCss = name === 'community-server'
    return build({
      absWorkingDir: root,
      stdin: { contents, resolveDir: isCss ? dirname(require.resolve(css)) : root },
      outfile: join(folder, `${name}.cjs`),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20.19',
      external: ['libsql'],
      banner: { js: places },
      plugins: [isCss ? onceAsked : besideCss, whereItWas(folder)],
      legalComments: 'inline',
      logLevel: 'warning',
    }).then(() => writeAsAscii(join(folder, `${name}.cjs`)))
  }
  await Promise.all(Object.entries(programs).map(make))
  const keep = fileURLToPath(new URL('keep-bytecode.mjs', import.meta.url))
  for (const name of ['pod', 'connect'])
    await promisify(execFile)(process.execPath, [keep, join(folder, `${name}.cjs`)])
}

/** esbuild leaves other characters in patterns and templates; bin/load.js reads a byte a character. */
async function writeAsAscii(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  await writeFile(file, (await readFile(file, 'utf8')).replace(/[\u0080-\uffff]/g, escaped))
}

const onceAsked = {
  name: 'once-asked',
  setup({ onResolve, onLoad }) {
    const namespace = 'once-asked'
    onResolve({ filter: new RegExp(`^(${seldom.join('|')})$`) }, ({ path, importer, resolveDir }) =>
      importer.includes(`${css}/`) ? { path, namespace, pluginData: resolveDir } : undefined,
    )
    onLoad({ filter: /./, namespace }, ({ path, pluginData }) => ({
      contents: placeholder(path),
      resolveDir: pluginData,
    }))
  },
}

/** CSS and its n3, from its own file. By name: of a module of the older kind each importer would make a copy. */
const besideCss = {
  name: 'beside-css',
  setup({ onResolve, onLoad }) {
    const namespace = 'beside-css'
    onResolve({ filter: new RegExp(`^${css}$`) }, ({ path }) => ({ path, namespace }))
    onLoad({ filter: /./, namespace }, () => ({
      contents: `const all = __program('community-server')
        export const { ${Object.keys(require(css)).join(', ')} } = all`,
    }))
    onLoad({ filter: /\/storage\/rdf\/n3-of-css\.js$/ }, () => ({
      contents: `export const { Parser } = __program('community-server').n3`,
    }))
  },
}

/** Whoever looks for a file beside itself finds it where it was. */
const whereItWas = (folder) => ({
  name: 'where-it-was',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?js$/, namespace: 'file' }, async ({ path }) => {
      const contents = await readFile(path, 'utf8')
      const at = (file) => `__at(${JSON.stringify(relative(folder, file))})`
      if (/\bimport\.meta\.url\b/.test(contents))
        return { contents: contents.replaceAll(/\bimport\.meta\.url\b/g, `__url(${at(path)})`) }
      if (!/\b__(dirname|filename)\b/.test(contents)) return undefined
      return { contents: `var __filename = ${at(path)}, __dirname = ${at(dirname(path))}; ${contents}` }
    })
  },
})

const places = `const __at = (path) => require('node:path').join(__dirname, path)
const __url = (path) => require('node:url').pathToFileURL(path).href
const __program = (name) => require('./' + name + '.cjs')`
