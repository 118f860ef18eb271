/**
 * The keys of PostgreSQL's advisory locks, all in one place so that no two are equal.
 */
export const ADVISORY_LOCKS = {
  /** `prisma migrate deploy` takes it too, so that the two never run at once. */
  migrations: 72707369,
  demo: 72707370,
  /** Writes that met another one and run again, one after the other. */
  reruns: 72707371,
  /** With the hash of a name as the second number. */
  importedNames: 72707372,
  /** Which article is the original of translations. */
  translations: 72707373,
  searchBacklog: 72707374,
} as const;
