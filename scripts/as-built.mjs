import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const sources = ['apps', 'bin', 'connectors', 'pod-server', 'scripts', 'vocab']
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
const mark = '.as-built'

/** Whether everything that a build reads, and all that it made, is as it was when the last one ended. */
export async function isAsBuilt(root) {
  const marked = await readFile(join(root, 'dist', mark), 'utf8').catch(() => undefined)
  return marked !== undefined && marked === (await digest(root))
}

export async function markAsBuilt(root) {
  await writeFile(join(root, 'dist', mark), await digest(root))
}

async function digest(root) {
  const folders = await Promise.all([...sources, 'dist'].map((folder) => filesIn(root, folder)))
  const hash = createHash('sha256')
  for (const file of [...settings, ...folders.flat().sort()])
    hash.update(`${file}\n`).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

async function filesIn(root, folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((it) => it.isFile() && it.name !== mark)
  return files.map(({ parentPath, path, name }) => join(parentPath ?? path, name).slice(root.length))
}
