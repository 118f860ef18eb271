/** A point in time of the database. */
export interface Position {
  readonly snapshot: string;
  readonly epoch: string;
}
