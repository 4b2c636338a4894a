import { join } from 'node:path'

/** Bytes that a pod may take: a citizen's fifteen partners write some 20 MB a year. */
export const podQuota = 1 << 30

/** The file of a data folder that holds its pods, accounts and whatever the server keeps. */
export const engineFile = (dataFolder: string): string => join(dataFolder, 'pods.db')
