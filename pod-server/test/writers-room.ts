import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../engine/sqlite/database.ts'
import { insert, type TestCitizen, type TestPartner } from './people.ts'
import type { TestPod } from './test-pod.ts'

export interface Writing {
  readonly server: TestPod
  readonly alice: TestCitizen
  readonly bank: TestPartner
  /** Of the bank in alice's pod. */
  readonly container: string
}

/** One partner takes half of a pod and no more, and its owner goes on. */
export const writersRoom = (opened: () => Writing) => () => {
  const long = (name: string, bytes: number) => `<#${name}> <http://x.example/#y> "${'x'.repeat(bytes)}" .`
  const add = (name: string, bytes = 4000) =>
    opened().bank.fetch(`${opened().container}room/${name}.ttl`, insert(long(name, bytes)))
  const put = (fetch: TestCitizen['fetch'], url: string, type: string, body: string) =>
    fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })

  /** So much of it that the bank may take the bytes in addition. */
  function leave(bytes: number): void {
    const { server, alice, bank } = opened()
    const db = openDatabase(join(server.dataFolder, 'pods.db'))
    const pod = new URL(alice.pod).pathname.slice(1, -1)
    db.prepare(
      'UPDATE pod SET quota = 2 * ((SELECT bytes FROM writer w WHERE w.pod = pod.pod AND webid = ?) + ?) WHERE pod = ?',
    ).run(bank.webId, bytes, pod)
    db.close()
  }

  it('refuses more at both doors, and says who has to make room', async () => {
    const { alice, bank, container } = opened()
    expect((await add('first', 60_000)).status).toBe(201)
    leave(6000)
    expect((await add('second')).status).toBe(201)
    const refused = await add('third')
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({
      errorCode: 'over-share',
      message: expect.stringMatching(/la moitié de cet espace.*half of this space/),
    })
    const pdf = await put(bank.fetch, `${container}bill-2.pdf`, 'application/pdf', `%PDF-${'x'.repeat(4000)}`)
    expect(pdf.status).toBe(413)
    expect(await pdf.json()).toMatchObject({ errorCode: 'over-share' })
    expect((await alice.fetch(`${container}room/third.ttl`)).status).toBe(404)
  })

  it('lets the owner go on, who makes room for the partner too', async () => {
    const { alice, container } = opened()
    const own = `${alice.pod}own.ttl`
    expect((await put(alice.fetch, own, 'text/turtle', long('a', 9000))).status).toBe(201)
    expect((await alice.fetch(`${container}room/second.ttl`, { method: 'DELETE' })).status).toBe(205)
    expect((await add('third')).status).toBe(201)
    expect((await add('fourth')).status).toBe(413)
  })

  it('says that a pod is full when it is', async () => {
    const { alice } = opened()
    const full = await put(alice.fetch, `${alice.pod}big.txt`, 'text/plain', 'x'.repeat(200_000))
    expect(full.status).toBe(413)
    expect(await full.json()).toMatchObject({
      errorCode: 'over-quota',
      message: expect.stringMatching(/espace est plein.*space is full/),
    })
  })

  it('takes more once the operator of the machine, and nobody else, gives it more room', async () => {
    const { server, alice } = opened()
    const pod = new URL(alice.pod).pathname.slice(1, -1)
    for (const authorization of ['', 'Bearer x'])
      expect(
        (
          await fetch(`${server.baseUrl}.quotas/${pod}/9000000`, {
            method: 'POST',
            headers: { authorization },
          })
        ).ok,
      ).toBe(false)
    expect((await add('fifth')).status).toBe(413)
    const none = await server.ask('citizen', 'quota', `${pod}-none`, '9MB')
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('There is no pod')])
    expect(await server.run('citizen', 'quota', pod, '9MB')).toMatchObject({ code: 0, stderr: '' })
    expect((await add('fifth')).status).toBe(201)
  })
}
