import { createHash, randomUUID } from "node:crypto";
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";

/** Signs and verifies access tokens as the tenant's user pool would. */
export interface Issuer {
  /** An access token with the claims Cognito gives it; valid for a year from `now`. */
  readonly token: (
    pool: TokenPool,
    user: { readonly username: string; readonly groups: readonly string[] },
  ) => Promise<string>;
  /** The claims of a token of this issuer that is valid now; rejects otherwise. */
  readonly verify: (token: string, issuer: string) => Promise<JWTPayload>;
  /** The public keys, as Cognito serves them at `/.well-known/jwks.json`. */
  readonly keySet: JSONWebKeySet;
}

interface TokenPool {
  /** `iss` of its tokens. */
  readonly issuer: string;
  readonly clientId: string;
}

/** Seconds. Far, because tests and demos move the clock by months. */
const lifetime = 365 * 24 * 3600;

/** The same user has the same `sub` in every token. */
function subjectOf(username: string): string {
  const hex = createHash("sha256").update(username).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** Makes a key pair for this run. `now`: epoch ms, virtual: tokens expire by the clock everything else goes by. */
export async function createIssuer(now: () => number): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const kid = randomUUID();
  const keySet: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), kid, use: "sig", alg: "RS256" }] };
  const keys = createLocalJWKSet(keySet);

  return {
    keySet,
    token: (pool, { username, groups }) => {
      const issuedAt = Math.floor(now() / 1000);
      const id = randomUUID();
      const claims = {
        client_id: pool.clientId,
        origin_jti: id,
        event_id: id,
        token_use: "access",
        scope: "aws.cognito.signin.user.admin",
        auth_time: issuedAt,
        username,
        ...(groups.length === 0 ? {} : { "cognito:groups": groups }),
      };
      return new SignJWT(claims)
        .setProtectedHeader({ kid, alg: "RS256" })
        .setIssuer(pool.issuer)
        .setSubject(subjectOf(username))
        .setJti(id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetime)
        .sign(privateKey);
    },
    verify: async (token, issuer) => {
      const { payload } = await jwtVerify(token, keys, { issuer, currentDate: new Date(now()) });
      return payload;
    },
  };
}
