import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdFolder } from './folder-lock.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-lock-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const program = `
  const { holdFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)})
  await holdFolder(process.argv[1])
  console.log('held')
  setInterval(() => {}, 1000)
`

/** Another process that holds the folder. */
async function holder() {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder])
  await once(child.stdout, 'data')
  return child
}

it('is held by one process, and let go with it, however it ends', async () => {
  const child = await holder()
  await expect(holdFolder(folder)).rejects.toMatchObject({
    code: 'folder-in-use',
    sentence: { en: expect.stringContaining(`process ${child.pid}`) },
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await holdFolder(folder))()
})

it('does not mind what an earlier process left behind', async () => {
  // A process that is alive and is no server of ours: numbers come again after a restart.
  await writeFile(join(folder, 'server.pid'), `${process.ppid}\n`)
  await (await holdFolder(folder))()
})

it('is not held twice by one process', async () => {
  const letGo = await holdFolder(folder)
  await expect(holdFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' })
  await letGo()
})
