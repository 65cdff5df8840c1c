/** The user pool's groups; a person may be in several. */
export const groups = ["agent", "isa", "leader", "manager", "admin", "finance", "marketing"] as const;
export type Group = (typeof groups)[number];

/** Every signed-in person. */
export const everyone: readonly Group[] = [...groups];
/** People who work with leads. */
export const staff: readonly Group[] = ["agent", "isa", "leader", "manager", "admin"];
export const leaders: readonly Group[] = ["leader", "manager", "admin"];
export const managers: readonly Group[] = ["manager", "admin"];
export const admins: readonly Group[] = ["admin"];
