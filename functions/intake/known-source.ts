import type { HttpRequest } from "../../shared/runtime/http/http.ts";
import { forbidden, unauthorized } from "../../shared/runtime/http/problem.ts";
import type { Source } from "../../shared/schemas/source.ts";
import { authenticateSource } from "../../shared/usecases/intake/authenticate-source.ts";
import type { Configuration, Ports } from "../../shared/usecases/ports/ports.ts";

/** The source whose key the request carries. Throws 401 without a key of ours, 403 for one that was revoked. */
export async function knownSource(
  request: HttpRequest,
  ports: Ports,
): Promise<{ readonly source: Source; readonly config: Configuration }> {
  const authenticated = await authenticateSource(ports, request.headers.authorization);
  switch (authenticated.outcome) {
    case "known":
      return authenticated;
    case "unknown":
      throw unauthorized("Send the source's key as Authorization: Bearer fl_src_…");
    case "revoked":
      throw forbidden("This source key is no longer valid. Ask the admin of the source for a new one.");
    default:
      return authenticated satisfies never;
  }
}
