/**
 * The lead workflow in the shape it is deployed in, small enough to read: the interpreter's tests run this one, so that they
 * do not change with every wording of the real one. Seconds come with the input and with each completion.
 */
const storeToken = {
  TableName: "Leads",
  Key: { pk: { S: "{% 'LEAD#' & $states.input.leadId %}" }, sk: { S: "TOKEN" } },
  UpdateExpression: "SET #token = :token, #wait = :wait",
  ConditionExpression: "attribute_not_exists(pk) OR #cycle <= :cycle",
  ExpressionAttributeNames: { "#token": "token", "#wait": "wait", "#cycle": "cycle" },
  ExpressionAttributeValues: {
    ":token": { S: "{% $states.context.Task.Token %}" },
    ":wait": { N: "{% $string($wait) %}" },
    ":cycle": { N: "{% $string($states.context.Execution.Input.cycle) %}" },
    ":at": { S: "{% $states.context.State.Name %}" },
  },
};

const keepInput = "{% $states.input %}";
const fromResult = {
  wait: "{% $states.result.wait %}",
  timeouts: "{% $merge([$timeouts, $states.result.timeouts]) %}",
};
const fromCause = {
  wait: "{% $parse($states.errorOutput.Cause).wait %}",
  timeouts: "{% $merge([$timeouts, $parse($states.errorOutput.Cause).timeouts]) %}",
};

const onError = (name: string, next: string) => ({
  ErrorEquals: [name],
  Assign: fromCause,
  Output: keepInput,
  Next: next,
});
const onTimeout = (next: string) => ({ ErrorEquals: ["States.Timeout"], Output: keepInput, Next: next });

const retry = [
  {
    ErrorEquals: ["DynamoDb.ThrottlingException", "Lambda.TooManyRequestsException", "Lambda.ServiceException"],
    IntervalSeconds: 2,
    MaxAttempts: 3,
    BackoffRate: 2,
    MaxDelaySeconds: 5,
    JitterStrategy: "FULL",
  },
];

const taskFor = (task: string) => ({
  FunctionName: "workflow",
  Payload: {
    task,
    leadId: "{% $states.input.leadId %}",
    cycle: "{% $states.input.cycle %}",
  },
});

const waitingTaskFor = (task: string) => {
  const { FunctionName, Payload } = taskFor(task);
  return { FunctionName, Payload: { ...Payload, token: "{% $states.context.Task.Token %}" } };
};

const waitFor = "arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken";
const invokeAndWait = "arn:aws:states:::lambda:invoke.waitForTaskToken";
const invoke = "arn:aws:states:::lambda:invoke";

export const leadWorkflowDefinition = {
  Comment: "A lead's way from the first offer to the end of its ownership",
  QueryLanguage: "JSONata",
  StartAt: "Remember",
  States: {
    Remember: {
      Type: "Pass",
      Assign: { wait: "{% $states.input.wait %}", timeouts: "{% $states.input.timeouts %}" },
      Next: "AwaitAcceptance",
    },
    AwaitAcceptance: {
      Type: "Task",
      Resource: waitFor,
      Arguments: storeToken,
      TimeoutSeconds: "{% $timeouts.accept %}",
      Assign: fromResult,
      Output: keepInput,
      Retry: retry,
      Catch: [onError("Reoffered", "AwaitAcceptance"), onError("Ended", "Ended"), onTimeout("OfferToNext")],
      Next: "AwaitFirstContact",
    },
    OfferToNext: {
      Type: "Task",
      Resource: invokeAndWait,
      Arguments: waitingTaskFor("offerToNext"),
      TimeoutSeconds: "{% $timeouts.accept %}",
      Assign: fromResult,
      Output: keepInput,
      Retry: retry,
      Catch: [onError("Reoffered", "AwaitAcceptance"), onError("Ended", "Ended"), onTimeout("ToPool")],
      Next: "AwaitFirstContact",
    },
    AwaitFirstContact: {
      Type: "Task",
      Resource: waitFor,
      Arguments: storeToken,
      TimeoutSeconds: "{% $timeouts.contact %}",
      Assign: fromResult,
      Output: keepInput,
      Catch: [onError("Ended", "Ended"), onTimeout("Reclaim")],
      Next: "HoldOwnership",
    },
    HoldOwnership: {
      Type: "Task",
      Resource: waitFor,
      Arguments: storeToken,
      TimeoutSeconds: "{% $timeouts.ownership %}",
      HeartbeatSeconds: "{% $min([$timeouts.idle, $timeouts.ownership - 1]) %}",
      Output: "{% $states.result %}",
      Catch: [
        onError("Resumed", "HoldOwnership"),
        { ErrorEquals: ["States.HeartbeatTimeout"], Output: keepInput, Next: "Reclaim" },
        onTimeout("ToPool"),
      ],
      End: true,
    },
    Reclaim: {
      Type: "Task",
      Resource: invoke,
      Arguments: taskFor("reclaim"),
      Retry: retry,
      Output: "{% $states.result.Payload %}",
      Catch: [{ ErrorEquals: ["StillHeld"], Output: keepInput, Next: "HoldOwnership" }],
      End: true,
    },
    ToPool: { Type: "Task", Resource: invoke, Arguments: taskFor("toPool"), Retry: retry, End: true },
    Ended: { Type: "Succeed" },
  },
} as const;

export const leadTimeouts = { accept: 300, contact: 900, ownership: 2_592_000, idle: 1_209_600 };

export const leadInput = (leadId = "ld_1", cycle = 1) => ({ leadId, cycle, wait: 1, timeouts: leadTimeouts });
