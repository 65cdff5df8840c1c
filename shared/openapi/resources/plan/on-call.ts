import { onCallNow } from "../../answers/on-call.ts";
import type { Resource } from "../../resource.ts";

export const onCall: Resource = {
  tag: "On call",
  about: "Who takes leads outside business hours (C17).",
  schemas: [onCallNow],
  operations: {
    "GET /v1/on-call": {
      id: "getOnCall",
      summary: "Who is on call now and next",
      answers: { 200: { description: "As of now, in the plan's rota.", schema: onCallNow } },
      problems: [404],
    },
  },
};
