import { createPorts } from "../../shared/runtime/create-ports.ts";
import { httpFunction } from "../../shared/runtime/http/http-function.ts";
import { wireSecrets } from "../../shared/runtime/wiring.ts";
import { postEngagement } from "./engagement.ts";
import { getForm, optionsForm, postForm } from "./forms.ts";
import { postLead } from "./leads.ts";

/** The hot path: leads and engagement in, verdict out. */
export const handler = httpFunction(
  "intake",
  {
    open: {
      "POST /v1/leads": postLead,
      "POST /v1/engagement": postEngagement,
      "POST /v1/forms/{formId}": postForm,
      "GET /v1/forms/{formId}": getForm,
      "OPTIONS /v1/forms/{formId}": optionsForm,
    },
  },
  createPorts({ secrets: wireSecrets() }),
);
