import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestAccess } from '../access/testing/TestAccess.ts'
import { packBody } from './bytes.ts'
import { documentAt, quadsAt, quadsBefore } from './quads-at.ts'
import { reading } from './reading.ts'
import { UnitOfWork } from './UnitOfWork.ts'

let test: TestAccess
const path = 'alice/d.acl'
let url: string

beforeAll(async () => {
  test = await TestAccess.open()
  await test.make('alice')
  url = test.addresses.url({ path, isContainer: false })
})
afterAll(async () => test?.[Symbol.asyncDispose]())

const change = async (text: string, contentType = 'text/turtle') => ({
  kind: 'put-document' as const,
  path,
  contentType,
  metadata: '',
  ...(await packBody(Buffer.from(text), contentType)),
})
const write = async (text: string, contentType?: string) =>
  test.engine.commit({ changes: [await change(text, contentType)] })
/** What is said, in an order. */
const said = (quads: Awaited<ReturnType<typeof quadsAt>>) =>
  quads
    ?.map(({ subject, predicate, object }) => [subject, predicate, object].map((it) => it.value).join(' '))
    .sort()
const read = () => reading(test.engine, async (work) => said(await quadsAt(work, url)))

describe('the triples of a document', () => {
  const three = ['<#a> <#b> <#c>, "c", "c"@fr .', '<#a> <#b> <#c> .']
  const expected = () => ['c', 'c', `${url}#c`].map((it) => `${url}#a ${url}#b ${it}`).sort()

  it.each([
    ['short', 'text/turtle', three.join('\n')],
    ['packed', 'text/turtle', `${three.join('\n')}\n${'# a note\n'.repeat(200)}`],
    ['long', 'text/turtle', `${three.join('\n')}\n${'# a note\n'.repeat(3000)}`],
    ['typed with its charset', 'text/turtle; charset=utf-8', three.join('\n')],
    [
      'JSON-LD',
      'application/ld+json',
      '{"@id":"#a","#b":[{"@id":"#c"},"c",{"@value":"c","@language":"fr"}]}',
    ],
  ])('are each said once, by their addresses, when it is %s', async (name, type, text) => {
    const isJson = name === 'JSON-LD'
    await write(isJson ? text.replace('"#b"', `"${url}#b"`) : text, type)
    expect(await read()).toEqual(expected())
  })

  it('are none where there is nothing, or a container', async () => {
    await reading(test.engine, async (work) => {
      expect(await quadsAt(work, `${url}x`)).toBeUndefined()
      expect(await quadsAt(work, new URL('/alice', url).href)).toBeUndefined()
    })
  })

  it('are those of the unit of work, as often as it changes them, and as they were before', async () => {
    await write('<#a> <#b> 1 .')
    const work = new UnitOfWork(test.engine)
    const seen = async () => [said(await quadsAt(work, url)), said(await quadsBefore(work, url))]
    const [one, two, three] = [1, 2, 3].map((it) => [`${url}#a ${url}#b ${it}`])
    expect(await seen()).toEqual([one, one])
    await work.put(await change('<#a> <#b> 2 .'))
    expect(await seen()).toEqual([two, one])
    await work.put(await change('<#a> <#b> 3 .'))
    expect(await seen()).toEqual([three, one])
    expect(await documentAt(work, url)).toBe(await documentAt(work, url))
    await work.delete(path)
    expect(await seen()).toEqual([undefined, one])
  })

  it('are of one moment: who reads them late has to begin again', async () => {
    await write('<#a> <#b> 1 .')
    const work = new UnitOfWork(test.engine)
    await work.get(path)
    await write('<#a> <#b> 2 .')
    await expect(quadsAt(work, url)).rejects.toMatchObject({ code: 'conflict', subject: path })
    expect(await read()).toEqual([`${url}#a ${url}#b 2`])
  })
})
