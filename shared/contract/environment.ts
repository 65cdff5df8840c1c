/** Names of the environment variables that the stack sets and the functions read. */
export const env = {
  tableName: "TABLE_NAME",
  stateMachineArn: "STATE_MACHINE_ARN",
  /** Of the workflow that delivers shares to buyers. */
  deliveryStateMachineArn: "DELIVERY_STATE_MACHINE_ARN",
  /** Agents' and leaders' e-mail, by filter policy. */
  mailTopicArn: "MAIL_TOPIC_ARN",
  leaderTopicArn: "LEADER_TOPIC_ARN",
  /** Base of links in messages, without a trailing slash. */
  publicUrl: "PUBLIC_URL",
  /** Secrets Manager id of the tenant's hashing secret (JSON with one field `key`). */
  hashSecretId: "HASH_SECRET_ID",
  userPoolId: "USER_POOL_ID",
  tenant: "TENANT",
  stage: "STAGE",
  /** SMS settings: sender name (≤11 characters), most USD a message may cost. */
  smsSenderId: "SMS_SENDER_ID",
  smsMaxPrice: "SMS_MAX_PRICE",
  /** `allow`: webhooks may call this machine. Set by the local runner only. */
  localWebhooks: "LOCAL_WEBHOOKS",
} as const;
export type EnvName = (typeof env)[keyof typeof env];
