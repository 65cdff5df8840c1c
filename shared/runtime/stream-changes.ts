import type { DynamoDBRecord } from "aws-lambda";
import {
  buyersPartition,
  keyPrefixes,
  planPartition,
  sortKeys,
  sourcePartition,
  teamPartition,
  tiersPartition,
} from "../contract/table.ts";
import { parseAgent } from "../store/configuration/agents.ts";
import { parseBuyer } from "../store/configuration/buyers.ts";
import { parseSource } from "../store/configuration/sources.ts";
import { parseTeam } from "../store/configuration/teams.ts";
import { parseProposal } from "../store/configuration/tiers.ts";
import { parseLeadState } from "../store/lead/lead-state.ts";
import { parseLeadToken } from "../store/lead/lead-token.ts";
import { type Attributes, fromAttributes } from "../store/table/attribute-values.ts";
import type { Change } from "../usecases/stream/handle-change.ts";

/** The change, or undefined for items whose changes have no effects. Throws when an item cannot be read. */
export function readStreamChange({ dynamodb }: DynamoDBRecord): Change | undefined {
  const keys = imageOf(dynamodb?.Keys);
  const old = dynamodb?.OldImage && imageOf(dynamodb.OldImage);
  const now = dynamodb?.NewImage && imageOf(dynamodb.NewImage);
  const [pk, sk] = [String(keys.pk), String(keys.sk)];
  if (pk.startsWith(keyPrefixes.lead) && now) {
    return leadChange(sk, old, now);
  }
  if (pk === sourcePartition && sk.startsWith("SOURCE#")) {
    return { of: "source", previous: old && parseSource(old), source: now && parseSource(now) };
  }
  if (pk === tiersPartition && sk.startsWith("PROPOSAL#") && now) {
    return { of: "proposal", previous: old && parseProposal(old), proposal: parseProposal(now) };
  }
  if (pk === planPartition) {
    return { of: "plan" };
  }
  if (pk === buyersPartition) {
    return { of: "buyer", previous: old && parseBuyer(old), buyer: now && parseBuyer(now) };
  }
  if (pk !== teamPartition) {
    return undefined;
  }
  if (sk.startsWith("AGENT#")) {
    return { of: "agent", previous: old && parseAgent(old), agent: now && parseAgent(now) };
  }
  if (sk.startsWith("TEAM#") && now) {
    return { of: "team", previous: old && parseTeam(old), team: parseTeam(now) };
  }
  return sk.startsWith("OFF#") ? { of: "absence" } : undefined;
}

type Image = ReturnType<typeof fromAttributes>;

function leadChange(sk: string, old: Image | undefined, now: Image): Change | undefined {
  if (sk === sortKeys.state) {
    return { of: "lead", previous: old && parseLeadState(old), state: parseLeadState(now) };
  }
  return sk === sortKeys.token ? { of: "token", token: parseLeadToken(now) } : undefined;
}

function imageOf(image: object | undefined): Image {
  return fromAttributes((image ?? {}) as Attributes);
}
