import { paging } from "../pages.ts";
import type { NamedSchema, Operation } from "../resource.ts";

export interface CollectionTexts {
  readonly path: string;
  /** In lower case, as in "one agent". */
  readonly one: string;
  readonly many: string;
  readonly input: NamedSchema;
  readonly saved: NamedSchema;
  readonly read: NamedSchema;
  readonly page: NamedSchema;
  readonly saving: string;
  readonly deleting: string;
}

/** The four operations of everything that admins set up under an id. */
export function collection(texts: CollectionTexts): Readonly<Record<string, Operation>> {
  const { path, one, many, input, saved, read, page } = texts;
  const name = `${one[0]?.toUpperCase()}${one.slice(1)}`;
  return {
    [`GET ${path}`]: {
      id: `list${name}s`,
      summary: `All ${many}`,
      query: paging(500, 100),
      answers: { 200: { description: `A page of ${many}, by id.`, schema: page } },
    },
    [`GET ${path}/{id}`]: {
      id: `get${name}`,
      summary: `One ${one}`,
      answers: { 200: { description: `The ${one}.`, schema: read, headers: ["ETag"] } },
    },
    [`PUT ${path}/{id}`]: {
      id: `put${name}`,
      summary: `Add or replace the ${one}`,
      description: texts.saving,
      body: { schema: input },
      versioned: true,
      answers: {
        201: { description: `Added.`, schema: saved, headers: ["ETag"] },
        200: { description: `Replaced.`, schema: saved, headers: ["ETag"] },
      },
    },
    [`DELETE ${path}/{id}`]: {
      id: `delete${name}`,
      summary: `Delete the ${one}`,
      description: texts.deleting,
      versioned: true,
      answers: { 204: { description: "Deleted." } },
      problems: [409],
    },
  };
}
