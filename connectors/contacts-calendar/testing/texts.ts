/** A card of version 4.0, of these lines. */
export const card = (...lines: string[]): Buffer =>
  Buffer.from(['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n'))
export const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
export const calendar = (...lines: string[]): Buffer =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'))
/** An event that begins then; more lines may follow. */
export const at = (uid: string, start: string, ...more: string[]): string[] =>
  event(`UID:${uid}`, `DTSTART:${start}`, 'SUMMARY:Dîner', ...more)
export const nine = '20260301T090000Z'
