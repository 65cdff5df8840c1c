import { areaInput } from "../../schemas/area.ts";
import { areaAnswer } from "../answers/configuration.ts";
import { pageOf } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";
import { collection } from "./collection.ts";

const input: NamedSchema = {
  id: "AreaInput",
  side: "request",
  schema: areaInput,
  description: "A named area (C7).",
  fields: { postalCodes: "Codes as text; one that ends in `*` stands for all that begin so." },
  examples: { mitte: { name: "Mitte", postalCodes: ["101*", "10243"] } },
};

const page = pageOf(areaAnswer);

export const areas: Resource = {
  tag: "Areas",
  about: "Territories by postal code. Agents name the areas they work in; rules with `areas: match` choose by them.",
  schemas: [input, areaAnswer, page],
  operations: collection({
    path: "/v1/areas",
    one: "area",
    many: "areas",
    input,
    saved: areaAnswer,
    read: areaAnswer,
    page,
    saving: "Leads that come from now on lie in it.",
    deleting: "Refused while it is somebody's territory or the plan names it.",
  }),
};
