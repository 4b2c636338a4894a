/** What adds up over a day; whatever is not listed is told by its minimum, mean and maximum, which are true of anything. */
const additive =
  /^(StepCount|PushCount|FlightsClimbed|NikeFuel|SwimmingStrokeCount|NumberOfTimesFallen|NumberOfAlcoholicBeverages|InhalerUsage|InsulinDelivery|TimeInDaylight|AppleExerciseTime|AppleMoveTime|AppleStandTime|Distance[A-Za-z]+|Dietary[A-Za-z0-9]+|ActiveEnergyBurned|BasalEnergyBurned)$/

/** Categories are told by their duration. Of all others nothing is kept: they tell of bodies, cycles and intimacy. */
const categories: ReadonlySet<string> = new Set(['SleepAnalysis', 'MindfulSession'])

export function addsUp(quantity: string): boolean {
  return additive.test(quantity)
}

/** `HKQuantityTypeIdentifierStepCount` is the quantity `StepCount`. */
export function quantityOf(type: string): string | undefined {
  return /^HKQuantityTypeIdentifier([A-Za-z0-9]{1,100})$/.exec(type)?.[1]
}

/** `SleepAnalysis.Asleep`, of `HKCategoryTypeIdentifierSleepAnalysis` and its value; `undefined` for what is not kept. */
export function categoryOf(type: string, value: string | undefined): string | undefined {
  const [, name = ''] = /^HKCategoryTypeIdentifier([A-Za-z0-9]{1,60})$/.exec(type) ?? []
  if (!categories.has(name)) return undefined
  const [, what] = new RegExp(`^HKCategoryValue${name}([A-Za-z]{1,50})$`).exec(value ?? '') ?? []
  return what === undefined ? name : `${name}.${what}`
}

/** `Workout.Running`, of `HKWorkoutActivityTypeRunning`. */
export function workoutOf(type: string): string | undefined {
  const [, name] = /^HKWorkoutActivityType([A-Za-z]{1,100})$/.exec(type) ?? []
  return name === undefined ? undefined : `Workout.${name}`
}
