import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import type { TestPod } from './test-pod.ts'

/** A citizen with records of four partners, of something foreign, and of somebody who means ill. */
export interface RecordsScene {
  readonly alice: TestCitizen
  readonly bank: TestPartner
  /** Of the bank. */
  readonly container: string
  /** Their bank's document of January. */
  readonly january: string
}

const prefixes = `@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix tb: <https://w3id.org/traboule/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`
/** What the file of an import would hash to. */
export const sourceHash = 'ab12'.repeat(16)

export async function openRecordsScene(server: TestPod): Promise<RecordsScene> {
  const alice = await makeCitizen(server, 'alice')
  const connected = async (id: string, connector: string) => {
    const partner = await makePartner(server, id, connector)
    const { container } = await alice.account.agent<{ container: string }>('partners', {
      partner: id,
      pod: alice.pod,
    })
    return { partner, container }
  }
  const { partner: bank, container } = await connected('banque', 'bank')
  const january = `${container}a1b2c3d4/2025-01.ttl`
  await put(bank.fetch, `${container}a1b2c3d4/account.ttl`, await example('bank-account'))
  await put(bank.fetch, january, `${prefixes}${month(bank)}`)
  await put(bank.fetch, `${container}a1b2c3d4/2025-02.ttl`, `${prefixes}${february()}`)
  for (const [id, connector, name] of [
    ['facturier', 'invoice', 'invoice'],
    ['reseau', 'electricity', 'day-curve'],
    ['carnet', 'contacts-calendar', 'contact'],
  ] as const) {
    const { partner, container: its } = await connected(id, connector)
    await put(partner.fetch, `${its}a1b2c3d4/2025-01.ttl`, await example(name))
  }
  await put(alice.fetch, `${alice.pod}data/cuisine/ami/recettes.ttl`, `${prefixes}${foreign}`)
  await put(alice.fetch, `${alice.pod}data/cuisine/ami/hostile.ttl`, `${prefixes}${hostile()}`)
  return { alice, bank, container, january }
}

async function put(as: typeof fetch, url: string, body: string): Promise<void> {
  const { status } = await as(url, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
  if (status !== 201) throw new Error(`${url}: ${status}`)
}

const example = (name: string): Promise<string> =>
  readFile(join(packageRoot, `vocab/examples/${name}.ttl`), 'utf8')

const operation = (
  fragment: string,
  key: string,
  day: string,
  amount: string,
  label: string,
) => `<#${fragment}> a tb:BankOperation;
  tb:recordKey "${key}"; tb:bookingDate "${day}"^^xsd:date; tb:amount ${amount}; schema:currency "EUR";
  schema:description "${label}"; tb:account <account.ttl> .`

const run = (
  id: string,
  at: string,
  generated: readonly string[],
  { webId }: TestPartner,
) => `<#${id}> a tb:ImportRun, prov:Activity;
  tb:connector "bank"; tb:connectorVersion "1.2.3"; tb:layout "ofx"; tb:sourceSha256 "${sourceHash}";
  prov:endedAtTime "${at}"^^xsd:dateTime; prov:wasAssociatedWith <${webId}>;
  prov:generated ${generated.map((it) => `<#${it}>`).join(', ')} .`

/** One operation was corrected since. */
const month = (bank: TestPartner): string =>
  [
    operation('rent.one', 'rent', '2025-01-05', '-640.0', 'LOYER JANVIER'),
    operation('rent.two', 'rent', '2025-01-05', '-650.5', 'LOYER JANVIER'),
    operation('cafe.one', 'cafe', '2025-01-09', '-2.4', 'CAFÉ DES TRABOULES'),
    `<#balance.one> a tb:AccountBalance; tb:recordKey "balance"; tb:balanceDate "2025-01-31"^^xsd:date;
      tb:balanceKind "ledger"; tb:amount 1520.5; schema:currency "EUR" .`,
    run('run-one', '2025-02-01T08:00:00Z', ['rent.one', 'cafe.one'], bank),
    run('run-two', new Date().toISOString().replace(/\.\d+/, ''), ['rent.two', 'cafe.one'], bank),
  ].join('\n')

const february = (): string =>
  Array.from({ length: 120 }, (_, at) =>
    operation(
      `o${at}`,
      `o${at}`,
      `2025-02-${String((at % 28) + 1).padStart(2, '0')}`,
      `-${at + 1}.5`,
      `ACHAT ${at + 1}`,
    ),
  ).join('\n')

const foreign = `<#r> a <https://food.example/Recipe>; rdfs:label "Quenelles"@fr, "Dumplings"@en;
  <https://food.example/serves> 4; <https://food.example/author> [ schema:name "Nour" ]; schema:dateCreated "2025-05-04" .`

const hostile =
  (): string => `<#long> rdfs:label "<img src=x onerror=alert(1)>"; <https://x.example/text> "${'a'.repeat(1 << 20)}" .
${Array.from({ length: 10_000 }, (_, at) => `<#n${at}> a <https://x.example/C${at % 99}>; rdfs:label "<b>${at}</b>" .`).join('\n')}`
