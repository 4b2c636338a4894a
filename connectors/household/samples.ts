import { benefitsSample } from '../benefits/sample.ts'
import { citySample } from '../city/sample.ts'
import { calendarSample } from '../contacts-calendar/sample.ts'
import { gasSample } from '../gas/sample.ts'
import { healthSample } from '../health/sample.ts'
import { insuranceSample } from '../insurance/sample.ts'
import { invoiceSample } from '../invoice/sample.ts'
import { mediaSample } from '../media/sample.ts'
import { mobilitySample } from '../mobility/sample.ts'
import { receiptsSample } from '../receipts/sample.ts'
import { telecomSample } from '../telecom/sample.ts'
import { waterSample } from '../water/sample.ts'
import { wellbeingSample } from '../wellbeing/sample.ts'

/** A partner's file of an invented year: the same seed and year give the same bytes. */
export type Sample = (of: { readonly seed: number; readonly year: number }) => Uint8Array

/** A sample of each kind of partner, but for those that have flags of their own. */
export const samplesOfYear: ReadonlyMap<string, Sample> = new Map<string, Sample>([
  ['gas', gasSample],
  ['water', waterSample],
  ['invoice', (of) => invoiceSample({ ...of, month: 1 })],
  ['telecom', telecomSample],
  ['insurance', insuranceSample],
  ['health', healthSample],
  ['receipts', receiptsSample],
  ['mobility', mobilitySample],
  ['benefits', benefitsSample],
  ['city', citySample],
  ['wellbeing', wellbeingSample],
  ['contacts-calendar', calendarSample],
  ['media', mediaSample],
])
