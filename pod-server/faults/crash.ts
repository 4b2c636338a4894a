import { crashCampaign } from './crash-campaign.ts'

const rounds = Number(process.argv[2] ?? 200)
const { acknowledged, cut, faults } = await crashCampaign(rounds, (round) => {
  if (round % 10 === 0) console.log(`${round} of ${rounds}`)
})
for (const fault of faults) console.error(fault)
console.log(
  `${rounds} kills: ${acknowledged} writes acknowledged, ${cut} cut in the middle, ${faults.length} faults`,
)
// The log-in library holds timers.
process.exit(faults.length > 0 ? 1 : 0)
