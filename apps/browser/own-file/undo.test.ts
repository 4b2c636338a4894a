import { readFile } from 'node:fs/promises'
import { DataFactory, Parser, type Quad, Writer } from 'n3'
import { describe, expect, it } from 'vitest'
import { FileTasks } from './file-tasks.ts'

const at = new Date('2026-11-26T08:00:00Z')
const container = 'https://pods.example/alice/data/bank/mes_fichiers/'
const webId = 'https://pods.example/alice/profile/card#me'

const lines = (quads: readonly Quad[]) =>
  quads.map((it) => new Writer().quadToString(it.subject, it.predicate, it.object).trim()).sort()

/** A pod that takes patches as a server does: documents by address. */
class Pod {
  readonly documents = new Map<string, Quad[]>()

  turtle(url: string): string | undefined {
    const quads = this.documents.get(url)
    return quads && new Writer().quadsToString(quads)
  }

  /** @returns the triples of all documents. */
  all(): string[] {
    return lines([...this.documents.values()].flat())
  }

  patch(url: string, body: string): void {
    const quads = new Parser({ format: 'text/n3', baseIRI: url }).parse(body)
    const said = (name: string) => {
      const graph = quads.find(({ predicate }) => predicate.value.endsWith(`#${name}`))?.object.value
      return quads.flatMap((it) =>
        it.graph.value === graph ? [DataFactory.quad(it.subject, it.predicate, it.object)] : [],
      )
    }
    const now = new Map((this.documents.get(url) ?? []).map((it) => [lines([it])[0], it]))
    for (const it of said('deletes')) {
      if (!now.delete(lines([it])[0])) throw new Error(`not there: ${lines([it])}`)
    }
    for (const it of said('inserts')) now.set(lines([it])[0], it)
    this.documents.set(url, [...now.values()])
  }
}

async function importInto(pod: Pod, text: BlobPart, connector = 'bank') {
  const tasks = new FileTasks()
  const preview = await tasks.read(new Blob([text]), { connector, container, webId, at })
  const counts = { added: 0, there: 0 }
  const changed = []
  for (const { url, runIri } of preview.documents) {
    const { added, there, patch } = await tasks.difference(url, pod.turtle(url))
    counts.added += added
    counts.there += there
    if (patch === undefined) continue
    pod.patch(url, patch)
    changed.push({ url, runIri })
  }
  return { preview, changed, ...counts }
}

async function undo(pod: Pod, { changed }: { changed: readonly { url: string; runIri: string }[] }) {
  let sum = 0
  for (const { url, runIri } of changed) {
    const { removed, patch, isAll } = await new FileTasks().undo(url, pod.turtle(url) ?? '', runIri)
    sum += removed
    if (isAll) pod.documents.delete(url)
    else if (patch !== undefined) pod.patch(url, patch)
  }
  return sum
}

const fixture = (path: string) => readFile(new URL(`../../../connectors/${path}`, import.meta.url))

describe('an import', () => {
  it('is told before anything is written', async () => {
    const { preview } = await importInto(new Pod(), await fixture('bank/fixtures/ofxdata-cmfr.ofx'))
    expect(preview.kind).toMatchObject({ id: 'bank', domain: 'bank' })
    expect(preview.records).toBe(45)
    expect(preview.layout?.fr).toContain('OFX')
    expect(preview.period?.first).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(preview.documents.every(({ url }) => url.startsWith(container))).toBe(true)
  })

  it('tells what is doubtful', async () => {
    const file = await fixture('electricity/fixtures/Enedis_Conso_Heure_20231028-20231029.csv')
    const { preview } = await importInto(new Pod(), file, 'electricity')
    expect(preview.notices.map(({ code }) => code)).toEqual(['gaps'])
  })

  it('is no promise that more will come', async () => {
    const pod = new Pod()
    await importInto(pod, await fixture('bank/fixtures/ofxdata-cmfr.ofx'))
    expect(pod.all().filter((it) => it.includes('expectedWithin'))).toEqual([])
    expect(pod.all().filter((it) => it.includes('endedAtTime'))).not.toEqual([])
  })

  it('again adds nothing, not even that it was done', async () => {
    const pod = new Pod()
    const file = await fixture('bank/fixtures/ofxdata-cmfr.ofx')
    const first = await importInto(pod, file)
    const before = pod.all()
    const again = await importInto(pod, file)
    expect([first.added, again.added, again.there]).toEqual([45, 0, 45])
    expect(again.changed).toEqual([])
    expect(pod.all()).toEqual(before)
  })
})

describe('undoing', () => {
  it('leaves nothing where nothing was', async () => {
    const pod = new Pod()
    expect(await undo(pod, await importInto(pod, await fixture('bank/fixtures/ofxdata-cmfr.ofx')))).toBe(45)
    expect(pod.documents.size).toBe(0)
  })

  it('leaves what was there before, triple by triple, with what both files say', async () => {
    const pod = new Pod()
    const whole = (await fixture('bank/fixtures/boursobank.csv')).toString('utf8')
    const rows = whole.trimEnd().split(/\r?\n/)
    const older = [...rows.slice(0, -1), ''].join('\n')
    await importInto(pod, older)
    const before = pod.all()
    const later = await importInto(pod, whole)
    expect([later.added > 0, later.there > 0]).toEqual([true, true])
    expect(pod.all()).not.toEqual(before)
    expect(await undo(pod, later)).toBe(later.added)
    expect(pod.all()).toEqual(before)
  })

  it('of the first leaves what the second says too', async () => {
    const pod = new Pod()
    const whole = (await fixture('bank/fixtures/boursobank.csv')).toString('utf8')
    const rows = whole.trimEnd().split(/\r?\n/)
    const first = await importInto(pod, [...rows.slice(0, -1), ''].join('\n'))
    const later = await importInto(pod, whole)
    await undo(pod, first)
    const alone = new Pod()
    await importInto(alone, whole)
    const records = (one: Pod) => one.all().filter((it) => !/#run-/.test(it))
    // What stands in a document that the second had nothing new for is the first’s alone, and goes with it.
    const changed = new Set(later.changed.map(({ url }) => url))
    const kept = lines([...alone.documents].flatMap(([url, quads]) => (changed.has(url) ? quads : [])))
    expect(records(pod)).toEqual(kept.filter((it) => !/#run-/.test(it)))
  })

  it('leaves what is there without any import', async () => {
    const pod = new Pod()
    const file = await fixture('bank/fixtures/ofxdata-cmfr.ofx')
    await importInto(pod, file)
    for (const [url, quads] of pod.documents) {
      // Another tool has put some of the same here.
      const some = quads.filter(({ subject }) => !subject.value.includes('#run-')).slice(0, 30)
      const whole = new Set(some.map(({ subject }) => subject.value))
      pod.documents.set(
        url,
        quads.filter(({ subject }) => whole.has(subject.value)),
      )
    }
    const before = pod.all()
    const later = await importInto(pod, file)
    expect(later.added).toBeGreaterThan(0)
    expect(await undo(pod, later)).toBe(later.added)
    expect(pod.all()).toEqual(before)
  })

  it('of what is not in a document does nothing', async () => {
    const pod = new Pod()
    const { changed } = await importInto(pod, await fixture('bank/fixtures/ofxdata-cmfr.ofx'))
    const before = pod.all()
    expect(
      await undo(pod, { changed: changed.map(({ url }) => ({ url, runIri: `${url}#run-other` })) }),
    ).toBe(0)
    expect(pod.all()).toEqual(before)
  })
})
