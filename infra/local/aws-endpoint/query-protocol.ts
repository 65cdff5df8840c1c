import { randomUUID } from "node:crypto";
import { AwsError, type AwsHandler, type AwsReply, type AwsRequest } from "./request.ts";

/** A value of an XML answer: text, a structure, or a list (each entry as `<member>`). */
type Xml = string | readonly Xml[] | { readonly [name: string]: Xml | undefined };

/** Interprets one operation of a query service; what it returns becomes the members of `<OperationResult>`. */
export type QueryOperation = (input: QueryInput, request: AwsRequest) => Promise<Xml> | Xml;

/** Form parameters nested by their dots: `MessageAttributes.entry.1.Name` is `input.MessageAttributes.entry["1"].Name`. */
export interface QueryInput {
  readonly [name: string]: string | QueryInput | undefined;
}

const namespace = "http://sns.amazonaws.com/doc/2010-03-31/";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function xml(value: Xml): string {
  if (typeof value === "string") return value.replaceAll(/[&<>]/g, (character) => escapes[character] ?? character);
  if (Array.isArray(value)) return value.map((entry: Xml) => `<member>${xml(entry)}</member>`).join("");
  const members = Object.entries(value).filter((entry): entry is [string, Xml] => entry[1] !== undefined);
  return members.map(([name, member]) => `<${name}>${xml(member)}</${name}>`).join("");
}

const reply = (status: number, body: string): AwsReply => ({ status, contentType: "text/xml", body });

export const queryError = ({ code, message, status }: AwsError): AwsReply =>
  reply(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${status < 500 ? "Sender" : "Receiver"}</Type><Code>${code}</Code>` +
      `<Message>${xml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );

interface Node {
  [name: string]: string | Node | undefined;
}

export function parseQuery(body: string): QueryInput {
  const root: Node = {};
  for (const [path, value] of new URLSearchParams(body)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    let node = root;
    for (const name of names) {
      const known = node[name];
      const next: Node = typeof known === "object" ? known : {};
      node[name] = next;
      node = next;
    }
    node[last] = value;
  }
  return root;
}

/** A list as the query protocol writes it: `Name.member.1`, `Name.member.2` … (maps: `Name.entry.1`). */
export function listOf(input: QueryInput | string | undefined, item: "member" | "entry"): readonly QueryInput[] {
  const list = typeof input === "object" ? input[item] : undefined;
  if (typeof list !== "object") return [];
  return Object.values(list).filter((entry): entry is QueryInput => typeof entry === "object");
}

/** A service of AWS's query protocol: form in, XML out. Unknown operations fail loudly. */
export function queryService(operations: Readonly<Record<string, QueryOperation>>): AwsHandler {
  return async (request) => {
    try {
      const run = operations[request.operation];
      if (run === undefined) {
        throw new AwsError("InvalidAction", `The local runner has no ${request.service} ${request.operation}`);
      }
      const result = xml(await run(parseQuery(request.body), request));
      const name = request.operation;
      return reply(
        200,
        `<${name}Response xmlns="${namespace}"><${name}Result>${result}</${name}Result>` +
          `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${name}Response>`,
      );
    } catch (error) {
      if (error instanceof AwsError) return queryError(error);
      throw error;
    }
  };
}
