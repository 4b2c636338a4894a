// `npm test`: builds what the tests run, makes sure that there is a browser, and runs every test.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, headless } from './chromium.mjs'

const here = fileURLToPath(new URL('..', import.meta.url))
const run = (args, env = {}) => {
  const { status } = spawnSync(process.execPath, args, {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (status !== 0) process.exit(status ?? 1)
}

let browser
try {
  browser = chromium()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
run(['scripts/build.mjs'])
run(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  CHROME_PATH: browser,
  CHROME_HEADLESS_PATH: headless(browser),
})
