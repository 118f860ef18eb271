import type { CatalogueOf } from "../catalogue.ts";
import type { refusals as source } from "../en/refusals.ts";

/** Why the server refuses something, in French. */
export const refusals: CatalogueOf<typeof source> = {
  "refusal.reason.EMPTY": "Le texte ne peut pas être vide.",
  "refusal.reason.TOO_LONG": "Le texte est trop long : {limit} caractères au plus.",
  "refusal.reason.DAY_IN_FUTURE": "Ce jour est dans le futur.",
  "refusal.reason.MOMENT_IN_FUTURE": "Ce moment est dans le futur.",
  "refusal.reason.MOMENT_PASSED": "Ce moment est passé.",
  "refusal.reason.ADDRESS_NOT_HTTP": "L’adresse doit commencer par http:// ou https://.",
  "refusal.reason.NOT_A_LANGUAGE": "Ce n’est pas une langue.",
  "refusal.reason.NOT_A_SLUG":
    "Une adresse se compose de mots en minuscules et de chiffres reliés par des traits d’union, {limit} caractères au plus.",
  "refusal.reason.REASON_REQUIRED": "Il faut un motif.",
  "refusal.code.VALIDATION": "Une saisie est refusée.",
  "refusal.code.NOT_FOUND": "C’est introuvable, ou invisible pour vous.",
  "refusal.code.FORBIDDEN": "Votre rôle ne le permet pas.",
  "refusal.code.STALE_VERSION": "Quelqu’un l’a modifié entre-temps.",
  "refusal.code.TRANSITION": "L’état de l’article ne le permet pas.",
  "refusal.code.CONFLICT": "Cela contredit ce qui existe déjà.",
  "refusal.code.EMBARGO": "L’embargo n’est pas levé.",
  "refusal.code.BUSY": "Le serveur est occupé. Réessayez dans un instant.",
  "refusal.code.UNPUBLISHABLE": "Une règle de publication n’est pas respectée.",
  "refusal.code.RATE_LIMITED": "Trop de requêtes. Patientez une minute.",
  "refusal.code.SERVICE_UNAVAILABLE": "Le serveur n’est pas disponible. Réessayez dans un instant.",
  "refusal.code.INTERNAL_SERVER_ERROR": "Le serveur a une erreur.",
  "refusal.code.IMAGE_TOO_LARGE": "Le fichier de l’image est trop gros.",
  "refusal.code.IMAGE_TYPE_UNSUPPORTED": "Ce type de fichier n’est pas accepté.",
  "refusal.code.IMAGE_TOO_MANY_PIXELS": "L’image a trop de pixels.",
  "refusal.code.IMAGE_DAMAGED": "L’image est endommagée.",
};
