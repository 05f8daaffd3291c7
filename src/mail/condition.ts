// What must be so for a model to hit: metrics compared, and the comparisons put together.
//
// Three-valued, after Kleene's strong logic, because a metric that cannot be told of a message says nothing: a comparison
// with it is neither true nor false but unknown, and so is its `not`. `all` is false as soon as one of its parts is, `any`
// true as soon as one is, whatever the unknown ones may be; knowing more never turns a true or a false around.
//
// Two questions are about knowing itself, always have an answer, and so are the two that more knowledge can turn round:
// whether a metric is known (`unknown: true`), and `unless`, which is true where what it asks is false or unknown. The
// second is for exceptions: what would excuse a message excuses it only where it is known.
//
// A model hits when its condition is true: not when it is unknown.

import type { MetricValue, MetricValues, Unit } from './metric.ts';
import { shown } from './shown.ts';

/** `undefined` is unknown. */
export type Truth = boolean | undefined;

export interface Leaf {
  readonly kind: 'leaf';
  readonly metric: string;
  readonly unit: Unit;
  /** `above 60 %`. */
  readonly is: string;
  readonly holds: (value: MetricValue | undefined) => Truth;
}

/** A group may say in words what it stands for; a hit names the one that fired. */
interface Said {
  readonly says?: string;
}
export interface Every extends Said {
  readonly kind: 'all';
  readonly of: readonly Condition[];
}
export interface Some extends Said {
  readonly kind: 'any';
  readonly of: readonly Condition[];
}
export interface AtLeast extends Said {
  readonly kind: 'atLeast';
  readonly n: number;
  readonly of: readonly Condition[];
}
export interface Not extends Said {
  readonly kind: 'not';
  readonly of: Condition;
}
/** Takes unknown for false. */
export interface Unless extends Said {
  readonly kind: 'unless';
  readonly of: Condition;
}
export type Condition = Leaf | Every | Some | AtLeast | Not | Unless;

/** One comparison that decided, with the value it had. */
export interface Because {
  readonly metric: string;
  /** For people: harmless, one line. */
  readonly value: string;
  /** `above 60 %`, and `not above 60 %` where it is its being false that counts. */
  readonly is: string;
  /** What the group it stands in says, where one says something. */
  readonly block?: string;
}

export interface Verdict {
  readonly truth: Truth;
  /** The fewest comparisons that alone make it so; none where it is unknown. */
  readonly because: readonly Because[];
}

/** The same truth without its reasons, for the many conditions that are true of no message. */
export function truthOf(condition: Condition, values: MetricValues): Truth {
  if (condition.kind === 'leaf') return condition.holds(values[condition.metric]);
  if (condition.kind === 'unless') return truthOf(condition.of, values) !== true;
  if (condition.kind === 'not') {
    const truth = truthOf(condition.of, values);
    return truth === undefined ? undefined : !truth;
  }
  const n = needed(condition);
  const tooMany = condition.of.length - n + 1;
  let [yes, no] = [0, 0];
  for (const part of condition.of) {
    const truth = truthOf(part, values);
    if (truth === true) yes += 1;
    else if (truth === false) no += 1;
    if (yes >= n || no >= tooMany) return yes >= n;
  }
  return undefined;
}

export function judge(condition: Condition, values: MetricValues): Verdict {
  const { truth, steps } = decided(condition, values);
  return { truth, because: steps.map((step) => told(step, values)) };
}

/** A comparison that counts, and whether it was true; words for it are made only when somebody asks. */
interface Step {
  readonly leaf: Leaf;
  readonly isTrue: boolean;
  readonly block: string | undefined;
}

interface Decided {
  readonly truth: Truth;
  readonly steps: readonly Step[];
  /** Those that an `unless` in it rests on: without them it, and what is around it, might be otherwise. */
  readonly held: readonly Step[];
}

const unknown = (held: readonly Step[]): Decided => ({ truth: undefined, steps: [], held });

function decided(condition: Condition, values: MetricValues, block?: string): Decided {
  if (condition.kind === 'leaf') {
    const truth = condition.holds(values[condition.metric]);
    return truth === undefined ? unknown([]) : { truth, steps: [{ leaf: condition, isTrue: truth, block }], held: [] };
  }
  const within = condition.says ?? block;
  if (condition.kind === 'not' || condition.kind === 'unless') {
    const { truth, steps, held } = decided(condition.of, values, within);
    if (condition.kind === 'not') return truth === undefined ? unknown(held) : { truth: !truth, steps, held };
    const rests = truth === undefined ? held : steps;
    return { truth: truth !== true, steps: rests, held: rests };
  }
  const parts = condition.of.map((part) => decided(part, values, within));
  return atLeast(needed(condition), parts);
}

/** How many parts of a group must be true. */
const needed = (group: Every | Some | AtLeast): number =>
  group.kind === 'all' ? group.of.length : group.kind === 'any' ? 1 : group.n;

/** True when n are, whatever the unknown ones may be; false when too many are false for it. */
function atLeast(n: number, parts: readonly Decided[]): Decided {
  const held = parts.flatMap((part) => part.held);
  const yes = parts.filter(({ truth }) => truth === true);
  if (yes.length >= n) return { truth: true, steps: fewest(yes, n), held };
  const no = parts.filter(({ truth }) => truth === false);
  const tooMany = parts.length - n + 1;
  return no.length >= tooMany ? { truth: false, steps: fewest(no, tooMany), held } : unknown(held);
}

/** The comparisons of those n that need fewest, in the order of the model. */
function fewest(parts: readonly Decided[], n: number): readonly Step[] {
  const chosen = new Set([...parts].sort((a, b) => a.steps.length - b.steps.length).slice(0, n));
  return parts.filter((part) => chosen.has(part)).flatMap(({ steps }) => steps);
}

function told({ leaf, isTrue, block }: Step, values: MetricValues): Because {
  const { metric, unit, is } = leaf;
  const because = { metric, value: shown(values[metric], unit), is: isTrue ? is : `not ${is}` };
  return block === undefined ? because : { ...because, block };
}

/** Every comparison of it, in order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if (condition.kind === 'leaf') return [condition];
  return condition.kind === 'not' || condition.kind === 'unless' ? leavesOf(condition.of) : condition.of.flatMap(leavesOf);
}
