import { fileURLToPath } from 'node:url'
import { load } from './load.js'

const missing = ['ENOENT', 'ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']

/** Runs a command line, of which a part may not be there: after a pull that brought a dependency, or before a build. */
export async function run(program) {
  try {
    const { main } = load(fileURLToPath(new URL(`../dist/programs/${program}.cjs`, import.meta.url)))
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (!missing.includes(error?.code)) throw error
    console.error(
      'Une partie du programme manque : node_modules ou dist n’est plus à jour. Lancez npm ci, puis recommencez.\n' +
        'A part of the program is missing: node_modules or dist is out of date. Run npm ci, then try again.',
    )
    process.exitCode = 2
  }
}
