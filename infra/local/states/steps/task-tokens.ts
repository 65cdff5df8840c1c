import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Which attempt of which execution a token stands for. */
interface TaskToken {
  readonly executionId: number;
  readonly attempt: number;
}

/** Task tokens of about AWS's length (704 characters), URL-safe, unguessable, and told apart from forged ones without a list. */
export interface TaskTokens {
  issue(token: TaskToken): string;
  /** Undefined: not a token of this runner. */
  read(text: string): TaskToken | undefined;
}

/** Bytes: execution id (6), attempt (4), then a keyed hash of both. */
const HEADER = 10;
const PROOF = 518;
const LENGTH = ((HEADER + PROOF) / 3) * 4;

/** `secret`: the same secret gives the same tokens; random by default. */
export function createTaskTokens(secret: Uint8Array = randomBytes(32)): TaskTokens {
  const encode = (executionId: number, attempt: number): Buffer => {
    const header = Buffer.alloc(HEADER);
    header.writeUIntBE(executionId, 0, 6);
    header.writeUInt32BE(attempt, 6);
    const proof = createHash("shake256", { outputLength: PROOF }).update(secret).update(header).digest();
    return Buffer.concat([header, proof]);
  };
  const issue = ({ executionId, attempt }: TaskToken) => encode(executionId, attempt).toString("base64url");
  return {
    issue,
    read(text) {
      if (text.length !== LENGTH || !/^[\w-]+$/.test(text)) return undefined;
      const bytes = Buffer.from(text, "base64url");
      const token = { executionId: bytes.readUIntBE(0, 6), attempt: bytes.readUInt32BE(6) };
      return timingSafeEqual(Buffer.from(text), Buffer.from(issue(token))) ? token : undefined;
    },
  };
}
