import { join } from 'node:path'
import { defaultLimits } from '../limits/limits.ts'

/** Bytes that a new pod may take, for what opens an engine and makes none. */
export const podQuota = defaultLimits.podBytes

/** The file of a data folder that holds its pods, accounts and whatever the server keeps. */
export const engineFile = (dataFolder: string): string => join(dataFolder, 'pods.db')
