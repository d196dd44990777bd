import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { dropReason } from './boilerplate.js';
import { CanonicalText } from './canonical.js';

/**
 * Markdown: the words that a reader sees, in blocks, without the marks of its syntax. Each stretch keeps its place.
 * HTML inside Markdown is set apart, as are images, code and link targets. YAML front matter is not read.
 */
export function readMarkdown(original: string): { readonly canonical: CanonicalText } {
  const canonical = new CanonicalText();
  const front = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(original)?.[0].length ?? 0;
  if (front > 0) canonical.drop(original.slice(0, front).trim(), 0, front, 'markup');
  const tree = fromMarkdown(original.slice(front));
  block(tree);
  return { canonical };

  function block(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading': {
        const words = node.children.map(plain).join('');
        const reason = dropReason(words.trim());
        const [start, end] = placeOf(node);
        if (reason !== null) {
          canonical.drop(words.trim(), start, end, reason);
          return;
        }
        if (canonical.length > 0) canonical.add('\n\n', start, 0);
        for (const child of node.children) inline(child);
        return;
      }
      case 'html':
      case 'code': {
        const [start, end] = placeOf(node);
        canonical.drop(original.slice(start, end), start, end, 'markup');
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) block(child);
    }
  }

  function inline(node: Nodes): void {
    if (node.type === 'text' || node.type === 'inlineCode') literal(node);
    else if (node.type === 'break') canonical.add('\n', ...extentOf(node));
    else if (node.type !== 'image' && 'children' in node) for (const child of node.children) inline(child);
  }

  /** Character by character where the source is the same; escapes and entities make the rest one piece. */
  function literal(node: Extract<Nodes, { value: string }>): void {
    const [start, length] = extentOf(node);
    const source = original.slice(start, start + length);
    const at = source.indexOf(node.value);
    if (at !== -1) canonical.add(node.value, start + at, node.value.length);
    else canonical.add(node.value, start, length);
  }

  function placeOf(node: Nodes): [number, number] {
    return [front + (node.position?.start.offset ?? 0), front + (node.position?.end.offset ?? 0)];
  }

  function extentOf(node: Nodes): [number, number] {
    const [start, end] = placeOf(node);
    return [start, end - start];
  }
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(plain).join('') : '';
}
