import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { beginningOf, commitmentOf, fromHex, type Mark, type Sealed, seal, toHex } from './chain.ts'
import { type Entry, readEntry, writeEntry } from './entry.ts'
import { isBelow, proofOf, rootOf } from './merkle.ts'
import { type Bounds, type Fault, verifyJournal } from './verify.ts'

const pod = 'alice'
const entry = (n: number): Entry => ({
  outcome: n % 7 ? 'allowed' : 'refused',
  from: 1_700_000_000_000 + n,
  until: 1_700_000_000_000 + n,
  count: 1 + (n % 3),
  who: n % 5 ? `https://bank.example/é#me${n}` : null,
  client: 'https://budget.example/id',
  resources: [`alice/data/bank/${n}.ttl`],
  modes: ['read'],
  rules: [`https://pods.example/alice/data/bank/.acl#grant-${n}`],
})

/** A journal of so many lines. */
function journal(count: number): { bounds: Bounds; lines: Sealed[] } {
  const lines: (Sealed & Mark)[] = []
  const anchor = beginningOf(pod)
  for (let n = 1; n <= count; n++) {
    const salt = Uint8Array.from({ length: 16 }, (_, index) => (n * 7 + index) % 256)
    lines.push(seal(lines.at(-1) ?? anchor, 1_700_000_000_000 + n, salt, writeEntry(entry(n))))
  }
  const { number, hash } = lines.at(-1) ?? anchor
  return { bounds: { pod, anchor, head: { number, hash } }, lines }
}

const { bounds, lines } = journal(20)
const faults = (of: readonly Sealed[], within = bounds, taken: readonly Mark[] = []): readonly Fault[] =>
  verifyJournal(within, of, taken).faults
const without = (from: number, count = 1) => lines.toSpliced(from - 1, count)

it('commits to the salt and the UTF-8 of what is said, whatever its letters', () => {
  const salt = new Uint8Array(16).fill(7)
  for (const text of ['', 'plain', 'é', 'plain, then été', '☃'.repeat(5000), 'a'.repeat(9000)]) {
    const expected = createHash('sha256').update(salt).update(text).digest('hex')
    expect(toHex(commitmentOf(salt, text))).toBe(expected)
  }
})

/** A line with one byte of it changed: all that it has, one after the other. */
function* mutations(line: Sealed): Iterable<Sealed> {
  const { salt, text } = line.said ?? { salt: new Uint8Array(), text: '' }
  const flipped = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
  for (let at = 0; at < salt.length; at++) yield { ...line, said: { salt: flipped(salt, at), text } }
  for (let at = 0; at < line.hash.length; at++) yield { ...line, hash: flipped(line.hash, at) }
  for (let at = 0; at < text.length; at++) {
    const other = String.fromCharCode(text.charCodeAt(at) ^ 1)
    yield { ...line, said: { salt, text: text.slice(0, at) + other + text.slice(at + 1) } }
  }
  yield { ...line, recorded: line.recorded + 1 }
  yield { ...line, said: { salt, text: `${text} ` } }
}

describe('a journal', () => {
  it('verifies as it was written, an empty one too', () => {
    expect(verifyJournal(bounds, lines)).toEqual({ count: 20, erased: 0, faults: [] })
    expect(verifyJournal(journal(0).bounds, [])).toEqual({ count: 0, erased: 0, faults: [] })
  })

  it('shows one byte changed, wherever it is', () => {
    let count = 0
    for (const number of [1, 9, 20]) {
      for (const line of mutations(lines[number - 1] as Sealed)) {
        count += 1
        expect(faults(lines.with(number - 1, line))).toContainEqual({ number, kind: 'changed' })
      }
    }
    expect(count).toBeGreaterThan(600)
  })

  it.each([1, 2, 10, 19, 20])('shows that line %i was removed', (number) => {
    expect(faults(without(number))).toEqual([{ number, kind: 'removed' }])
  })

  it('shows that lines were removed and those behind them counted anew', () => {
    const moved = without(10).map((it) => (it.number > 10 ? { ...it, number: it.number - 1 } : it))
    expect(faults(moved)[0]).toEqual({ number: 10, kind: 'changed' })
  })

  it('shows a line that was inserted, with a number of its own or with another’s', () => {
    const before = lines[9] as Sealed
    const salt = new Uint8Array(16)
    const forged = seal(before, before.recorded, salt, writeEntry(entry(99)))
    expect(faults(lines.toSpliced(10, 0, forged))).toContainEqual({ number: 11, kind: 'inserted' })
    expect(faults(lines.with(10, forged))).toContainEqual({ number: 12, kind: 'changed' })
    expect(
      faults([...lines, seal(lines[19] as Sealed, 1_800_000_000_000, salt, writeEntry(entry(1)))]),
    ).toEqual([{ number: 21, kind: 'inserted' }])
  })

  it('shows lines in another order', () => {
    const [one, other] = [lines[4], lines[5]] as [Sealed, Sealed]
    expect(faults(lines.with(4, other).with(5, one))).toContainEqual({ number: 5, kind: 'removed' })
    const exchanged = lines.with(4, { ...one, said: other.said }).with(5, { ...other, said: one.said })
    expect(faults(exchanged).map(({ number }) => number)).toEqual([5, 6])
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5])(
    'shows a line that was written at no moment: %d',
    (recorded) => {
      const [before, { said }] = [lines[18] as Sealed, lines[19] as Required<Sealed>]
      const last = seal(before, recorded, new Uint8Array(16), said?.text ?? '')
      expect(faults(lines.with(19, last), { ...bounds, head: last })).toEqual([
        { number: 20, kind: 'changed' },
      ])
    },
  )

  it('shows that it is another pod’s', () => {
    expect(faults(lines, { ...bounds, pod: 'bob' })).toEqual([{ number: 0, kind: 'beginning' }])
  })

  it('verifies without its pruned beginning, from the hash that stands for it, and from no other', () => {
    const { number, hash } = lines[7] as Sealed
    const pruned = { ...bounds, anchor: { number, hash } }
    expect(faults(lines.slice(8), pruned)).toEqual([])
    expect(faults(lines.slice(9), pruned)).toEqual([{ number: 9, kind: 'removed' }])
    const other = { number, hash: hash.with(0, (hash[0] ?? 0) ^ 1) }
    expect(faults(lines.slice(8), { ...bounds, anchor: other })).toEqual([{ number: 9, kind: 'changed' }])
  })

  it('verifies when a line was erased but for its commitment, and shows when that is another', () => {
    const line = lines[3] as Sealed
    const { salt, text } = line.said ?? { salt: new Uint8Array(), text: '' }
    const commitment = commitmentOf(salt, text)
    const erased = { ...line, said: undefined, commitment }
    expect(verifyJournal(bounds, lines.with(3, erased))).toEqual({ count: 20, erased: 1, faults: [] })
    const forged = { ...erased, commitment: commitment.with(5, (commitment[5] ?? 0) ^ 1) }
    expect(faults(lines.with(3, forged))).toEqual([{ number: 4, kind: 'changed' }])
    expect(faults(lines.with(3, { ...erased, commitment: undefined }))).toHaveLength(1)
  })

  it('shows that it was written anew, by a hash that was taken elsewhere before', () => {
    const { number, hash } = lines[11] as Sealed
    const other = journal(20)
    const rewritten = other.lines.map(({ said }) => said?.text).with(4, writeEntry(entry(99)))
    const fresh: (Sealed & Mark)[] = []
    for (const text of rewritten)
      fresh.push(seal(fresh.at(-1) ?? bounds.anchor, 1_700_000_000_000, new Uint8Array(16), text ?? ''))
    const head = fresh.at(-1) as Mark
    expect(faults(fresh, { ...bounds, head })).toEqual([])
    expect(faults(fresh, { ...bounds, head }, [{ number, hash }])).toEqual([{ number, kind: 'rewritten' }])
    expect(faults(lines, bounds, [{ number: 30, hash }])).toEqual([{ number: 30, kind: 'removed' }])
  })
})

it('an entry is read back from its one text, and from no other', () => {
  const text = writeEntry(entry(3))
  expect(readEntry(text)).toEqual(entry(3))
  for (const other of [
    '',
    '[]',
    '{}',
    ` ${text}`,
    text.replace('"read"', '"own"'),
    text.replace('[1,', '[2,'),
  ])
    expect(readEntry(other)).toBeUndefined()
})

it('bytes are read back from their hexadecimal text', () => {
  const bytes = Uint8Array.from([0, 15, 255])
  expect(fromHex(toHex(bytes))).toEqual(bytes)
  for (const other of ['0', 'zz', '0F']) expect(fromHex(other)).toBeUndefined()
})

it.each([1, 2, 3, 5, 8, 13])(
  'of %i heads each is shown to be below the root, and no other hash is',
  (count) => {
    const heads = lines.slice(0, count).map(({ hash }) => hash)
    const root = rootOf(heads)
    heads.forEach((head, index) => {
      const steps = proofOf(heads, index)
      expect(isBelow(head, steps, root)).toBe(true)
      expect(isBelow(lines[19]?.hash ?? head, steps, root)).toBe(false)
    })
  },
)
