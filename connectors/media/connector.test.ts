import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readListeningDay } from '#vocab/generated/media'
import { parsePlays, playsOf } from '#vocab/listening'
import { planImport } from '../runner/plan.ts'
import { contract } from '../testing/contract.ts'
import { recordsOf } from '../testing/plan-reading.ts'
import { media } from './connector.ts'
import { parseMedia } from './parse.ts'
import { mediaSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, folder))
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 1))
const play = (endTime: string, more: object = {}): object => ({
  endTime,
  artistName: 'Les Traboules',
  trackName: 'Pente',
  msPlayed: 1000,
  ...more,
})
const three = [play('2026-03-01 07:00'), play('2026-03-02 07:00'), play('2026-03-03 07:00')]
const extended = { ts: '2026-03-01T07:00:00Z', ms_played: 5 }

contract({
  connector: media,
  folder,
  fixtures: [
    'StreamingHistory_music_0.json',
    'StreamingHistory_podcast_0.json',
    'Streaming_History_Audio_2026_0.json',
  ],
  overlap: {
    first: json(three),
    second: json([...three, play('2026-03-04 07:00')]),
    // The first file's last day is whole in the second; and a new last day.
    added: 2,
  },
  correction: {
    before: json(three),
    after: json([three[0], play('2026-03-02 07:00', { msPlayed: 2000 }), three[2]]),
  },
  // A day each: what is twice in a day is told by its count, below.
  // A day counts both plays of a minute.
  twins: { file: json([...three, ...three]), records: 3, once: json(three) },
  refused: [
    { name: 'a 30th of February', bytes: json([play('2026-02-30 07:00')]), code: 'bad-field', line: 2 },
    { name: 'an hour 24', bytes: json([play('2026-02-20 24:00')]), code: 'bad-field', line: 2 },
    { name: 'a local time', bytes: json([{ ...extended, ts: '2026-03-01T07:00:00' }]), code: 'bad-field' },
    {
      name: 'a duration in words',
      bytes: json([play('2026-03-01 07:00', { msPlayed: '1000' })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a negative duration',
      bytes: json([play('2026-03-01 07:00', { msPlayed: -1 })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a play without a duration',
      bytes: json([...three, { endTime: '2026-03-01 07:00', artistName: 'A', trackName: 'B' }]),
      code: 'missing-field',
      line: 20,
    },
    {
      name: 'a play of something unknown',
      bytes: json([...three, { endTime: '2026-03-01 07:00', msPlayed: 5 }]),
      code: 'missing-field',
      line: 20,
    },
    {
      name: 'a title beyond bounds',
      bytes: json([play('2026-03-01 07:00', { trackName: 'x'.repeat(501) })]),
      code: 'too-long',
      line: 2,
    },
    {
      name: 'two histories in one',
      bytes: json([...three, extended]),
      code: 'missing-field',
      line: 20,
    },
    {
      name: 'a file cut in the middle',
      bytes: fixture('StreamingHistory_music_0.json').subarray(0, 400),
      code: 'truncated',
    },
  ],
  secrets: ['Les Traboules', 'Pente douce', 'Croix-Paquet', '183456', '2026-03-28 07:06'],
})

const context = {
  container: 'https://pod.example/alice/data/media/son/',
  partner: 'https://son.example/card#me',
  at: new Date('2026-11-02T08:00:00Z'),
}

describe('the media connector', () => {
  it('keeps no address, device or country, and nothing of a private session', async () => {
    const { documents, notices } = await planImport(
      media,
      fixture('Streaming_History_Audio_2026_0.json'),
      context,
    )
    const written = documents.map(({ patch }) => patch).join()
    expect(written).toContain('Histoire des canuts')
    for (const secret of ['192.0.2.17', 'android', 'FR', 'secrète']) expect(written).not.toContain(secret)
    expect(notices.map(({ code, count }) => [code, count])).toEqual([
      ['private-session', 1],
      ['without-name', 1],
    ])
  })

  it('reads a year of ten thousand plays in little time, into small documents', async () => {
    const sample = mediaSample({ seed: 1, year: 2025 })
    await planImport(media, fixture('StreamingHistory_podcast_0.json'), context)
    const start = process.cpuUsage()
    const plan = await planImport(media, sample, context)
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
    expect(plan.rows).toBeGreaterThan(9000)
    for (const { patch } of plan.documents) expect(patch.length).toBeLessThan(256 * 1024)
    const days = recordsOf(plan).map((node) => readListeningDay(node))
    expect(days.reduce((sum, day) => sum + (day?.count ?? 0), 0)).toBe(plan.rows)
  })

  it('loses no play of a day that two files share', async () => {
    const rows = parseMedia(mediaSample({ seed: 1, year: 2025 }))
    const file = (from: number, to: number): Buffer =>
      json(rows.slice(from, to).map(({ at, creator, title, ms }) => said(at, creator, title, ms)))
    const [cut, end] = [4321, 4500]
    const day = rows[cut]?.day ?? ''
    const plans = [
      await planImport(media, file(0, cut), context),
      await planImport(media, file(cut, end), context),
    ]
    const parts = plans
      .flatMap(recordsOf)
      .flatMap((node) => readListeningDay(node) ?? [])
      .filter((it) => it.day === day)
    expect(parts).toHaveLength(2)
    const ofDay = rows.filter((row) => row.day === day)
    expect(ofDay[0]?.at).not.toBe(rows[cut]?.at)
    expect(playsOf(parts)).toHaveLength(ofDay.length)
  })

  it('is exact in its sums, and reads every title', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((it) => it.trim() !== '' && !/[\p{C}]/u.test(it))
    const plays = fc.array(fc.tuple(name, name, fc.nat(999_999_999)), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(plays, (said_) => {
        const rows = parseMedia(json(said_.map(([a, b, ms]) => said('2026-03-01T07:00Z', a, b, ms))))
        const { documents } = media.map(rows, context)
        const [node] = documents[0]?.nodes ?? []
        const value = (name: string): string =>
          node?.quads.find(({ predicate }) => predicate.value.endsWith(name))?.object.value ?? ''
        expect(Number(value('playedSeconds'))).toBe(said_.reduce((sum, [, , ms]) => sum + ms, 0) / 1000)
        const read = parsePlays(value('#plays'))
        expect(read.map(({ ms }) => ms).sort()).toEqual(said_.map(([, , ms]) => ms).sort())
      }),
      { numRuns: 100 },
    )
  })
})

function said(at: string, artistName: string, trackName: string, msPlayed: number): object {
  return { endTime: at.slice(0, 16).replace('T', ' '), artistName, trackName, msPlayed }
}
