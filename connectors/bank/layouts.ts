import type { Layout } from '../connector.ts'
import { dialects } from './csv/dialects.ts'

/** Every layout that a bank's file may have; the layout is the route by which an operation came. */
export const layouts: readonly Layout[] = [
  { id: 'ofx-1', label: { fr: 'OFX 1 (SGML)', en: 'OFX 1 (SGML)' } },
  { id: 'ofx-2', label: { fr: 'OFX 2 (XML)', en: 'OFX 2 (XML)' } },
  {
    id: 'camt-052',
    label: { fr: 'camt.052, relevé en cours de journée', en: 'camt.052, report within a day' },
  },
  { id: 'camt-053', label: { fr: 'camt.053, relevé de compte', en: 'camt.053, account statement' } },
  {
    id: 'camt-054',
    label: { fr: 'camt.054, avis de débit et de crédit', en: 'camt.054, debit and credit notification' },
  },
  ...dialects.map(({ id, label }) => ({ id, label })),
  { id: 'psd2-berlin', label: { fr: 'JSON DSP2 (NextGenPSD2)', en: 'PSD2 JSON (NextGenPSD2)' } },
  { id: 'psd2-gocardless', label: { fr: 'JSON DSP2 (GoCardless)', en: 'PSD2 JSON (GoCardless)' } },
]
