import { randomInt } from "node:crypto";
import * as z from "zod";
import { jsonService } from "../aws-endpoint/json-protocol.ts";
import { AwsError, type AwsHandler } from "../aws-endpoint/request.ts";
import type { Template } from "../template/resources.ts";

const secretProperties = z.strictObject({
  Name: z.string().optional(),
  Description: z.unknown().optional(),
  KmsKeyId: z.unknown().optional(),
  Tags: z.unknown().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .strictObject({
      PasswordLength: z.number().int().default(32),
      ExcludePunctuation: z.boolean().default(false),
      ExcludeCharacters: z.string().default(""),
      IncludeSpace: z.boolean().default(false),
      ExcludeLowercase: z.boolean().default(false),
      ExcludeUppercase: z.boolean().default(false),
      ExcludeNumbers: z.boolean().default(false),
      RequireEachIncludedType: z.unknown().optional(),
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
    })
    .optional(),
});

type Generation = NonNullable<z.output<typeof secretProperties>["GenerateSecretString"]>;

const letters = "abcdefghijklmnopqrstuvwxyz";
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

function generate(rules: Generation): string {
  const allowed = [
    rules.ExcludeLowercase ? "" : letters,
    rules.ExcludeUppercase ? "" : letters.toUpperCase(),
    rules.ExcludeNumbers ? "" : "0123456789",
    rules.ExcludePunctuation ? "" : punctuation,
    rules.IncludeSpace ? " " : "",
  ].join("");
  const characters = [...allowed].filter((character) => !rules.ExcludeCharacters.includes(character));
  const password = Array.from({ length: rules.PasswordLength }, () => characters[randomInt(characters.length)]).join(
    "",
  );
  if (rules.SecretStringTemplate === undefined || rules.GenerateStringKey === undefined) return password;
  return JSON.stringify({ ...JSON.parse(rules.SecretStringTemplate), [rules.GenerateStringKey]: password });
}

const readSchema = z.object({ SecretId: z.string() });
const createSchema = z.object({ Name: z.string(), SecretString: z.string() });
const putSchema = z.object({ SecretId: z.string(), SecretString: z.string() });

/** Secrets Manager: the template's secrets, generated anew at each start, and those made by `CreateSecret`. */
export function createSecrets(template: Template): AwsHandler {
  const values = new Map<string, string>();
  for (const { ref, properties } of template.all("AWS::SecretsManager::Secret", secretProperties)) {
    const { GenerateSecretString, SecretString } = properties;
    values.set(ref, SecretString ?? (GenerateSecretString === undefined ? "" : generate(GenerateSecretString)));
  }
  const prefix = `arn:aws:secretsmanager:${template.region}:${template.account}:secret:`;
  const arnOf = (id: string): string => (id.startsWith("arn:") ? id : `${prefix}${id}`);
  const found = (id: string): string => {
    const value = values.get(arnOf(id));
    if (value !== undefined) return value;
    throw new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  };
  const described = (id: string) => ({ ARN: arnOf(id), Name: arnOf(id).slice(prefix.length), VersionId: "local" });

  return jsonService({
    GetSecretValue: (input) => {
      const { SecretId } = readSchema.parse(input);
      return { ...described(SecretId), SecretString: found(SecretId), VersionStages: ["AWSCURRENT"] };
    },
    CreateSecret: (input) => {
      const { Name, SecretString } = createSchema.parse(input);
      if (values.has(arnOf(Name))) {
        throw new AwsError(
          "ResourceExistsException",
          `The operation failed because the secret ${Name} already exists.`,
        );
      }
      values.set(arnOf(Name), SecretString);
      return described(Name);
    },
    PutSecretValue: (input) => {
      const { SecretId, SecretString } = putSchema.parse(input);
      found(SecretId);
      values.set(arnOf(SecretId), SecretString);
      return described(SecretId);
    },
    DeleteSecret: (input) => {
      const { SecretId } = readSchema.parse(input);
      found(SecretId);
      values.delete(arnOf(SecretId));
      return described(SecretId);
    },
  });
}
