import { poolMember, pools as poolsAnswer } from "../../answers/picking/pool.ts";
import { paging } from "../../pages.ts";
import type { Resource } from "../../resource.ts";

export const pools: Resource = {
  tag: "Rotation",
  about: "The rotation order is everybody's to see: who is next, who received what, and why turns passed (F3).",
  schemas: [poolMember, poolsAnswer],
  operations: {
    "GET /v1/pools": {
      id: "listPools",
      summary: "The rotations of the plan",
      description: "Members with due and received turns of the present epoch, and the next ten turns.",
      query: paging(500, 100),
      answers: {
        200: {
          description: "A page of them, in the plan's order. One for each rule that rotates (and area).",
          schema: poolsAnswer,
        },
      },
    },
  },
};
