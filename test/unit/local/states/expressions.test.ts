import { describe, expect, it } from "vitest";
import type { Json } from "../../../../infra/local/states/definition/json.ts";
import { compileTemplate } from "../../../../infra/local/states/expressions.ts";

const evaluate = (template: Json, variables: Record<string, Json> = {}) => {
  const readable = {
    states: new Set(["input" as const]),
    variables: new Set(Object.keys(variables)),
    taskToken: false,
  };
  const report = ({ message }: { message: string }) => {
    throw new Error(message);
  };
  return compileTemplate(template, { path: [], field: "Output", readable, report })({
    states: { input: {} },
    ...variables,
  });
};

it("replaces expressions at any depth and keeps everything else", async () => {
  const template = { a: [1, "{% $n + 1 %}", { b: "{% $n %}" }], c: null, d: "n", e: true };
  expect(await evaluate(template, { n: 1 })).toEqual({ a: [1, 2, { b: 1 }], c: null, d: "n", e: true });
});

it("keeps the JSON type of what an expression answers", async () => {
  expect(await evaluate("{% null %}")).toBeNull();
  expect(await evaluate("{% [1..3] %}")).toEqual([1, 2, 3]);
  expect(await evaluate("{% $list[n > 1] %}", { list: [{ n: 1 }, { n: 2 }] })).toEqual({ n: 2 });
  expect(await evaluate("{%$n%}", { n: "text" })).toBe("text");
});

it("answers nothing that shares its variables", async () => {
  const list = [{ n: 1 }];
  const answered = await evaluate("{% $list %}", { list });
  expect(answered).toEqual(list);
  expect(answered).not.toBe(list);
});

describe("AWS's own functions", () => {
  it("$parse reads JSON", async () => {
    expect(await evaluate("{% $parse($text).wait %}", { text: '{"wait": 3}' })).toBe(3);
    await expect(evaluate("{% $parse($text) %}", { text: "" })).rejects.toMatchObject({
      failure: { error: "States.QueryEvaluationError" },
    });
  });

  it("$hash answers hex digests under AWS's names", async () => {
    expect(await evaluate("{% $hash('', 'MD5') %}")).toBe("d41d8cd98f00b204e9800998ecf8427e");
    expect(await evaluate("{% $hash('', 'SHA-256') %}")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    await expect(evaluate("{% $hash('', 'sha256') %}")).rejects.toThrow("returned nothing");
  });
});

it("reports JSONata's own errors with its code", async () => {
  await expect(evaluate("{% $number('x') %}")).rejects.toMatchObject({
    failure: { error: "States.QueryEvaluationError", cause: expect.stringContaining("D3030") },
  });
});

it("evaluates the fields of a template in their order", async () => {
  const text = JSON.stringify(await evaluate({ b: "{% 1 %}", a: "{% 2 %}" }));
  expect(text).toBe('{"b":1,"a":2}');
});
