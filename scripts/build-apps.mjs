import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const apps = fileURLToPath(new URL('../apps/', import.meta.url))
const dist = fileURLToPath(new URL('../dist/apps/', import.meta.url))

/** Gzip kilobytes of a page's first load (DESIGN §9). */
const budgets = { account: 12, browser: 60, app: 80 }

/**
 * Builds each app to `dist/apps/<app>/`, compresses its files beside them and prints what each page weighs.
 *
 * @throws when a page is over its weight.
 */
export async function buildApps() {
  const found = await appNames()
  const over = []
  for (const app of found) {
    await build({ configFile: join(apps, 'vite.config.ts'), mode: app })
    if (app !== 'account') await addIntegrity(join(dist, app))
    if (app === 'browser') await addServiceWorker(join(dist, app))
    over.push(...(await printWeights(app, await compress(join(dist, app)))))
  }
  await pin(found)
  if (over.length > 0) throw new Error(`over their weight: ${over.join(', ')}`)
}

/** Prints again what each page weighs that was built. */
export async function printBuilt() {
  for (const app of await appNames()) {
    const sizes = new Map()
    for (const name of await readdir(join(dist, app), { recursive: true }))
      if (name.endsWith('.gz'))
        sizes.set(name.slice(0, -3).replaceAll('\\', '/'), (await stat(join(dist, app, name))).size)
    await printWeights(app, sizes)
  }
}

const appNames = async () =>
  (await readdir(apps, { withFileTypes: true }))
    .filter((it) => it.isDirectory() && hasPage(it.name))
    .map(({ name }) => name)

/** @returns the pages that are over their weight. */
async function printWeights(app, sizes) {
  const over = []
  for (const [page, bytes] of await weigh(join(dist, app), sizes)) {
    const budget = budgets[app] ?? budgets.app
    const weight = bytes / 1000
    console.log(`  ${`${app}/${page}`.padEnd(24)} ${weight.toFixed(1).padStart(6)} KB gzip of ${budget}`)
    if (weight > budget) over.push(`${app}/${page}`)
  }
  return over
}

const hasPage = (app) => ['index.html', 'login.html'].some((page) => existsSync(join(apps, app, page)))

/** The SHA-256 of every file of every app, as `sha256sum` writes them: the server serves nothing else. */
async function pin(found) {
  const lines = []
  for (const app of found) {
    const entries = await readdir(join(dist, app), { recursive: true, withFileTypes: true })
    const paths = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name))
    for (const path of paths.sort()) {
      const hash = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
      lines.push(`${hash}  ${relative(dist, path).split(sep).join('/')}\n`)
    }
  }
  await writeFile(join(dist, 'SHA256SUMS'), lines.join(''))
}

/** The scripts and styles that a page names, with what they must be (Subresource Integrity). */
async function addIntegrity(folder) {
  for (const page of (await readdir(folder)).filter((name) => name.endsWith('.html'))) {
    let html = await readFile(join(folder, page), 'utf8')
    for (const [tag, name] of html.matchAll(
      /<(?:script|link)\b[^>]* crossorigin\b[^>]*(?:src|href)="\/([^"]+)"/g,
    )) {
      const hash = createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('base64')
      html = html.replace(tag, `${tag} integrity="sha256-${hash}"`)
    }
    await writeFile(join(folder, page), html)
  }
}

/** The service worker, with each file of the app and what it must be: it keeps those, and no others. */
async function addServiceWorker(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name))
  const files = {}
  for (const path of paths.sort()) {
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('base64')
    files[name === '/index.html' ? '/' : name] = `sha256-${hash}`
  }
  const list = JSON.stringify(files)
  const version = createHash('sha256').update(list).digest('hex').slice(0, 12)
  const source = await readFile(join(apps, 'browser/offline/service-worker.js'), 'utf8')
  await writeFile(join(folder, 'sw.js'), source.replace('__VERSION__', version).replace('__FILES__', list))
}

/** Writes `.gz` and `.br` beside each text file; answers with gzip sizes by path. */
async function compress(folder) {
  const sizes = new Map()
  for (const name of await readdir(folder, { recursive: true })) {
    if (!['.html', '.js', '.css', '.svg', '.json'].includes(extname(name))) continue
    const bytes = await readFile(join(folder, name))
    const gzip = gzipSync(bytes, { level: 9 })
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
    await writeFile(join(folder, `${name}.gz`), gzip)
    await writeFile(join(folder, `${name}.br`), brotli)
    sizes.set(name.replaceAll('\\', '/'), gzip.length)
  }
  return sizes
}

/** Each page with all that it loads before its first figures: what its HTML names, and the workers. */
async function weigh(folder, sizes) {
  const workers = [...sizes].filter(([name]) => /worker[^/]*\.js$/i.test(name))
  const pages = [...sizes.keys()].filter((name) => name.endsWith('.html'))
  const weights = []
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8')
    const named = [...sizes].filter(([name]) => name === page || html.includes(`/${name}"`))
    weights.push([page, [...new Map([...named, ...workers]).values()].reduce((sum, it) => sum + it, 0)])
  }
  return weights
}
