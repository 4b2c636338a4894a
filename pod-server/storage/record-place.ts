/** Where account records are among an engine's values, and how they are found again by a field. */
export const spaceOf = (type: string): string => `account/${type}`
export const tagOf = (field: string, value: unknown): string => `${field}=${JSON.stringify(value)}`
