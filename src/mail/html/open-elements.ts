// The elements that are open, innermost last, opened and closed as browsers mend what is written.

import { BLOCKS, CELLS, ENDS, OPTIONAL, PARTS_OF_TABLES, REACHES, WALLS } from './nesting.ts';

/** Deeper elements stand beside one another, as in browsers. */
const DEEPEST = 512;

/** Their end reaches out of a block. */
const FORMATTING: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

export class OpenElements<E extends { readonly name: string }> {
  depth = 0;
  /** Closed by nobody, though somebody should. */
  unclosed = 0;
  readonly stack: E[] = [];
  private readonly counts = new Map<string, number>();
  private readonly closed: (element: E) => void;

  /** Tells of each that is closed, by whatever. */
  constructor(closed: (element: E) => void) {
    this.closed = closed;
  }

  top(): E | undefined {
    return this.stack.at(-1);
  }

  isOpen(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  /** Browsers drop these, with all that they say of themselves. */
  isIgnored(name: string): boolean {
    return (PARTS_OF_TABLES.has(name) && !this.isOpen('table')) || ((name === 'form' || name === 'body') && this.isOpen(name));
  }

  push(element: E): void {
    if (this.stack.length >= DEEPEST) this.popTo(this.stack.length - 1);
    this.stack.push(element);
    this.counts.set(element.name, (this.counts.get(element.name) ?? 0) + 1);
    this.depth = Math.max(this.depth, this.stack.length);
  }

  /** Ends what an opening tag ends. */
  endBefore(name: string): void {
    this.endReached(name);
    const ended = ENDS.get(name);
    if (ended === undefined) return;
    while (ended.has(this.top()?.name ?? '')) this.popTo(this.stack.length - 1);
  }

  /** Ends what a closing tag ends; what is not open, or stands beyond a wall, stays. */
  close(name: string): void {
    const isOfTable = name === 'table' || OPTIONAL.has(name);
    const isStrong = BLOCKS.has(name) || CELLS.has(name) || FORMATTING.has(name);
    for (let at = this.stack.length - 1; at >= 0; at -= 1) {
      const open = this.stack[at]?.name ?? '';
      if (open === name) this.popTo(at);
      if (open === name || (WALLS.has(open) && !isOfTable) || (BLOCKS.has(open) && !isStrong)) return;
    }
  }

  /** At the end of the page. */
  finish(): void {
    this.unclosed += this.stack.filter(({ name }) => !OPTIONAL.has(name)).length;
  }

  private endReached(name: string): void {
    const reach = REACHES.get(name);
    if (reach === undefined) return;
    let end = this.stack.length;
    for (let at = end - 1; at >= 0; at -= 1) {
      const open = this.stack[at]?.name ?? '';
      if (reach.wall.has(open)) break;
      if (reach.ends.has(open)) end = at;
      if (reach.last.has(open)) break;
    }
    this.popTo(end);
  }

  private popTo(length: number): void {
    while (this.stack.length > length) {
      const element = this.stack.pop();
      if (element === undefined) return;
      this.counts.set(element.name, (this.counts.get(element.name) ?? 1) - 1);
      if (this.stack.length > length && !OPTIONAL.has(element.name)) this.unclosed += 1;
      this.closed(element);
    }
  }
}
