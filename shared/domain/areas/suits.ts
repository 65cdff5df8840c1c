import type { Area } from "../../schemas/area.ts";
import type { NormalisedFacts } from "../../schemas/lead/lead.ts";
import { standardIndustry } from "../intake/facts/industry.ts";
import { holdsSize, type SizeRange, sizeRange } from "../routing/company-size.ts";

interface Business {
  readonly industries?: ReadonlySet<string>;
  readonly sizes?: readonly (SizeRange | undefined)[];
}

const businesses = new WeakMap<Area, Business>();

/** Whether the area is for such companies (C7): of one of its industries and one of its sizes, where it names any. */
export function suits(company: NormalisedFacts["company"], area: Area | undefined): boolean {
  if (!area) return false;
  const { industries, sizes } = businessOf(area);
  const size = company?.size === undefined ? undefined : sizeRange(company.size);
  return (
    (!industries || industries.has(standardIndustry(company?.industry ?? ""))) &&
    (!sizes || sizes.some((range) => holdsSize(range, size)))
  );
}

function businessOf(area: Area): Business {
  const known = businesses.get(area);
  if (known) return known;
  const { industries, companySizes } = area;
  const business = {
    ...(industries && { industries: new Set(industries.map(standardIndustry)) }),
    ...(companySizes && { sizes: companySizes.map(sizeRange) }),
  };
  businesses.set(area, business);
  return business;
}
