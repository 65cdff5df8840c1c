import * as z from "zod";
import type { NamedSchema, Parameter } from "./resource.ts";

/** `{items, nextCursor}` of something. */
export function pageOf(item: NamedSchema, more: z.ZodRawShape = {}): NamedSchema {
  return {
    id: `${item.id}Page`,
    schema: z.strictObject({ items: z.array(item.schema), ...more, nextCursor: z.string().optional() }),
    side: "answer",
    description: `Some of a list. Without \`nextCursor\` it was the last page.`,
  };
}

export function paging(most: number, standard: number): readonly Parameter[] {
  return [
    {
      name: "limit",
      description: "How many at most.",
      schema: { type: "integer", minimum: 1, maximum: most, default: standard },
    },
    {
      name: "cursor",
      description: "`nextCursor` of the page before, with the same filters; any other is refused (422).",
      schema: { type: "string" },
    },
  ];
}
