import { describe, expect, it } from 'vitest'
import { byYear, monthOf, overview } from './data.ts'

const pod = 'https://pod.example/alice/'
const entry = (path: string, modified = '2026-11-01T00:00:00Z') => ({
  url: pod + path,
  isContainer: false,
  modified,
  size: 12,
})

it('knows a document’s month by its name, whatever form it is in', () => {
  const months = ['2025-02.ttl', '2025-02.nt', '2025-02', '2025-13.ttl', 'a2025-02.ttl', '2025-02.ttl/x'].map(
    (it) => monthOf(`${pod}data/bank/banque/a1/${it}`),
  )
  expect(months).toEqual(['2025-02', '2025-02', '2025-02', undefined, undefined, undefined])
})

describe('the overview', () => {
  it('sorts documents by category and partner, and tells the period', () => {
    const [bank, energy] = overview(pod, [
      entry('data/energy/reseau/m1/2025-02.ttl'),
      entry('data/bank/banque/a1/2024-12.ttl'),
      entry('data/bank/banque/a1/account.ttl', '2026-11-02T00:00:00Z'),
      entry('data/bank/banque/a1/2025-01.ttl'),
      entry('data/bank/banque/b2/2023-05.ttl'),
    ])
    expect(bank).toMatchObject({
      category: 'bank',
      partner: 'banque',
      sheets: 4,
      from: '2023-05',
      to: '2025-01',
    })
    expect(bank?.folders.map(({ sheets }) => sheets.map(({ month }) => month))).toEqual([
      [undefined, '2025-01', '2024-12'],
      ['2023-05'],
    ])
    expect(bank?.latest?.url).toBe(`${pod}data/bank/banque/a1/account.ttl`)
    expect(energy).toMatchObject({ category: 'energy', from: '2025-02', to: '2025-02' })
  })

  it('passes over what no partner’s container holds', () => {
    expect(
      overview(pod, [
        entry('data/loose.ttl'),
        entry('inbox/x.ttl'),
        { ...entry(''), url: 'https://else.example/data/bank/b/x.ttl' },
      ]),
    ).toEqual([])
  })

  it('lists what is no RDF as files, by name, and counts them', () => {
    const [data] = overview(pod, [
      entry('data/bank/banque/a1/releve%20b.pdf', '2026-11-09T00:00:00Z'),
      entry('data/bank/banque/a1/2025-01.ttl'),
      entry('data/bank/banque/a1/a.pdf'),
      entry('data/bank/banque/a1/autre.nt'),
      { ...entry('data/bank/banque/a1/scan'), type: 'application/pdf' },
      { ...entry('data/bank/banque/a1/sans'), type: 'text/turtle' },
    ])
    expect(data?.sheets).toBe(6)
    expect(data?.folders[0]?.sheets.map(({ name }) => name)).toEqual(['autre.nt', 'sans', '2025-01.ttl'])
    expect(data?.folders[0]?.files).toEqual([
      { url: `${pod}data/bank/banque/a1/a.pdf`, name: 'a.pdf', bytes: 12, modified: '2026-11-01T00:00:00Z' },
      {
        url: `${pod}data/bank/banque/a1/releve%20b.pdf`,
        name: 'releve b.pdf',
        bytes: 12,
        modified: '2026-11-09T00:00:00Z',
      },
      { url: `${pod}data/bank/banque/a1/scan`, name: 'scan', bytes: 12, modified: '2026-11-01T00:00:00Z' },
    ])
    // The last import is asked of a document that can be read.
    expect(data?.latest?.name).not.toMatch(/pdf/)
  })

  it('is drawn whatever a partner calls its documents and folders', () => {
    const [data] = overview(pod, [
      entry('data/bank/%E0/a1/2025-99.ttl'),
      entry('data/bank/%E0/a1/0000-00.ttl'),
    ])
    expect(data).toMatchObject({ partner: '%E0', sheets: 2, from: undefined, to: undefined })
  })
})

describe('a folder’s documents', () => {
  it('stand by year, newest first, after what describes the account', () => {
    const [data] = overview(pod, [
      entry('data/bank/b/a1/2024-12.ttl'),
      entry('data/bank/b/a1/2025-02.ttl'),
      entry('data/bank/b/a1/account.ttl'),
      entry('data/bank/b/a1/2025-01.ttl'),
    ])
    expect(
      byYear(data?.folders[0]?.sheets ?? []).map(({ year, sheets }) => [
        year,
        sheets.map(({ month }) => month),
      ]),
    ).toEqual([
      [undefined, [undefined]],
      ['2025', ['2025-02', '2025-01']],
      ['2024', ['2024-12']],
    ])
  })
})
