// Generated from the ontology and the shapes by `npm run vocab`; do not edit.

/** By category: its IRI, the classes of its nodes, and the shapes that these have to conform to. */
export const categoryTerms: Readonly<Record<string, { readonly iri: string; readonly classes: readonly string[]; readonly shapes: readonly string[] }>> = {
  bank: {
    iri: 'https://w3id.org/traboule/ns#bankData',
    classes: ['https://w3id.org/traboule/ns#BankAccount', 'https://w3id.org/traboule/ns#AccountBalance', 'https://w3id.org/traboule/ns#BankOperation'],
    shapes: ['https://w3id.org/traboule/ns#BankAccountShape', 'https://w3id.org/traboule/ns#AccountBalanceShape', 'https://w3id.org/traboule/ns#BankOperationShape'],
  },
  invoices: {
    iri: 'https://w3id.org/traboule/ns#invoicesData',
    classes: ['https://w3id.org/traboule/ns#Invoice', 'https://w3id.org/traboule/ns#InvoiceLine'],
    shapes: ['https://w3id.org/traboule/ns#InvoiceShape', 'https://w3id.org/traboule/ns#InvoiceLineShape'],
  },
  purchases: {
    iri: 'https://w3id.org/traboule/ns#purchasesData',
    classes: ['https://w3id.org/traboule/ns#Receipt', 'https://w3id.org/traboule/ns#ReceiptItem'],
    shapes: ['https://w3id.org/traboule/ns#ReceiptShape', 'https://w3id.org/traboule/ns#ReceiptItemShape'],
  },
  energy: {
    iri: 'https://w3id.org/traboule/ns#energyData',
    classes: ['https://w3id.org/traboule/ns#Meter', 'https://w3id.org/traboule/ns#DayCurve', 'https://w3id.org/traboule/ns#PeriodReading'],
    shapes: ['https://w3id.org/traboule/ns#MeterShape', 'https://w3id.org/traboule/ns#DayCurveShape', 'https://w3id.org/traboule/ns#PeriodReadingShape'],
  },
  water: {
    iri: 'https://w3id.org/traboule/ns#waterData',
    classes: ['https://w3id.org/traboule/ns#Meter', 'https://w3id.org/traboule/ns#PeriodReading'],
    shapes: ['https://w3id.org/traboule/ns#MeterShape', 'https://w3id.org/traboule/ns#PeriodReadingShape'],
  },
  telecom: {
    iri: 'https://w3id.org/traboule/ns#telecomData',
    classes: ['https://w3id.org/traboule/ns#TelecomUsage', 'https://w3id.org/traboule/ns#Invoice'],
    shapes: ['https://w3id.org/traboule/ns#InvoiceShape', 'https://w3id.org/traboule/ns#TelecomUsageShape'],
  },
  insurance: {
    iri: 'https://w3id.org/traboule/ns#insuranceData',
    classes: ['https://w3id.org/traboule/ns#InsurancePolicy', 'https://w3id.org/traboule/ns#PremiumSchedule', 'https://w3id.org/traboule/ns#InsuranceClaim', 'https://w3id.org/traboule/ns#InsuredHome'],
    shapes: ['https://w3id.org/traboule/ns#InsurancePolicyShape', 'https://w3id.org/traboule/ns#PremiumScheduleShape', 'https://w3id.org/traboule/ns#InsuranceClaimShape', 'https://w3id.org/traboule/ns#InsuredHomeShape'],
  },
  mobility: {
    iri: 'https://w3id.org/traboule/ns#mobilityData',
    classes: ['https://w3id.org/traboule/ns#Trip', 'https://w3id.org/traboule/ns#Validation'],
    shapes: ['https://w3id.org/traboule/ns#TripShape', 'https://w3id.org/traboule/ns#ValidationShape'],
  },
  city: {
    iri: 'https://w3id.org/traboule/ns#cityData',
    classes: ['https://w3id.org/traboule/ns#Schooling', 'https://w3id.org/traboule/ns#LibraryLoan', 'https://w3id.org/traboule/ns#CanteenMeal'],
    shapes: ['https://w3id.org/traboule/ns#SchoolingShape', 'https://w3id.org/traboule/ns#LibraryLoanShape', 'https://w3id.org/traboule/ns#CanteenMealShape'],
  },
  benefits: {
    iri: 'https://w3id.org/traboule/ns#benefitsData',
    classes: ['https://w3id.org/traboule/ns#FamilyQuotient', 'https://w3id.org/traboule/ns#BenefitRight', 'https://w3id.org/traboule/ns#JobSeekerRegistration', 'https://w3id.org/traboule/ns#UnemploymentPayment'],
    shapes: ['https://w3id.org/traboule/ns#FamilyQuotientShape', 'https://w3id.org/traboule/ns#BenefitRightShape', 'https://w3id.org/traboule/ns#JobSeekerRegistrationShape', 'https://w3id.org/traboule/ns#UnemploymentPaymentShape'],
  },
  contacts: {
    iri: 'https://w3id.org/traboule/ns#contactsData',
    classes: ['https://w3id.org/traboule/ns#Contact', 'https://w3id.org/traboule/ns#Event'],
    shapes: ['https://w3id.org/traboule/ns#ContactShape', 'https://w3id.org/traboule/ns#CalendarEventShape'],
  },
  media: {
    iri: 'https://w3id.org/traboule/ns#mediaData',
    classes: ['https://w3id.org/traboule/ns#ListeningDay'],
    shapes: ['https://w3id.org/traboule/ns#ListeningDayShape'],
  },
  wellbeing: {
    iri: 'https://w3id.org/traboule/ns#wellbeingData',
    classes: ['https://w3id.org/traboule/ns#WellbeingDay'],
    shapes: ['https://w3id.org/traboule/ns#WellbeingDayShape'],
  },
  health: {
    iri: 'https://w3id.org/traboule/ns#healthData',
    classes: ['https://w3id.org/traboule/ns#Reimbursement'],
    shapes: ['https://w3id.org/traboule/ns#ReimbursementShape'],
  },
}
