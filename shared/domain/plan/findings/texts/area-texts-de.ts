import { few } from "../few.ts";
import type { FindingTexts } from "../finding-texts.ts";

export const areaTextsDe = {
  noAreas: () => [
    "Diese Gruppe richtet sich nach Gebieten, aber es gibt keine: Niemand passt je.",
    "Legen Sie Gebiete an und tragen Sie sie bei den Maklern ein, oder lassen Sie pool.areas weg.",
  ],
  emptyArea: ({ id }) => [
    `Das Gebiet ${id} hat keine Postleitzahlen und keinen Umriss: Kein Lead liegt darin.`,
    "Geben Sie ihm Postleitzahlen oder einen Umriss (polygon), oder löschen Sie es.",
  ],
  uncoveredAreas: ({ areas }) => [
    `Niemand in dieser Gruppe arbeitet in: ${areas.join(", ")}.`,
    "Tragen Sie diese Gebiete bei jemandem ein; bis dahin gehen ihre Leads an die nächste Regel.",
  ],
  overlappingAreas: ({ areas }) => [
    `${areas.join(" und ")} überschneiden sich: Ihre Makler wechseln sich dort ab.`,
    "Grenzen Sie die Gebiete ab, wenn das nicht gewollt ist; die Übersicht der Gebiete zeigt, wo.",
  ],
  unknownPostalCode: ({ id, entry }) => [
    `Im Gebiet ${id} steht ${entry}: Kein Ort hat diese Postleitzahl.`,
    "Prüfen Sie die Schreibweise; nur Postfächer und einzelne Firmen haben Postleitzahlen, die wir nicht kennen.",
  ],
  incompletePostalCode: ({ id, entry, meant }) => [
    `Im Gebiet ${id} steht ${entry}: Deutsche Postleitzahlen haben fünf Ziffern.`,
    meant === undefined
      ? `Ergänzen Sie die fehlenden Ziffern, oder schreiben Sie ${entry}*, wenn alle gemeint sind, die so beginnen.`
      : `Schreiben Sie ${meant}, mit der Null, die Tabellenprogramme weglassen.`,
  ],
  cityInPart: ({ id, places }) => [
    `Der Umriss des Gebiets ${id} umfasst nur einen Teil von ${few(places)}. Zu diesen Postleitzahlen ist nur die Stadtmitte bekannt, nicht der Stadtteil: Leads von dort, die keine Koordinaten mitbringen, liegen nicht im Gebiet.`,
    'Nennen Sie neben dem Umriss die Postleitzahlen der Stadtteile (postalCodes, auch Anfänge wie "101*"), oder lassen Sie die Leads ihre Koordinaten (geo) mitbringen.',
  ],
  polygonSwapped: ({ id }) => [
    `Der Umriss des Gebiets ${id} liegt nicht in Deutschland; mit vertauschten Koordinaten läge er dort.`,
    "Schreiben Sie jede Koordinate als [Länge, Breite], also etwa [13.4, 52.5] für Berlin.",
  ],
  polygonWithoutCodes: ({ id }) => [
    `Im Umriss des Gebiets ${id} liegt kein Ort mit einer deutschen Postleitzahl: Leads ohne Koordinaten liegen nie darin.`,
    "Nennen Sie neben dem Umriss Postleitzahlen, oder lassen Sie die Leads ihre Koordinaten (geo) mitbringen.",
  ],
} satisfies Partial<FindingTexts>;
