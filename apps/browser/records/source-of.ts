import type { PartnerData } from '../data.ts'

/** What an address belongs to: of containers inside one another, the innermost. Pure. */
export const sourceOf = (sources: readonly PartnerData[], url: string): PartnerData | undefined =>
  sources
    .filter(({ container }) => url.startsWith(container))
    .sort((one, other) => other.container.length - one.container.length)[0]
