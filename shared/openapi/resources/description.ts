import * as z from "zod";
import type { NamedSchema, Resource } from "../resource.ts";

const document: NamedSchema = {
  id: "OpenApiDocument",
  side: "answer",
  schema: z.record(z.string(), z.unknown()),
  description: "An OpenAPI 3.1 document.",
};

export const description: Resource = {
  tag: "Description",
  about: "This document.",
  schemas: [document],
  operations: {
    "GET /v1/openapi.json": {
      id: "getDescription",
      summary: "This document",
      answers: { 200: { description: "The API's description.", schema: document } },
    },
  },
};
