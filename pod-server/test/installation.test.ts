import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { finished } from './test-pod.ts'

describe('an installation that is out of date', () => {
  it('says to run npm ci, and shows no stack', async () => {
    const program = `import(${JSON.stringify(join(packageRoot, 'bin/run.js'))}).then(({ run }) => run('none'))`
    const { code, stderr } = await finished(
      spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    expect(code).toBe(2)
    expect(stderr).toContain('Run npm ci')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('npm test', () => {
  it('fails, and skips nothing, where the browser that CHROME_PATH names cannot be run', async () => {
    const { code, stderr, stdout } = await finished(
      spawn(process.execPath, [join(packageRoot, 'scripts/test.mjs')], {
        env: { ...process.env, CHROME_PATH: '/no/such/browser' },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    expect(code).toBe(1)
    expect(stderr).toContain('CHROME_PATH=/no/such/browser cannot be run.')
    expect(stdout).toBe('')
  })
})
