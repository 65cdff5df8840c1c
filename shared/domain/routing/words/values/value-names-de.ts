/** The product's own values by field, as people say them behind “ist”. */
export const valueNamesDe: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: { inbound: "eigene Anfrage", outbound: "Ansprache durch uns" },
  "company.industry": {
    ...{ software: "Software und IT", finance: "Finanzen", insurance: "Versicherung", manufacturing: "Industrie" },
    ...{ automotive: "Automobil", construction: "Bau", "real estate": "Immobilien", healthcare: "Gesundheit" },
    ...{ pharma: "Pharma", retail: "Einzelhandel", wholesale: "Großhandel", logistics: "Logistik", energy: "Energie" },
    ...{ telecommunications: "Telekommunikation", education: "Bildung", hospitality: "Gastgewerbe", media: "Medien" },
    ...{ marketing: "Werbung", consulting: "Beratung", legal: "Recht", agriculture: "Landwirtschaft" },
    ...{ public: "öffentliche Verwaltung", nonprofit: "gemeinnützig" },
  },
  exclusivity: { exclusive: "exklusiv", shared: "für mehrere Empfänger" },
  interest: {
    ...{ buyer: "Kauf", seller: "Verkauf", renter: "Miete", landlord: "Vermietung", investor: "Kapitalanlage" },
    other: "etwas anderes",
  },
  preferredContact: { phone: "Telefon", email: "E-Mail", sms: "SMS", whatsapp: "WhatsApp" },
  propertyType: {
    ...{ apartment: "Wohnung", house: "Haus", townhouse: "Reihenhaus", semiDetached: "Doppelhaushälfte" },
    ...{ multiFamily: "Mehrfamilienhaus", penthouse: "Penthouse", villa: "Villa", land: "Grundstück" },
    ...{ commercial: "Gewerbeimmobilie", office: "Büro", retail: "Laden", industrial: "Halle", parking: "Stellplatz" },
  },
  stage: { new: "neu", handover: "zum Vertrieb übergeben" },
  status: {
    ...{ nurture: "noch bei Marketing", offered: "angeboten", accepted: "angenommen", contacted: "kontaktiert" },
    ...{ qualified: "qualifiziert", appointment: "mit Termin", converted: "gewonnen", lost: "verloren" },
    ...{ unqualified: "unbrauchbar", pooled: "im Pool", held: "gerade geöffnet", queued: "in der Warteschlange" },
    ...{ duplicate: "Dublette", rejected: "abgewiesen", test: "Test", returned: "zurückgegeben", erased: "gelöscht" },
  },
  temperature: { hot: "heiß", warm: "warm", cold: "kalt" },
  timeline: {
    ...{ now: "sofort", "3m": "innerhalb von 3 Monaten", "6m": "innerhalb von 6 Monaten" },
    ...{ "12m": "innerhalb eines Jahres", unknown: "noch offen" },
  },
  weekday: {
    ...{ mon: "Montag", tue: "Dienstag", wed: "Mittwoch", thu: "Donnerstag", fri: "Freitag" },
    ...{ sat: "Samstag", sun: "Sonntag" },
  },
};
