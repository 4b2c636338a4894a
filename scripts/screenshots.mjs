// `npm run screenshots`: the tests that look at pages, which then leave a picture of each in `screenshots/`.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

rmSync(new URL('../screenshots', import.meta.url), { recursive: true, force: true })
const test = fileURLToPath(new URL('test.mjs', import.meta.url))
const run = spawnSync(
  process.execPath,
  [test, '--project', 'system', '--project', 'browser', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, TRABOULE_SCREENSHOTS: '1' },
  },
)
process.exitCode = run.status ?? 1
