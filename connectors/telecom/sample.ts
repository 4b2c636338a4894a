import { sampleMonth } from '../bank/sample-operations.ts'
import { type Random, seededRandom } from '../random.ts'

export interface TelecomSample {
  readonly seed: number
  readonly year: number
}

/** A year of an invented line's calls, messages and data, as the pilot's operator wrote them. The same arguments give the same bytes. */
export function telecomSample({ seed, year }: TelecomSample): Uint8Array {
  const random = seededRandom(seed * 7919 + year)
  const items: string[] = []
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    const uses = Array.from({ length: random.between(2, 7) }, () => use(random))
    for (const [chip, type, length] of [
      ...uses,
      ['octets', 'données', random.between(20, 900) * 1_000_000] as const,
    ]) {
      const at = new Date(day + random.between(7 * 3600, 21 * 3600) * 1000)
        .toISOString()
        .replace('.000Z', 'Z')
      const id = `${seed}-${items.length}`
      items.push(
        `{"_id":"${id}","timestamp":"${at}","msisdn":"336000${String(10_000 + (seed % 90_000))}","partner":"33600000000","length":${length},"chipType":"${chip}","type":"${type}","latitude":45.767,"longitude":4.833,"networkType":"4G","docType":"fr.orange.phonecommunicationlog"}`,
      )
    }
  }
  return new TextEncoder().encode(`[\n${items.join(',\n')}\n]\n`)
}

/** The year's bills of an invented operator: the bank's sample of the same seed debits each on the eighth. */
export function telecomBillsSample({ seed, year }: TelecomSample): Uint8Array {
  const bills = Array.from({ length: 12 }, (_, at) => {
    const debit = sampleMonth(year, at + 1, seed).find(({ name }) => name === 'PRLV TÉLÉCOM SAÔNE')
    const month = String(at + 1).padStart(2, '0')
    const amount = (-(debit?.cents ?? 0) / 100).toFixed(2)
    return `{"type":"Mobile","date":"${year}-${month}-04T12:00:00.000Z","vendor":"Télécom Saône","vendorRef":"TS-${year}${month}-${seed}","amount":${amount}}`
  })
  return new TextEncoder().encode(`[\n${bills.join(',\n')}\n]\n`)
}

function use(random: Random): readonly [chip: string, type: string, length: number] {
  return random.between(0, 2) === 0
    ? ['s', random.pick(['appel sortant', 'appel entrant']), random.between(4, 1500)]
    : ['M', random.pick(['SMS sortant', 'SMS entrant']), 1]
}
