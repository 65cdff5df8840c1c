import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Everything that is not the open internet: own machine, private networks, link-local (metadata!), shared, reserved, multicast. */
const closed = new BlockList();
const ranges: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
];
for (const [address, prefix, family] of ranges) closed.addSubnet(address, prefix, family);

/** Of IPv6 only global unicast is open, without the parts of it that stand for something else: tunnels, documentation. */
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");
const closed6 = new BlockList();
for (const [address, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  closed6.addSubnet(address, prefix, "ipv6");
}

/** Whether the IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, "ipv4");
    case 6:
      return open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
    default:
      return false;
  }
}

export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const resolveAll: Resolve = (host) => lookup(host, { all: true });

/**
 * The address to call for this host: undefined unless every address it has is public, for one that is not tells that
 * somebody points us inwards. The call must go to this very address: asked again, the name may stand for another.
 */
export async function publicAddressOf(
  host: string,
  resolve: Resolve = resolveAll,
): Promise<{ readonly address: string; readonly family: number } | undefined> {
  const literal = host.replace(/^\[|\]$/g, "");
  const family = isIP(literal);
  const found = family === 0 ? await resolve(host) : [{ address: literal, family }];
  return found.every(({ address }) => isPublicAddress(address)) ? found[0] : undefined;
}
