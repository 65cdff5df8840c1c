import middy from "@middy/core";
import type { SNSEvent } from "aws-lambda";
import { createPorts } from "../../shared/runtime/create-ports.ts";
import { logOnce } from "../../shared/runtime/logging.ts";
import { wireNotifier, wireSecrets } from "../../shared/runtime/wiring.ts";
import { inboundSms } from "../../shared/schemas/sms.ts";
import { answerSms } from "../../shared/usecases/sms/answer-sms.ts";

const ports = createPorts({ notifier: wireNotifier(), secrets: wireSecrets() });

/** Agents' text messages, as AWS End User Messaging publishes them to the inbound topic. */
export const handler = middy<SNSEvent, void>()
  .use(logOnce("sms-replies"))
  .handler(async (event) => {
    for (const record of event.Records) {
      await answerSms(ports, inboundSms.parse(JSON.parse(record.Sns.Message)));
    }
  });
