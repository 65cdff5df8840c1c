import { writeFileSync } from "node:fs";
import { openApiFile, openApiText } from "./open-api-file.ts";

/** `npm run openapi`: writes the committed description anew. */
writeFileSync(openApiFile, openApiText());
