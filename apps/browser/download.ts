/** Hands a file to the citizen's device. */
export function download(content: Uint8Array<ArrayBuffer> | Blob | string, name: string): void {
  // Of no type: what somebody sent must never run as a page of this origin.
  const blob = new Blob([content], { type: 'application/octet-stream' })
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
