/** The product's own values by field, where people say them otherwise. */
export const valueNamesEn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: { inbound: "an enquiry", outbound: "our own approach" },
  exclusivity: { exclusive: "exclusive", shared: "shared" },
  interest: {
    ...{ buyer: "buying", seller: "selling", renter: "renting", landlord: "letting", investor: "investing" },
    other: "something else",
  },
  preferredContact: { phone: "phone", email: "e-mail", sms: "SMS", whatsapp: "WhatsApp" },
  propertyType: {
    semiDetached: "semi-detached house",
    multiFamily: "multi-family home",
    commercial: "commercial property",
  },
  stage: { new: "new", handover: "handed over to sales" },
  status: {
    ...{ nurture: "still with marketing", appointment: "with an appointment", converted: "won", pooled: "in the pool" },
    ...{ held: "opened by somebody", queued: "waiting" },
  },
  timeline: {
    ...{ now: "at once", "3m": "within 3 months", "6m": "within 6 months", "12m": "within a year" },
    unknown: "open",
  },
  weekday: {
    ...{ mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday" },
    ...{ sat: "Saturday", sun: "Sunday" },
  },
};
