/** Whether a moment is still to come; null is none. */
export function isToCome(moment: string | null | undefined): boolean {
  return typeof moment === "string" && Date.parse(moment) > Date.now();
}

/** The time zone of the browser. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
