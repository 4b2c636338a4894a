import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileOf = (dataFolder: string): string => join(dataFolder, 'server.token')

/** A secret of this run of the server, which only this user of the machine can read. */
export async function makeOperatorToken(dataFolder: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await rm(fileOf(dataFolder), { force: true })
  await writeFile(fileOf(dataFolder), token, { mode: 0o600 })
  return token
}

/** Undefined where no server runs. */
export const readOperatorToken = (dataFolder: string): Promise<string | undefined> =>
  readFile(fileOf(dataFolder), 'utf8').catch(() => undefined)

export const dropOperatorToken = (dataFolder: string): Promise<void> =>
  rm(fileOf(dataFolder), { force: true })
