/** What a worker thread is started with. */
export interface WorkerData {
  readonly offset: SharedArrayBuffer;
  readonly directory: string;
  /** `index.handler` */
  readonly handler: string;
}

/** One invocation, to the worker. `event`: JSON text. `timeout`: ms. */
export interface InvokeMessage {
  readonly event: string;
  readonly requestId: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly timeout: number;
  /** Loads the bundle anew first: what its code remembers is gone, as in a container that has just started. */
  readonly cold: boolean;
}

/** The error object AWS answers for a failed invocation. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** The worker's answer. `payload`: JSON text. */
export type InvokeReply = { readonly payload: string } | { readonly error: FunctionError };
