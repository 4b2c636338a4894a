/** The category of what is in none: whatever else a pod holds. No folder is called so. */
export const elsewhere = '/'
