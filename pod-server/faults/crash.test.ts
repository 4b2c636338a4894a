import { expect, it } from 'vitest'
import { crashCampaign } from './crash-campaign.ts'

it('loses nothing that was acknowledged and tears nothing, killed in the middle of its writes and grants', async () => {
  const { acknowledged, faults } = await crashCampaign(4)
  expect(faults).toEqual([])
  expect(acknowledged).toBeGreaterThan(0)
}, 240_000)
