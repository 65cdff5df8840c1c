import { createBoundedList } from "./bounded-list.ts";

/** One line a Lambda printed, or a word of the runner itself. `at` is real time: logs are for finding out what happened when. */
interface LogLine {
  readonly at: string;
  readonly source: string;
  readonly requestId?: string;
  readonly line: string;
}

/** The last lines of every Lambda (`GET /_local/logs`); printed as well when `print` is set (`FAIRLEAD_LOG=1`). */
export interface Logs {
  readonly add: (source: string, line: string, requestId?: string) => void;
  readonly all: () => readonly LogLine[];
  readonly clear: () => void;
}

const linesKept = 5_000;

export function createLogs(print: boolean): Logs {
  const lines = createBoundedList<LogLine>(linesKept);
  return {
    add: (source, line, requestId) => {
      lines.add({ at: new Date().toISOString(), source, line, ...(requestId === undefined ? {} : { requestId }) });
      if (print) process.stderr.write(`[${source}] ${line}\n`);
    },
    all: lines.all,
    clear: lines.clear,
  };
}
