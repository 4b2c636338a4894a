import { randomBytes, timingSafeEqual } from 'node:crypto'
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

/** Undefined where no server runs. @throws what the file system says where this user may not look. */
export const readOperatorToken = (dataFolder: string): Promise<string | undefined> =>
  readFile(fileOf(dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw error
    return undefined
  })

/** Whether an `Authorization` header is that of whoever can read the token in the data folder. */
export function isOperator(authorization: string | undefined, token: string): boolean {
  const [shown, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return shown.byteLength === wanted.byteLength && timingSafeEqual(shown, wanted)
}

export const dropOperatorToken = (dataFolder: string): Promise<void> =>
  rm(fileOf(dataFolder), { force: true })
