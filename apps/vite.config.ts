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
  resolve: {
    conditions: ['source', ...defaultClientConditions],
    // Its main build is for Node, and has streams in it.
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
  },
  plugins: [appLanguage, ...(isPlain(app) ? [plainImports] : [])],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    outDir: join(here, '..', 'dist', 'apps', app),
    emptyOutDir: true,
    // A data: address would need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, ...(isPlain(app) ? { resolveDependencies: namedInPages } : {}) },
    reportCompressedSize: false,
    rolldownOptions: { input: pages(app), ...(app === 'account' ? { output: together } : {}) },
  },
}))

/**
 * What the pages of the account origin have in common is two files, as each file more weighs a hundred bytes: what the
 * front door needs too, and what nearly all others do.
 */
const together = {
  codeSplitting: {
    groups: [
      { name: 'first', test: /\/(api|language|pick-language)\.ts$/ },
      {
        name: 'shared',
        test: /lit-html|\/(controls|citizen-name|known-categories|light-element|frame|mark|t|french-spaces|account\/(messages|when))\.ts$|preload-helper/,
      },
    ],
  },
}

const isPlain = (app: string) => app === 'account' || app === 'browser'

/** A module that is loaded later is small, and asked for as it is: Vite's helper weighs more than it brings forward. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined,
}
/** Without the list of what it needs in turn, which that helper would read. */
const namedInPages = (_: string, files: string[], { hostType }: { readonly hostType: 'html' | 'js' }) =>
  hostType === 'html' ? files : []

/**
 * The account pages then speak as the app does (`ui_locales`, OpenID Connect Core §3.1.2.1): the log-in library makes the
 * whole address itself, and has no place for it.
 */
const appLanguage: Plugin = {
  name: 'app-language',
  transform(code, id) {
    if (!id.includes('/solid-oidc-client-browser/dist/esm/core/')) return undefined
    const last = '`&prompt=consent`'
    if (!code.includes(last)) throw new Error(`${id} does not end the address of a log-in as it did`)
    return {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the code that this makes.
      code: code.replace(last, () => '`&prompt=consent&ui_locales=${document.documentElement.lang}`'),
      map: null,
    }
  },
}

function pages(app: string): string[] {
  return readdirSync(join(here, app))
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(here, app, name))
}
