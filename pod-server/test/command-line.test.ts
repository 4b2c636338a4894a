import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { finished, freePort, TestPod } from './test-pod.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const command = join(packageRoot, 'bin/traboule-pod.js')
const run = (args: string[], env: Record<string, string> = {}) =>
  finished(
    spawn(process.execPath, [command, ...args], {
      env: { ...process.env, NODE_ENV: 'production', TRABOULE_LANG: 'en', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )

describe('traboule-pod', () => {
  it('names every bad setting in one sentence, and exits 1', async () => {
    const { code, stderr } = await run(['serve', '--port', 'abc', '--log', 'loud'])
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/^--port [^-]*; --log [^-]*$/)
  })

  it('says in one sentence that no server answers, and exits 2', async () => {
    const port = String(await freePort())
    const { code, stderr } = await run([
      'citizen',
      'add',
      'alice',
      '--email',
      'a@example.org',
      '--port',
      port,
    ])
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('No server answers')
  })
})

describe('a reader that has seen enough', () => {
  it.each([
    ['traboule-connect', ['sample', 'bank', '--years', '10'], 0],
    ['traboule-connect', ['sniff', join(packageRoot, 'README.md')], 2],
    ['traboule-pod', ['help'], 0],
  ])('ends %s %j without a stack, with its own exit code', async (name, args, code) => {
    const child = spawn(process.execPath, [join(packageRoot, 'bin', `${name}.js`), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Closed before the command has said a word: what it writes meets no reader, each time.
    const closed = code === 0 ? child.stdout : child.stderr
    closed.destroy()
    expect(await finished(child)).toEqual({ code, stdout: '', stderr: '' })
  })

  it('stops a server in order', async () => {
    const data = join(folder, 'unread')
    const child = spawn(
      process.execPath,
      [command, 'serve', '--port', String(await freePort()), '--data', data],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    child.stdout.destroy()
    expect(await finished(child)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await readdir(data)).not.toContain('server.pid')
  })
})

describe('traboule-pod serve', () => {
  let blocker: Server | undefined
  afterAll(() => blocker?.close())

  it('says in one sentence that the port is in use, exits 2, and has made no folder', async () => {
    const port = await freePort()
    blocker = createServer()
    await new Promise<void>((done) => blocker?.listen(port, '127.0.0.1', done))
    const { code, stderr } = await run(['serve', '--port', String(port), '--data', join(folder, 'in-use')])
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(`Port ${port} is in use`)
    expect(await readdir(folder)).not.toContain('in-use')
  })

  // Obstacles that stop root too. Below /proc, Node's own recursive mkdir never returns.
  it.each(['a-file/data', 'registry-is-a-file', '/proc/traboule'])(
    'says in one sentence that the folder cannot be written, and exits 2: %s',
    async (path) => {
      await writeFile(join(folder, 'a-file'), '')
      await mkdir(join(folder, 'registry-is-a-file'), { recursive: true })
      await writeFile(join(folder, 'registry-is-a-file', 'registry'), '')
      const data = resolve(folder, path)
      const { code, stderr } = await run(['serve', '--port', String(await freePort()), '--data', data])
      expect(code).toBe(2)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain(`${data} cannot be written`)
    },
  )

  it.each([
    ['a command that is a word of the language', ['constructor']],
    ['a connector that is one', ['partner', 'add', 'x', '--name', 'X', '--connector', 'constructor']],
    ['more words than it takes', ['serve', 'now']],
    ['an e-mail address that is none', ['citizen', 'add', 'x', '--email', 'x']],
    ['an interface that is none', ['serve', '--host', 'no.such.host.invalid', '--port', '4999']],
  ])('refuses %s without a stack, and exits 1', async (_, args) => {
    const { code, stderr } = await run([...args, '--data', join(folder, 'words')])
    expect(code).toBe(1)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stderr.length).toBeGreaterThan(10)
  })

  it('takes an empty setting for none', async () => {
    const { code, stderr } = await run(['serve', '--port', '0'], { TRABOULE_DATA: '', TRABOULE_HOST: '' })
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('tells a Node.js that is too old, whatever else it cannot read', async () => {
    const shim = join(folder, 'old-node.cjs')
    await writeFile(shim, 'Object.defineProperty(process.versions, "node", { value: "18.19.0" })')
    const { code, stderr } = await finished(
      spawn(process.execPath, ['--require', shim, command, 'serve'], { stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    expect(code).toBe(1)
    expect(stderr).toContain('Node.js 20.19')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('a running server', () => {
  let server: TestPod
  beforeAll(async () => {
    server = await TestPod.start()
  })
  afterAll(async () => server?.[Symbol.asyncDispose]())

  it('prints one line when it is ready', () => {
    expect(server.printed).toBe(`Ready: ${server.baseUrl}\n`)
  })

  it('listens on the loopback alone', async () => {
    const hexPort = server.port.toString(16).toUpperCase().padStart(4, '0')
    const listening =
      (await readFile('/proc/net/tcp', 'utf8')) + (await readFile('/proc/net/tcp6', 'utf8').catch(() => ''))
    const addresses = [...listening.matchAll(/^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A /gm)]
      .filter(([, , port]) => port === hexPort)
      .map(([, address]) => address)
    expect(addresses).toEqual(['0100007F'])
  })

  it('gets a citizen from the command line, once', async () => {
    const add = () => server.run('citizen', 'add', 'carole', '--email', 'carole@example.org')
    const first = await add()
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(`${server.baseUrl}carole/`)
    expect(first.stdout).toMatch(/Password, shown this once: \S{16}/)
    expect((await add()).code).toBe(2)
    expect((await server.ask('citizen', 'add', 'Ça va', '--email', 'x@example.org')).code).toBe(1)
  })

  it('gets a partner from the command line, whose secret only this user can read', async () => {
    const { code, stdout } = await server.run(
      'partner',
      'add',
      'ma-banque',
      '--name',
      'Ma Banque',
      '--connector',
      'bank',
    )
    expect(code).toBe(0)
    const path = join(server.dataFolder, 'partners', 'ma-banque.json')
    expect(stdout).toContain(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const { clientSecret } = JSON.parse(await readFile(path, 'utf8')) as { clientSecret: string }
    expect(stdout).not.toContain(clientSecret)
  })

  it.each([['court'], ['onze signes'], [''], ['             ']])(
    'takes no password as short as "%s", and makes no account',
    async (password) => {
      const add = ['citizen', 'add', 'daniel', '--email', 'daniel@example.org']
      const { code, stderr } = await server.ask(...add, '--password', password)
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining('at least 12 characters are needed'),
      })
      expect((await fetch(`${server.baseUrl}daniel/profile/card`)).status).not.toBe(200)
    },
  )

  it('does not burn an e-mail address on a pod name that is taken', async () => {
    const taken = await server.ask('citizen', 'add', 'carole', '--email', 'second@example.org')
    expect(taken.code).toBe(2)
    expect(taken.stderr).toContain('The pod "carole" exists already')
    expect((await server.ask('citizen', 'add', 'second', '--email', 'second@example.org')).code).toBe(0)
    const known = await server.ask('citizen', 'add', 'third', '--email', 'second@example.org')
    expect(known.stderr).toContain('has an account here already')
    expect((await server.ask('partner', 'add', 'carole', '--name', 'X', '--connector', 'bank')).code).toBe(2)
  })

  it('keeps everything from the other users of the machine', async () => {
    const open: string[] = []
    const look = async (path: string): Promise<void> => {
      const { mode } = await stat(path)
      if ((mode & 0o077) !== 0) open.push(path)
      if ((mode & 0o170000) === 0o040000) for (const name of await readdir(path)) await look(join(path, name))
    }
    await look(server.dataFolder)
    expect(await readdir(server.dataFolder)).toEqual(
      expect.arrayContaining(['partners', 'pods.db', 'registry']),
    )
    expect(open).toEqual([])
  })

  it('has its data folder to itself, at one address', async () => {
    const other = (...args: string[]) => run(['serve', '--data', server.dataFolder, ...args])
    const port = String(await freePort())
    expect((await other('--port', String(server.port))).stderr).toMatch(
      /Another server \(process \d+\) uses the folder/,
    )
    expect((await other('--port', port)).stderr).toContain(`are at ${server.baseUrl} and cannot move`)
    const partner = ['partner', 'add', 'elsewhere', '--name', 'X', '--connector', 'bank', '--port', port]
    expect((await run([...partner, '--data', server.dataFolder])).stderr).toContain('cannot move')
  })

  it('keeps the stock account API for any Solid tool, and new pods are strict', async () => {
    const json = { 'content-type': 'application/json', accept: 'application/json' }
    const account = await (
      await fetch(`${server.baseUrl}.account/account/`, { method: 'POST', headers: json, body: '{}' })
    ).json()
    expect((account as { authorization?: string }).authorization).toMatch(/\S+/)
    expect((await fetch(`${server.baseUrl}carole/`)).status).toBe(401)
    expect((await fetch(`${server.baseUrl}carole/profile/card`)).status).toBe(200)
  })

  it('ends cleanly when asked, with exit code 0, though connections are open', async () => {
    const open = await fetch(`${server.baseUrl}carole/profile/card`)
    await open.text()
    expect(await server.end('SIGTERM')).toBe(0)
  })
})
