import type {
  BenefitRight,
  FamilyQuotient,
  JobSeekerRegistration,
  UnemploymentPayment,
} from '#vocab/generated/benefits'

interface Placed {
  readonly line: number | undefined
}

export type QuotientRow = { readonly type: 'quotient' } & FamilyQuotient & Placed
export type RightRow = { readonly type: 'right' } & BenefitRight & Placed
export type RegistrationRow = { readonly type: 'registration' } & JobSeekerRegistration & Placed
export type PaymentRow = { readonly type: 'payment' } & UnemploymentPayment & Placed

export type BenefitsRow = QuotientRow | RightRow | RegistrationRow | PaymentRow
