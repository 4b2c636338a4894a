import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { isAsBuilt, markAsBuilt } from './as-built.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Type-checks and compiles vocab, connectors and pod-server to `dist/`. */
function compile() {
  return new Promise((resolve, reject) => {
    const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
    spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
      .on('error', reject)
      .on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tsc ended with ${code}`))))
  })
}

async function compose() {
  const composition = fileURLToPath(new URL('../dist/pod-server/composition.js', import.meta.url))
  await (await import('./compose.mjs')).compose(root, composition)
}

async function step(name, work) {
  const start = performance.now()
  await work()
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

/** A package that package-lock.json asks for, in another version or not at all in node_modules; undefined where npm ci was run. */
function outdated() {
  const packages = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).packages
  try {
    const installed = packages('../node_modules/.package-lock.json')
    return Object.entries(packages('../package-lock.json')).find(
      ([path, { version, optional }]) => path !== '' && !optional && installed[path]?.version !== version,
    )?.[0]
  } catch {
    // No lists to compare: what is missing is said by who needs it.
    return undefined
  }
}

// An install without development tools (npm install --omit=dev) finds dist/ in the package.
if (!existsSync(new URL('../node_modules/typescript', import.meta.url))) {
  console.log('TypeScript is not installed: nothing built')
} else if (outdated()) {
  console.error(
    `✗ node_modules n’est plus à jour (${outdated()}) : lancez npm ci.\n✗ node_modules is out of date (${outdated()}): run npm ci.`,
  )
  process.exitCode = 1
} else {
  try {
    if (await isAsBuilt(root)) {
      console.log('✓ built already, from the same sources')
    } else {
      await step('server, connectors and vocabulary compiled', compile)
      await step('server composed', compose)
      await step('programs bundled', async () => (await import('./bundle.mjs')).bundle(root))
      await step('apps built', async () => (await import('./build-apps.mjs')).buildApps())
      await markAsBuilt(root)
    }
  } catch (error) {
    console.error(`✗ ${error.message}`)
    process.exitCode = 1
  }
}
