/** WGS 84, in degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const decimal = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/

/** Two texts as a point; `undefined` when they are not on Earth. */
export function readPoint(lat: string, lon: string): Point | undefined {
  if (!decimal.test(lat.trim()) || !decimal.test(lon.trim())) return undefined
  const point = { lat: Number(lat), lon: Number(lon) }
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : undefined
}

/** Some hundred metres: near enough to know the quarter, not the door. */
export function roughly({ lat, lon }: Point): string {
  return `${degrees(lat)} ${degrees(lon)}`
}

/** South, west, north, east. */
export function boxOf(points: readonly Point[]): string {
  const all = (pick: (point: Point) => number, choose: (...values: number[]) => number): number =>
    points.reduce((chosen, point) => choose(chosen, pick(point)), pick(points[0] ?? { lat: 0, lon: 0 }))
  const [lat, lon] = [(it: Point) => it.lat, (it: Point) => it.lon]
  return `${degrees(all(lat, Math.min))} ${degrees(all(lon, Math.min))} ${degrees(all(lat, Math.max))} ${degrees(all(lon, Math.max))}`
}

const radius = 6_371_008.8
const radians = Math.PI / 180

/** Metres along a line of points, on a sphere (haversine): 0.5 % at worst. */
export function lengthOf(points: readonly Point[]): number {
  let sum = 0
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]]
    if (from === undefined || to === undefined) continue
    const north = Math.sin(((to.lat - from.lat) * radians) / 2) ** 2
    const east = Math.sin(((to.lon - from.lon) * radians) / 2) ** 2
    const half = north + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * east
    sum += 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)))
  }
  return sum
}

function degrees(value: number): string {
  const text = value.toFixed(3)
  return text === '-0.000' ? '0.000' : text
}
