import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SqliteEngine } from '../../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../../engine/testing/changes.ts'
import type { Contender } from './contenders.ts'
import { grantedRules, large, middle, publicRules, small } from './contents.ts'
import { proof } from './dpop.ts'

export const listed = [100, 1000, 5000] as const
/** Commits that share a write to disk. */
const atOnce = 200
const child = '<#a> <#b> <#c> .'

/** The documents that are read and patched, over HTTP. */
export async function prepare({ baseUrl, pod, token }: Contender, webId: string): Promise<void> {
  const access = await token()
  const put = async (name: string, body: string) => {
    const url = `${pod}${name}`
    const headers = {
      authorization: `DPoP ${access}`,
      dpop: proof('PUT', url, access),
      'content-type': 'text/turtle',
    }
    const { ok, status } = await fetch(url, { method: 'PUT', headers, body })
    if (!ok) throw new Error(`${url}: ${status}`)
  }
  await put('small.ttl', small)
  await put('large.ttl', large)
  await put('patched-small.ttl', small)
  await put('patched-middle.ttl', middle)
  await put('patched-large.ttl', large)
  await put('public/small.ttl', small)
  await put('public/.acl', publicRules(webId))
  await put('granted/small.ttl', small)
  await put('granted/.acl', grantedRules(webId, baseUrl))
}

/** Containers of many documents, as the stock server keeps them: it would take minutes to ask it for them. */
export async function fillStock(dataFolder: string): Promise<void> {
  for (const count of listed) {
    const folder = join(dataFolder, 'bench', `many${count}`)
    await mkdir(folder, { recursive: true })
    for (let n = 0; n < count; n++) await writeFile(join(folder, `${n}.ttl`), child)
  }
}

/** The same in ours, which is stopped; and so many pods beside. */
export async function fillOurs(file: string, pods: number): Promise<void> {
  const engine = await SqliteEngine.open(file, 1 << 30)
  try {
    for (const count of listed) {
      const folder = `bench/many${count}`
      const children = Array.from({ length: count }, (_, n) => ({
        ...document(`${folder}/${n}.ttl`, child),
        contentType: 'text/turtle',
      }))
      await engine.commit({ changes: [container(folder), ...children] })
    }
    const other = (n: number) =>
      engine.commit({
        changes: [
          container(`other${n}`),
          container(`other${n}/data`),
          document(`other${n}/data/a`, small),
          document(`other${n}/.acl`, publicRules(`https://other.example/${n}#me`)),
        ],
      })
    for (let n = 0; n < pods; n += atOnce)
      await Promise.all(Array.from({ length: Math.min(atOnce, pods - n) }, (_, more) => other(n + more)))
  } finally {
    await engine.close()
  }
}
