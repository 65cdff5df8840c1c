/** What `Ref` and `Fn::GetAtt` give for one resource. */
export interface PhysicalName {
  readonly ref: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Where a resource lives, and the name it has or is given. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

interface Naming {
  /** The property by which a template may fix the name. */
  readonly property?: string;
  readonly names: (place: Place) => PhysicalName;
}

const arn = (service: string, { region, account }: Place, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

const withArn = (ref: string, arn: string, more: Readonly<Record<string, string>> = {}): PhysicalName => ({
  ref,
  arn,
  attributes: { Arn: arn, ...more },
});

const table: Naming = {
  property: "TableName",
  names: (place) => {
    const own = arn("dynamodb", place, `table/${place.name}`);
    return withArn(place.name, own, { StreamArn: `${own}/stream/local`, TableId: place.name });
  },
};

const namings: Readonly<Record<string, Naming>> = {
  "AWS::DynamoDB::Table": table,
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::Lambda::Function": {
    property: "FunctionName",
    names: (place) => withArn(place.name, arn("lambda", place, `function:${place.name}`)),
  },
  "AWS::StepFunctions::StateMachine": {
    property: "StateMachineName",
    names: (place) => {
      const own = arn("states", place, `stateMachine:${place.name}`);
      return withArn(own, own, { Name: place.name, StateMachineRevisionId: "INITIAL" });
    },
  },
  "AWS::SNS::Topic": {
    property: "TopicName",
    names: (place) => {
      const own = arn("sns", place, place.name);
      return withArn(own, own, { TopicArn: own, TopicName: place.name });
    },
  },
  "AWS::SQS::Queue": {
    property: "QueueName",
    names: (place) => {
      const url = `https://sqs.${place.region}.amazonaws.com/${place.account}/${place.name}`;
      return withArn(url, arn("sqs", place, place.name), { QueueName: place.name, QueueUrl: url });
    },
  },
  "AWS::S3::Bucket": {
    property: "BucketName",
    names: (place) => {
      const bucket = place.name.toLowerCase();
      return withArn(bucket, `arn:aws:s3:::${bucket}`, {
        DomainName: `${bucket}.s3.amazonaws.com`,
        RegionalDomainName: `${bucket}.s3.${place.region}.amazonaws.com`,
      });
    },
  },
  "AWS::SecretsManager::Secret": {
    property: "Name",
    names: (place) => {
      const own = arn("secretsmanager", place, `secret:${place.name}`);
      return withArn(own, own, { Id: own });
    },
  },
  "AWS::Cognito::UserPool": {
    property: "UserPoolName",
    names: (place) => {
      const id = `${place.region}_${place.name.replaceAll(/[^0-9A-Za-z]/g, "")}`;
      const provider = `cognito-idp.${place.region}.amazonaws.com/${id}`;
      const more = { ProviderName: provider, ProviderURL: `https://${provider}`, UserPoolId: id };
      return withArn(id, arn("cognito-idp", place, `userpool/${id}`), more);
    },
  },
  "AWS::Cognito::UserPoolClient": {
    names: (place) => {
      const id = place.name.replaceAll(/[^0-9A-Za-z]/g, "").toLowerCase();
      return withArn(id, id, { ClientId: id, Name: place.name });
    },
  },
  "AWS::ApiGatewayV2::Api": {
    names: (place) => {
      const id = place.name.replaceAll(/[^0-9A-Za-z]/g, "").toLowerCase();
      const endpoint = `https://${id}.execute-api.${place.region}.amazonaws.com`;
      return withArn(id, arn("apigateway", place, `/apis/${id}`), { ApiId: id, ApiEndpoint: endpoint });
    },
  },
  "AWS::Events::Rule": {
    property: "Name",
    names: (place) => withArn(place.name, arn("events", place, `rule/${place.name}`)),
  },
  "AWS::Scheduler::Schedule": {
    property: "Name",
    names: (place) => withArn(place.name, arn("scheduler", place, `schedule/default/${place.name}`)),
  },
};

/** The property by which a template may fix the physical name of this type, if it has one. */
export const nameProperty = (type: string): string | undefined => namings[type]?.property;

/**
 * References of a resource; undefined for the types the runner only lets pass (roles, alarms, log groups): nothing ever
 * calls those.
 */
export const physicalName = (type: string, place: Place): PhysicalName | undefined => namings[type]?.names(place);
