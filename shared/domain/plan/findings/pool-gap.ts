/** The part of a pool's filter that leaves nobody, and what it asks for. */
export type PoolGap =
  | { readonly lack: "team"; readonly team: string }
  /** The people who are left have other roles. */
  | { readonly lack: "role"; readonly role: string; readonly others: readonly string[] }
  | { readonly lack: "agents" }
  | { readonly lack: "active" }
  | { readonly lack: "tier"; readonly tier: string }
  | { readonly lack: "skills"; readonly skills: readonly string[] }
  | { readonly lack: "specialists"; readonly fields: readonly string[] }
  | { readonly lack: "areas" };
