import { tb } from '#vocab/generated/terms'
import type { Graph } from '#vocab/graph'
import { SCHEMA, SOSA } from '#vocab/namespaces'
import type { Kind, Said } from './summary.ts'

/** Records that a graph holds in another form than ours: many nodes are one. */
export interface Gathered {
  readonly records: readonly { readonly iri: string; readonly type: string; readonly said: Said }[]
  /** The nodes that they are made of. */
  readonly parts: ReadonlySet<string>
}

/** How the classes of one domain are told. */
export interface Domain {
  readonly kinds: readonly Kind[]
  readonly gather?: (graph: Graph) => Gathered
}

const bank = () => import('./domains/bank.ts')
const invoices = () => import('./domains/invoices.ts')
const purchases = () => import('./domains/purchases.ts')
const energy = () => import('./domains/energy.ts')
const telecom = () => import('./domains/telecom.ts')
const insurance = () => import('./domains/insurance.ts')
const mobility = () => import('./domains/mobility.ts')
const city = () => import('./domains/city.ts')
const benefits = () => import('./domains/benefits.ts')
const contacts = () => import('./domains/contacts.ts')
const media = () => import('./domains/media.ts')
const wellbeing = () => import('./domains/wellbeing.ts')
const health = () => import('./domains/health.ts')

/** Each domain is loaded with the first document that has a class of it. */
const loaders = new Map<string, () => Promise<Domain>>([
  ...[tb.BankAccount, tb.AccountBalance, tb.BankOperation].map((it) => [it, bank] as const),
  ...[tb.Invoice, tb.InvoiceLine, `${SCHEMA}Invoice`].map((it) => [it, invoices] as const),
  ...[tb.Receipt, tb.ReceiptItem].map((it) => [it, purchases] as const),
  ...[tb.Meter, tb.DayCurve, tb.PeriodReading, `${SOSA}Observation`].map((it) => [it, energy] as const),
  [tb.TelecomUsage, telecom],
  ...[tb.InsurancePolicy, tb.PremiumSchedule, tb.InsuranceClaim, tb.InsuredHome].map(
    (it) => [it, insurance] as const,
  ),
  ...[tb.Trip, tb.Validation].map((it) => [it, mobility] as const),
  ...[tb.Schooling, tb.LibraryLoan, tb.CanteenMeal].map((it) => [it, city] as const),
  ...[tb.FamilyQuotient, tb.BenefitRight, tb.JobSeekerRegistration, tb.UnemploymentPayment].map(
    (it) => [it, benefits] as const,
  ),
  ...[tb.Contact, tb.Event].map((it) => [it, contacts] as const),
  [tb.ListeningDay, media],
  [tb.WellbeingDay, wellbeing],
  [tb.Reimbursement, health],
])

/** What is known of some classes. Rejects where it could not be loaded. */
export async function domainsOf(types: Iterable<string>): Promise<readonly Domain[]> {
  const wanted = new Set([...types].flatMap((type) => loaders.get(type) ?? []))
  return Promise.all([...wanted].map((load) => load()))
}

/** The classes that have words of their own. */
export const knownTypes: ReadonlySet<string> = new Set(loaders.keys())
