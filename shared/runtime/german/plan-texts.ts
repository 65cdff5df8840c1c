import type { BilingualText } from "./bilingual-text.ts";

/** What the schemas of plan, hours and areas say about fields that do not go together. */
export const planTexts: readonly BilingualText[] = [
  ["use a lead field such as {} or {}", "nehmen Sie ein Feld des Leads wie {} oder {}"],
  [
    "give field, op and value, or one of all, any and not",
    "geben Sie field, op und value an, oder eines von all, any und not",
  ],
  ["the id {} is used twice", "die Kennung {} kommt zweimal vor"],
  ["{} is the product's own; use another", "{} gehört dem Produkt; nehmen Sie eine andere"],
  ["the plan has no rule {}", "der Plan hat keine Regel {}"],
  [
    "name the manager who gets leads that nobody accepts",
    "nennen Sie die Leitung, die Leads bekommt, die niemand annimmt",
  ],
  [
    "name either a pool of specialists or a method that chooses one",
    "nennen Sie entweder eine Gruppe von Spezialisten (pool) oder ein Verfahren (method), das einen auswählt",
  ],
  ["choose a specialist by one of {}", "wählen Sie einen Spezialisten mit einem von diesen aus: {}"],
  ["name another method, or say disabled: true", "nennen Sie ein anderes Verfahren, oder schreiben Sie disabled: true"],
  ["name at least one agent", "nennen Sie mindestens einen Makler"],
  ["leave then out, or name at least one agent", "lassen Sie then weg, oder nennen Sie mindestens einen Makler"],
  ["name at least one buyer, or leave buyers out", "nennen Sie mindestens einen Abnehmer, oder lassen Sie buyers weg"],
  ["leave shifts out, or name at least one", "lassen Sie shifts weg, oder nennen Sie mindestens eine Schicht"],
  ["name either agents or shifts with their agents", "nennen Sie entweder agents oder shifts mit ihren Maklern"],
  ["two shifts begin at {}", "zwei Schichten beginnen um {}"],
  [
    "name the agents on call and the day their turns begin",
    "nennen Sie, wer Bereitschaft hat, und den Tag, an dem die Reihe beginnt",
  ],
  [
    "needs onCall.rota: the agents on call and the day their turns begin",
    "braucht onCall.rota: wer Bereitschaft hat, und den Tag, an dem die Reihe beginnt",
  ],
  ["needs businessHours", "braucht businessHours"],
  [
    "gt, gte, lt, lte and between compare numbers: write one without quotes, such as {}",
    "gt, gte, lt, lte und between vergleichen Zahlen: Schreiben Sie eine ohne Anführungszeichen, etwa {}",
  ],
  ["the business never opens: name at least one span", "das Büro öffnet nie: Nennen Sie mindestens eine Zeitspanne"],
  [
    "needs claimWithin: after that time the backups are asked",
    "braucht claimWithin: Nach dieser Zeit werden die Vertretungen gefragt",
  ],
  ["a lead has at most {} recipients", "ein Lead hat höchstens {} Empfänger"],
  [
    "a mix cannot hold a mix: write its parts here with their own percentages",
    "ein Mix kann keinen Mix enthalten: Schreiben Sie dessen Teile mit eigenen Prozentwerten hierher",
  ],
  ["a mix has at least two parts", "ein Mix hat mindestens zwei Teile"],
  ["a mix has at most ten parts", "ein Mix hat höchstens zehn Teile"],
  [
    "the percentages must add up to 100; these make {}",
    "die Prozentwerte müssen zusammen 100 ergeben; diese ergeben {}",
  ],
  ["every tier gets at least 1 percent", "jede Stufe bekommt mindestens 1 Prozent"],
  ["the shares of A, B and C must add up to 100", "die Anteile von A, B und C müssen zusammen 100 ergeben"],
  ["a bar is a conversion between 0 and 1", "eine Schwelle ist eine Abschlussquote zwischen 0 und 1"],
  ["a bar is a conversion such as {}", "eine Schwelle ist eine Abschlussquote wie {}"],
  ["must be above the bar of {}", "muss über der Schwelle von {} liegen"],
  [
    "must not be below the bar of {}: who moves up would move down again",
    "darf nicht unter der Schwelle von {} liegen: Wer aufsteigt, würde gleich wieder absteigen",
  ],
  ["the floor is a part of an equal share, 0 to 1", "die Untergrenze ist ein Teil des gleichen Anteils, von 0 bis 1"],
  ["use letters, digits and dashes, such as {}", "nehmen Sie Buchstaben, Ziffern und Bindestriche, zum Beispiel {}"],
  [
    "at most {} leads at once; for more use the command: {}",
    "höchstens {} Leads auf einmal; für mehr gibt es den Befehl: {}",
  ],
  [
    "the end must come after the start; split a night at midnight",
    "das Ende muss nach dem Anfang liegen; teilen Sie eine Nacht um Mitternacht",
  ],
  [
    "public holidays are known for {}; list those of other places in closedOn",
    "Feiertage sind bekannt für {}; die anderer Orte tragen Sie in closedOn ein",
  ],

  ["use [longitude, latitude]", "nehmen Sie [Längengrad, Breitengrad]"],
  ["a longitude lies between -180 and 180", "ein Längengrad liegt zwischen -180 und 180"],
  [
    "a latitude lies between -90 and 90; the longitude comes first",
    "ein Breitengrad liegt zwischen -90 und 90; der Längengrad kommt zuerst",
  ],
  ["a polygon has an outline", "ein Polygon hat einen Umriss"],
  [
    "a ring has at least four positions, the last equal to the first",
    "ein Ring hat mindestens vier Positionen, die letzte gleich der ersten",
  ],
  [
    "a ring ends where it begins: repeat its first position",
    "ein Ring endet, wo er beginnt: Wiederholen Sie die erste Position",
  ],
  [
    "a ring encloses something: use three different positions",
    "ein Ring umschließt etwas: Nehmen Sie drei verschiedene Positionen",
  ],
  [
    'use a GeoJSON geometry of type "Polygon" or "MultiPolygon"; of a Feature send its geometry',
    'nehmen Sie eine GeoJSON-Geometrie vom Typ "Polygon" oder "MultiPolygon"; von einem Feature senden Sie dessen geometry',
  ],
  [
    "has {} positions; simplify the border to at most {}",
    "hat {} Positionen; vereinfachen Sie die Grenze auf höchstens {}",
  ],
  ["crosses itself at {}", "kreuzt sich selbst bei {}"],
  ["its rings cross each other at {}", "seine Ringe kreuzen sich bei {}"],
];
