/** Where this device keeps what was seen: apart, so that it can be erased where what keeps it does not load. */
export const seenDatabase = 'traboule-seen'
