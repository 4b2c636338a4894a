import type { CanteenMeal, LibraryLoan, Schooling } from '#vocab/generated/city'

interface Placed {
  readonly line: number | undefined
}

/** `person` tells children apart and never leaves this code: the record key holds a digest of it. */
export type SchoolingRow = { readonly type: 'schooling'; readonly person: string } & Omit<
  Schooling,
  'recordKey'
> &
  Placed
export type LoanRow = { readonly type: 'loan' } & LibraryLoan & Placed
export type MealRow = { readonly type: 'meal'; readonly person: string; readonly rank: number } & Omit<
  CanteenMeal,
  'recordKey'
> &
  Placed

export type CityRow = SchoolingRow | LoanRow | MealRow
