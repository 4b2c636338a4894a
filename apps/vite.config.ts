import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * One app a build, named by `--mode`: each origin gets only its own files.
 * `npx vite build --config apps/vite.config.ts --mode budget`
 */
export default defineConfig(({ mode: app }) => ({
  root: join(here, app),
  base: app === 'account' ? '/.account-assets/' : '/',
  logLevel: 'warn',
  resolve: { conditions: ['source', ...defaultClientConditions] },
  plugins: ['account', 'browser'].includes(app) ? [plainImports] : [],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    outDir: join(here, '..', 'dist', 'apps', app),
    emptyOutDir: true,
    // A data: address would need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: pages(app), ...(app === 'account' ? { output: together } : {}) },
  },
}))

/** What nearly every page of the account origin needs is one file: each file more weighs a hundred bytes. */
const together = {
  codeSplitting: { groups: [{ name: 'shared', test: /\/(api|controls|citizen-name|categories)\.ts$/ }] },
}

/** A module that is loaded later is small, and asked for as it is: Vite's helper weighs more than it brings forward. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined,
}

function pages(app: string): string[] {
  return readdirSync(join(here, app))
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(here, app, name))
}
