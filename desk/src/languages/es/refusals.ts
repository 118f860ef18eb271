import type { CatalogueOf } from "../catalogue.ts";
import type { refusals as source } from "../en/refusals.ts";

/** Why the server refuses something, in Spanish. */
export const refusals: CatalogueOf<typeof source> = {
  "refusal.reason.EMPTY": "El texto no puede estar vacío.",
  "refusal.reason.TOO_LONG": "El texto es demasiado largo: {limit} caracteres como máximo.",
  "refusal.reason.DAY_IN_FUTURE": "El día está en el futuro.",
  "refusal.reason.MOMENT_IN_FUTURE": "El momento está en el futuro.",
  "refusal.reason.MOMENT_PASSED": "El momento ya ha pasado.",
  "refusal.reason.ADDRESS_NOT_HTTP": "La dirección debe empezar por http:// o https://.",
  "refusal.reason.NOT_A_LANGUAGE": "Esto no es un idioma.",
  "refusal.reason.NOT_A_SLUG":
    "Una dirección tiene palabras en minúsculas y cifras unidas por guiones, {limit} caracteres como máximo.",
  "refusal.reason.REASON_REQUIRED": "Hace falta un motivo.",
  "refusal.code.VALIDATION": "No se acepta un dato.",
  "refusal.code.NOT_FOUND": "No existe o no es visible para usted.",
  "refusal.code.FORBIDDEN": "Su función no lo permite.",
  "refusal.code.STALE_VERSION": "Alguien lo ha cambiado entretanto.",
  "refusal.code.TRANSITION": "El estado del artículo no lo permite.",
  "refusal.code.CONFLICT": "Contradice algo que ya existe.",
  "refusal.code.EMBARGO": "El embargo no ha terminado.",
  "refusal.code.BUSY": "El servidor está ocupado. Inténtelo de nuevo en un momento.",
  "refusal.code.UNPUBLISHABLE": "Se incumple una regla de publicación.",
  "refusal.code.RATE_LIMITED": "Demasiadas peticiones. Espere un minuto.",
  "refusal.code.SERVICE_UNAVAILABLE": "El servidor no está disponible. Inténtelo de nuevo en un momento.",
  "refusal.code.INTERNAL_SERVER_ERROR": "El servidor tiene un error.",
  "refusal.code.IMAGE_TOO_LARGE": "El archivo de la imagen es demasiado grande.",
  "refusal.code.IMAGE_TYPE_UNSUPPORTED": "No se aceptan archivos de este tipo.",
  "refusal.code.IMAGE_TOO_MANY_PIXELS": "La imagen tiene demasiados píxeles.",
  "refusal.code.IMAGE_DAMAGED": "La imagen está dañada.",
};
