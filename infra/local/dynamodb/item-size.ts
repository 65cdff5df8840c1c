/** An attribute value as the wire protocol writes it: `{"S": "text"}`. */
type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;

const bytes = (text: unknown): number => Buffer.byteLength(String(text));

/** Bytes as DynamoDB counts them: names and values in UTF-8, two digits to a byte, three bytes for a nested container. */
function valueSize(value: AttributeValue): number {
  const [[type = "", content] = []] = Object.entries(value);
  switch (type) {
    case "S":
      return bytes(content);
    case "N":
      return Math.ceil(String(content).replace(/^-?0*|\./g, "").length / 2) + 1;
    case "B":
      return Buffer.byteLength(String(content), "base64");
    case "M":
      return 3 + itemSize(content as Item) + Object.keys(content as Item).length;
    case "L":
      return 3 + (content as AttributeValue[]).reduce((sum, entry) => sum + valueSize(entry) + 1, 0);
    case "SS":
    case "NS":
    case "BS":
      return (content as string[]).reduce((sum, entry) => sum + valueSize({ [type.slice(0, 1)]: entry }), 0);
    default:
      return 1;
  }
}

/** Size of an item in bytes. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);
