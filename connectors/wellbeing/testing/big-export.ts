/** An export of about so many bytes, in pieces of 64 KiB that are made as they are asked for: 300 steps a day, day after day. */
export async function* bigExport(bytes: number): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  let text =
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n]>\n<HealthData locale="fr_FR">\n'
  let given = 0
  for (let count = 0; given < bytes; count += 1) {
    const day = new Date(Date.UTC(2016, 0, 1) + Math.floor(count / 300) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    const second = count % 300
    const stamp = `${day} 10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')} +0100`
    text += ` <Record type="HKQuantityTypeIdentifierDistanceWalkingRunning" sourceName="La montre de Claire" sourceVersion="10.3.1" device="&lt;&lt;HKDevice: 0x17489c020&gt;, name:Watch&gt;" unit="km" creationDate="${stamp}" startDate="${stamp}" endDate="${stamp}" value="0.0${second}"/>\n`
    if (text.length < 65_536) continue
    given += text.length
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(`${text}</HealthData>\n`)
}

/** One attribute of so many bytes; `given` counts what was asked for. */
export async function* endlessAttribute(
  bytes: number,
  given: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('<HealthData><Record type="')
  const piece = new Uint8Array(65_536).fill(0x78)
  for (let at = 0; at < bytes; at += piece.length) {
    given(piece.length)
    yield piece
  }
}
