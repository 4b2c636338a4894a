import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

const loaded = new Map()
const bytecodeOf = (file) => `${file}.bytecode`

/** What a bundled program exports (scripts/bundle.mjs); it may ask for another one beside itself. */
export function load(file) {
  const known = loaded.get(file)
  if (known) return known.module.exports
  const script = compiled(file)
  const module = { exports: {} }
  loaded.set(file, { module, script })
  const own = createRequire(file)
  const require = (name) => (name.startsWith('./') ? load(join(dirname(file), name)) : own(name))
  script.runInThisContext()(module, module.exports, require, file, dirname(file))
  return module.exports
}

/**
 * V8 takes the bytecode that was kept of a program where it is of this version of V8, and otherwise compiles the program
 * again (Node.js, vm: `cachedData`).
 */
export function compiled(file) {
  // ASCII, as scripts/bundle.mjs writes it: a byte a character.
  const source = readFileSync(file, 'latin1')
  return new Script(`(function (module, exports, require, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData: read(bytecodeOf(file)),
  })
}

/** Keeps the bytecode of all that was loaded, with what has run of it so far. */
export function keepBytecode() {
  for (const [file, { script }] of loaded) {
    writeFileSync(`${bytecodeOf(file)}.new`, script.createCachedData())
    renameSync(`${bytecodeOf(file)}.new`, bytecodeOf(file))
  }
}

function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
