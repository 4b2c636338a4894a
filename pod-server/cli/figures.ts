/** Bytes in MB, one decimal, as each language writes it. */
export const megabytes = (bytes: number) => ({
  fr: `${(bytes / 1e6).toFixed(1).replace('.', ',')} Mo`,
  en: `${(bytes / 1e6).toFixed(1)} MB`,
})

/** To the minute, UTC. */
export const minute = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`

export const pods = (count: number) => ({
  fr: count > 1 ? `${count} espaces` : `${count} espace`,
  en: count === 1 ? '1 pod' : `${count} pods`,
})
