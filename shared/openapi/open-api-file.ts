import { fileURLToPath } from "node:url";
import { openApiDocument } from "./document/open-api-document.ts";

/** The committed document, which the API serves as it is. */
export const openApiFile = fileURLToPath(new URL("../../docs/openapi.json", import.meta.url));

/** What has to be in it. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 1)}\n`;
}
