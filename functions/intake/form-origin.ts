import type { HttpRequest } from "../../shared/runtime/http/http.ts";
import { forbidden, notFound } from "../../shared/runtime/http/problem.ts";
import type { Source } from "../../shared/schemas/source.ts";
import { formSource, originAllowed } from "../../shared/usecases/intake/submit-form.ts";
import type { Configuration, Ports } from "../../shared/usecases/ports/ports.ts";

export interface OpenForm {
  readonly source: Source;
  readonly config: Configuration;
  /** Lets the page's script read the answer. */
  readonly cors: Readonly<Record<string, string>>;
}

/** The form that was asked for, if the page may use it. Throws 404 for no such form, 403 for a page of another origin. */
export async function openForm(request: HttpRequest, ports: Ports): Promise<OpenForm> {
  const config = await ports.config.current();
  const source = formSource(config, request.params.formId ?? "");
  if (source === undefined) {
    throw notFound("form");
  }
  const { origin } = request.headers;
  if (!originAllowed(source, origin)) {
    throw forbidden(
      "This form may not be sent from this website. Its admin can add the website to the source's origins.",
    );
  }
  return { source, config, cors: corsHeaders(origin) };
}

function corsHeaders(origin: string | undefined): Record<string, string> {
  return {
    "access-control-allow-origin": origin ?? "*",
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "content-type, idempotency-key",
    "access-control-max-age": "86400",
    vary: "origin",
  };
}
