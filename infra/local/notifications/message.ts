import { listOf, type QueryInput } from "../aws-endpoint/query-protocol.ts";
import { AwsError } from "../aws-endpoint/request.ts";

interface MessageAttribute {
  readonly Type: string;
  readonly Value: string;
}

/** A message as published. `structured`: its text is JSON with one text per protocol (`MessageStructure: json`). */
export interface Message {
  readonly text: string;
  readonly subject: string | undefined;
  readonly structured: boolean;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

/** Bytes SNS takes in one message. */
const longest = 262_144;

const textOf = (value: QueryInput | string | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Reads the parameters of `Publish`, or one entry of `PublishBatch`. */
export function readMessage(input: QueryInput): Message {
  const text = textOf(input.Message) ?? "";
  if (text === "") throw new AwsError("InvalidParameter", "Invalid parameter: Empty message");
  if (Buffer.byteLength(text) > longest) throw new AwsError("InvalidParameter", "Invalid parameter: Message too long");
  const structured = input.MessageStructure === "json";
  if (structured && textFor({ text, structured }, "default") === undefined) {
    throw new AwsError(
      "InvalidParameter",
      "Invalid parameter: Message Structure - No default entry in JSON message body",
    );
  }
  return { text, structured, subject: textOf(input.Subject), attributes: readAttributes(input.MessageAttributes) };
}

function readAttributes(input: QueryInput | string | undefined): Message["attributes"] {
  const entries = listOf(input, "entry").map(({ Name, Value }): [string, MessageAttribute] => {
    const value = typeof Value === "object" ? Value : {};
    const content = textOf(value.StringValue) ?? textOf(value.BinaryValue);
    const type = textOf(value.DataType);
    if (content === undefined || content === "" || type === undefined) {
      throw new AwsError(
        "ParameterValueInvalid",
        `The message attribute '${textOf(Name)}' must contain non-empty value`,
      );
    }
    return [textOf(Name) ?? "", { Type: type, Value: content }];
  });
  return Object.fromEntries(entries);
}

/** What a subscriber of `protocol` gets to read. */
export function textFor(
  { text, structured }: Pick<Message, "text" | "structured">,
  protocol: string,
): string | undefined {
  if (!structured) return text;
  const texts: unknown = JSON.parse(text);
  if (typeof texts !== "object" || texts === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(texts));
  const chosen = entries.get(protocol) ?? entries.get("default");
  return typeof chosen === "string" ? chosen : undefined;
}

/** Attributes as a filter policy sees them: numbers as numbers, `String.Array` as a list. */
export function filterable({ attributes }: Message): Readonly<Record<string, unknown>> {
  const values = Object.entries(attributes).map(([name, { Type, Value }]): [string, unknown] => [
    name,
    Type === "Number" || Type === "String.Array" ? JSON.parse(Value) : Value,
  ]);
  return Object.fromEntries(values);
}
