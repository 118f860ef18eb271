import type { CatalogueOf } from "../catalogue.ts";
import type { refusals as source } from "../en/refusals.ts";

/** Why the server refuses something, in German. */
export const refusals: CatalogueOf<typeof source> = {
  "refusal.reason.EMPTY": "Der Text darf nicht leer sein.",
  "refusal.reason.TOO_LONG": "Der Text ist zu lang: höchstens {limit} Zeichen.",
  "refusal.reason.DAY_IN_FUTURE": "Der Tag liegt in der Zukunft.",
  "refusal.reason.MOMENT_IN_FUTURE": "Der Zeitpunkt liegt in der Zukunft.",
  "refusal.reason.MOMENT_PASSED": "Der Zeitpunkt ist vorbei.",
  "refusal.reason.ADDRESS_NOT_HTTP": "Die Adresse muss mit http:// oder https:// beginnen.",
  "refusal.reason.NOT_A_LANGUAGE": "Das ist keine Sprache.",
  "refusal.reason.NOT_A_SLUG":
    "Eine Adresse besteht aus kleingeschriebenen Wörtern und Ziffern mit Bindestrichen, höchstens {limit} Zeichen.",
  "refusal.reason.REASON_REQUIRED": "Das braucht eine Begründung.",
  "refusal.code.VALIDATION": "Eine Angabe wird nicht angenommen.",
  "refusal.code.NOT_FOUND": "Es ist nicht vorhanden oder für Sie nicht sichtbar.",
  "refusal.code.FORBIDDEN": "Ihre Rolle erlaubt das nicht.",
  "refusal.code.STALE_VERSION": "Jemand hat das inzwischen geändert.",
  "refusal.code.TRANSITION": "Der Zustand des Artikels erlaubt das nicht.",
  "refusal.code.CONFLICT": "Das widerspricht etwas, das es schon gibt.",
  "refusal.code.EMBARGO": "Die Sperrfrist ist noch nicht vorbei.",
  "refusal.code.BUSY": "Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.",
  "refusal.code.UNPUBLISHABLE": "Eine Regel für Veröffentlichungen ist verletzt.",
  "refusal.code.RATE_LIMITED": "Zu viele Anfragen. Warten Sie eine Minute.",
  "refusal.code.SERVICE_UNAVAILABLE": "Der Server ist gerade nicht verfügbar. Versuchen Sie es gleich noch einmal.",
  "refusal.code.INTERNAL_SERVER_ERROR": "Der Server hat einen Fehler.",
  "refusal.code.IMAGE_TOO_LARGE": "Die Bilddatei ist zu groß.",
  "refusal.code.IMAGE_TYPE_UNSUPPORTED": "Dateien dieser Art werden nicht angenommen.",
  "refusal.code.IMAGE_TOO_MANY_PIXELS": "Das Bild hat zu viele Pixel.",
  "refusal.code.IMAGE_DAMAGED": "Das Bild ist beschädigt.",
};
