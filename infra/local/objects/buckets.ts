import * as z from "zod";
import { type BoundedList, createBoundedList } from "../instruments/bounded-list.ts";
import type { Template } from "../template/resources.ts";

/** An object somebody put. `at`: ISO instant of virtual time. */
interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly at: string;
  readonly body: string;
}

/** The template's buckets, as far as the product uses them: failures are written to them. */
export interface Buckets {
  /** Whether an ARN names one of them. */
  readonly has: (arn: string) => boolean;
  readonly put: (arn: string, key: string, body: string) => void;
  readonly all: BoundedList<StoredObject>["all"];
  readonly clear: () => void;
}

const objectsKept = 5_000;

export function createBuckets(template: Template, now: () => number): Buckets {
  const buckets = template.all("AWS::S3::Bucket", z.looseObject({}));
  const objects = createBoundedList<StoredObject>(objectsKept);
  const find = (arn: string): string | undefined => buckets.find((bucket) => bucket.arn === arn)?.ref;
  return {
    has: (arn) => find(arn) !== undefined,
    put: (arn, key, body) => objects.add({ bucket: find(arn) ?? arn, key, at: new Date(now()).toISOString(), body }),
    all: objects.all,
    clear: objects.clear,
  };
}
