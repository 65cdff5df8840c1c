import type { FindingTexts } from "../finding-texts.ts";

export const ruleTextsDe = {
  fallbackNobody: () => [
    "Die Auffangregel hat niemanden: Leads ohne Regel müssen warten.",
    "Nennen Sie eine Gruppe mit Maklern.",
  ],
  fallbackPartial: () => [
    "Die Auffangregel nimmt nur Leads, die in einem Gebiet liegen oder zu Sprache und Spezialisierung passen: Alle anderen warten.",
    "Machen Sie daraus eine Regel, und nehmen Sie als Auffangregel reihum an alle oder den Lead-Pool.",
  ],
  fallbackIsa: () => [
    "Die Auffangregel nimmt nur neue Leads: Übergebene, für die keine Regel jemanden findet, müssen warten.",
    "Machen Sie daraus eine Regel, und nehmen Sie als Auffangregel reihum die Makler im Außendienst.",
  ],
  fallbackBuyers: () => [
    "Die Auffangregel fragt nur Abnehmer: Leads, die keiner von ihnen nimmt, müssen warten.",
    "Machen Sie daraus eine Regel, und nehmen Sie als Auffangregel reihum an alle oder den Lead-Pool.",
  ],
  fallbackOwner: () => [
    "Die Auffangregel kennt nur Personen, die schon jemand betreut: alle anderen müssen warten.",
    "Nehmen Sie Round Robin, einen Makler oder den Pool.",
  ],
  noRules: () => [
    "Es gibt keine Regeln: Jeder Lead geht an die Auffangregel.",
    "Beginnen Sie mit drei bis fünf Regeln.",
  ],
  manyRules: ({ count }) => [`${count} Regeln kann sich kaum jemand merken.`, "Drei bis fünf genügen meist."],
  tooManyRules: ({ count }) => [
    `${count} Regeln: Diesen Plan versteht kaum noch jemand.`,
    "Fassen Sie gleiche Regeln zusammen.",
  ],
  tooFewForTiers: ({ count }) => [
    `Stufen lohnen sich ab sechs Maklern; dieses Team hat ${count}.`,
    "Nehmen Sie Round Robin: Es überspringt, wer fehlt oder voll ist.",
  ],
  tiersWorthIt: ({ count }) => [
    `Bei ${count} Maklern sind Leistungsstufen einen Gedanken wert.`,
    "Versuchen Sie die Methode tiers in einer Regel, zuerst als Simulation mit vergangenen Leads.",
  ],
  manyWithoutSpecialists: ({ count }) => [
    `Bei ${count} Maklern bekommt jeder jede Art von Lead.`,
    "Geben Sie Spezialisten oder Gebieten eigene Regeln: pool.skills, pool.matchSkills oder pool.areas.",
  ],
  poolWithoutWindow: () => [
    "Leads in diesem Pool warten, bis sie jemand nimmt, egal wie lange.",
    "Setzen Sie claimWithin und in then, wer danach gefragt wird.",
  ],
  reservedId: ({ id }) => [
    `Eine Regel kann nicht ${id} heißen: Den Namen braucht das Produkt selbst.`,
    "Nehmen Sie eine andere id.",
  ],
  rotaUnused: () => [
    "Es gibt einen Bereitschaftsplan, aber nichts fragt je danach.",
    "Setzen Sie onCall.outsideHours auf onCall, oder nutzen Sie in einer Regel die Methode onCall.",
  ],
  emptyChecklist: ({ side }) => [
    `Die Checkliste für ${side === "buyer" ? "Käufer" : "Verkäufer"} verlangt nichts: Der Innendienst kann sofort übergeben.`,
    "Nennen Sie, was vorher bekannt sein muss, oder machen Sie ein Kriterium zur Pflicht (required).",
  ],
  sharedWithOne: () => [
    "Mit einem einzigen Empfänger ist ein Lead nicht geteilt.",
    "Erhöhen Sie shares, oder nehmen Sie Round Robin.",
  ],
  continuityWithoutRule: () => [
    "Wer bekannt ist, soll durch eine Regel zu seinem Makler kommen, aber keine hat die Methode owner: Niemand behält seine Kontakte.",
    "Fügen Sie eine Regel mit der Methode owner hinzu, oder setzen Sie continuity.place auf before.",
  ],
  ownerRuleIdle: () => [
    "Diese Regel findet nie jemanden: continuity ist für person, account und outbound ausgeschaltet.",
    "Setzen Sie unter continuity eines davon auf true, oder streichen Sie die Regel.",
  ],
  ownerRuleTwice: () => [
    "Nach dem bekannten Makler wird schon vor den Regeln gesucht: Hier kann es nur noch einmal scheitern.",
    "Streichen Sie die Regel, oder setzen Sie continuity.place auf asRule.",
  ],
  mixOfSame: () => [
    "Alle Teile dieser Mischung verteilen auf dieselbe Weise an dieselben Personen.",
    "Nehmen Sie die Methode allein, oder geben Sie den Teilen verschiedene Gruppen.",
  ],
  exceptionOver: ({ to }) => [`Diese Ausnahme endete am ${to.slice(0, 10)}.`, "Sie kann gestrichen werden."],
  exceptionHidden: ({ by }) => [
    `Diese Ausnahme gilt nie: Nummer ${by} davor betrifft dieselbe Regel und ihre ganze Zeit.`,
    "Ändern Sie die Zeiten, oder streichen Sie eine der beiden.",
  ],
  notAboutBehaviour: () => [
    "Diese Regel fragt nach nichts, was die Person getan hat: Sie greift beim ersten Lebenszeichen, egal welchem.",
    "Fragen Sie auch nach engagement.type, engagement.count oder engagement.sinceContact.",
  ],
  recycleBeforeClaim: () => [
    "Der Lead wird neu verteilt, bevor die Zeit zum Nehmen um ist: Aus „then“ wird nie jemand gefragt.",
    "recycleAfter sollte länger sein als claimWithin.",
  ],
} satisfies Partial<FindingTexts>;
