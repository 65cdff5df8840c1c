import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { postalCodeView } from "../../../shared/usecases/configuration/views/postal-code-view.ts";
import { found } from "../replies.ts";

/** Place and coordinates of a German postal code, for forms and for drawing areas. */
const read: PersonHandler = async (request) => ({
  status: 200,
  body: found(postalCodeView(request.params.code ?? ""), "postal code"),
});

export const postalCodeRoutes: Readonly<Record<string, PersonHandler>> = { "GET /v1/postal-codes/{code}": read };
