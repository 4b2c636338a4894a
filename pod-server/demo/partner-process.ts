import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PodError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'

export const command = join(packageRoot, 'bin/traboule-connect.js')

/** Where a partner's process finds its credentials. */
export const partnerEnv = (dataFolder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  TRABOULE_PARTNERS: join(dataFolder, 'partners'),
})

/**
 * Runs the partners' command line in a process of its own: it knows this server by HTTP alone.
 *
 * @returns what it printed. @throws PodError `import-failed` with its last lines.
 */
export function runPartner(
  args: readonly string[],
  dataFolder: string,
  signal: AbortSignal,
): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [command, ...args], {
      env: partnerEnv(dataFolder),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', fail)
    child.on('close', (code) => {
      if (code === 0) {
        done(Buffer.concat(out))
        return
      }
      const said = Buffer.concat([...out, ...err])
        .toString('utf8')
        .trim()
        .split('\n')
        .slice(-4)
        .join('\n')
      fail(
        new PodError('import-failed', {
          fr: `Un partenaire n’a pas pu déposer son fichier :\n${said}`,
          en: `A partner could not deliver its file:\n${said}`,
        }),
      )
    })
  })
}
