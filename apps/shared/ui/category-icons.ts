import { html, type TemplateResult } from 'lit/html.js'

const icon = (lines: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${lines} /></svg>`

/** A drawing for each `tb:icon` of a category. */
export const categoryIcons: Readonly<Record<string, TemplateResult>> = {
  euro: icon('M18 6.5a7 7 0 1 0 0 11M3.5 10.5H13M3.5 13.5H13'),
  bill: icon('M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6'),
  basket: icon('M3 9.5h18l-2 10.5H5zM8 9.5 11 4M16 9.5 13 4M9 13v4M15 13v4'),
  bolt: icon('M13 3 5 13.5h6L10 21l9-11h-6.5z'),
  drop: icon('M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z'),
  phone: icon('M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2'),
  umbrella: icon('M12 3v2M3 13a9 8 0 0 1 18 0zM12 13v5.5a2 2 0 0 0 4 0'),
  route: icon(
    'M6 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 19h6a3.5 3.5 0 0 0 0-7h-4a3.5 3.5 0 0 1 0-7h6',
  ),
  'town-hall': icon('M3 10 12 4l9 6M3 20h18M5.5 10v10M18.5 10v10M10 20v-5h4v5M9 11h6'),
  hand: icon('M3 14h4l3-2h4a1.5 1.5 0 0 1 0 3h-3M14 14l4.5-2.5a1.5 1.5 0 0 1 1.5 2.5L14 19H7M3 20h4v-7H3'),
  'address-book': icon(
    'M6 3h13v18H6zM3.5 7.5H6M3.5 12H6M3.5 16.5H6M12.5 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 17c.5-2.5 1.7-3.5 3.5-3.5s3 1 3.5 3.5',
  ),
  play: icon('M4 4h16v16H4zM10 8.5v7l6-3.5z'),
  heart: icon(
    'M12 20C5 15 3 12 3 8.8A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 9 1.8c0 3.2-2 6.2-9 11.2zM7 12h3l1.5-2.5 2 4L15 12h2',
  ),
  folder: icon('M3 6h6l2 2.5h10V19H3z'),
  cross: icon('M9 3h6v6h6v6h-6v6H9v-6H3V9h6z'),
}
