import { type Reader, readerOf, type Scalar, type Value } from "./fact.ts";
import { comparisonsOf, decide, type Predicate } from "./predicate.ts";
import { type RuleSet, ruleSet } from "./rule-set.ts";
import { classifier, type ValueClass } from "./value-class.ts";

/** A part of a rule's condition that looks at one field only. */
export interface Clause {
  readonly position: number;
  readonly predicate: Predicate;
}

export interface FieldIndex {
  readonly read: Reader;
  /** The rules that this value of the field leaves possible. */
  readonly leaves: (value: Value) => RuleSet;
}

/** What is known for the values that begin with the classes on the way to here: one for a scalar, more for a list. */
interface Node {
  answer?: RuleSet;
  readonly next: Map<ValueClass, Node>;
}

/** At most so many nodes a field, about one per postal code of a country; then it begins anew. */
const REMEMBERED = 10_000;
/** So many before values are sorted into classes. */
const UNSORTED = 30;

/**
 * An index of all clauses on one field. Values that no clause tells apart fall into one class, and the rules that a
 * class (or a list of classes) leaves are worked out when the first lead of it comes.
 */
export function fieldIndex(field: string, clauses: readonly Clause[], rules: number): FieldIndex {
  // Until there are many values each may be a class of its own: a container that has just started saves the sorting.
  let classOf: (value: Scalar | undefined) => ValueClass = (value) => value;
  let sorted = false;
  let scalars = emptyNode();
  let lists = emptyNode();
  let remembered = 0;

  function after(node: Node, scalar: Scalar | undefined): Node {
    const valueClass = classOf(scalar);
    const known = node.next.get(valueClass);
    if (known) return known;
    const fresh = emptyNode();
    node.next.set(valueClass, fresh);
    remembered += 1;
    return fresh;
  }

  function forget(): void {
    scalars = emptyNode();
    lists = emptyNode();
    remembered = 0;
  }

  function workOut(value: Value): RuleSet {
    const failed = new Set<number>();
    for (const { position, predicate } of clauses) {
      if (!decide(predicate, ({ test }) => test(value))) failed.add(position);
    }
    return ruleSet(rules, (position) => !failed.has(position));
  }

  return {
    read: readerOf(field),
    leaves(value) {
      let node = typeof value === "object" ? lists : after(scalars, value);
      if (typeof value === "object") for (const scalar of value) node = after(node, scalar);
      if (node.answer) return node.answer;
      const answer = workOut(value);
      node.answer = answer;
      if (!sorted && remembered > UNSORTED) {
        classOf = classifier(clauses.flatMap(({ predicate }) => comparisonsOf(predicate)));
        sorted = true;
        forget();
      }
      if (remembered > REMEMBERED) forget();
      return answer;
    },
  };
}

function emptyNode(): Node {
  return { next: new Map() };
}
