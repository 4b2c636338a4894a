import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const source = fileURLToPath(new URL('../sqlite/writer-thread.ts', import.meta.url))

/**
 * Makes one file of the sources of the writer's thread, once a run: tests open more than a hundred engines, and for each
 * to read TypeScript anew took two thirds of a second of a processor.
 */
export async function setup(): Promise<() => Promise<void>> {
  // Below the packages, which it finds from there.
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'traboule-'))
  const outfile = join(folder, 'writer-thread.mjs')
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    conditions: ['source'],
    logLevel: 'warning',
  })
  process.env['TRABOULE_WRITER_THREAD'] = pathToFileURL(outfile).href
  return () => rm(folder, { recursive: true, force: true })
}
